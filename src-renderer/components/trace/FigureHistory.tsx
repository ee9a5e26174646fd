import { formatDateTime, formatValue } from '#contract/format.ts';
import { MEASURES } from '#contract/measures.ts';
import type { Output } from '#contract/api.ts';
import type { Figure, FigureKey } from '#contract/models.ts';
import { useText } from '../../i18n/index.ts';
import { useView } from '../../plan/useView.ts';
import { Loaded } from '../Loaded.tsx';
import { Author, Raw } from '../Text.tsx';

type Change = Output<'figure.history'>[number];

/** All stored changes of one figure, newest first. */
export function FigureHistory({ figure }: { readonly figure: FigureKey }) {
  const { t } = useText();
  const view = useView('figure.history', { key: figure }, ['plan', 'history', 'community', 'groups', 'needs', 'capacity']);
  return (
    <Loaded view={view}>
      {(changes) => (changes.length === 0 ? <p className="note">{t('shell.trace.noHistory')}</p> : <dl>{changes.map((change) => <Row key={change.revision} change={change} unit={MEASURES[figure.measure].unit} />)}</dl>)}
    </Loaded>
  );
}

function Row({ change, unit }: { readonly change: Change; readonly unit: Figure['counted'] | (typeof MEASURES)[FigureKey['measure']]['unit'] }) {
  const { t, language } = useText();
  const write = (side: Partial<Figure> | null): string => (side?.value === undefined || side.value === null ? t('common.notKnown') : formatValue(side.value, unit, language));
  const source = change.after?.source;
  return (
    <div>
      <dt>{t('shell.trace.wasNow', { before: write(change.before), after: write(change.after) })}</dt><dd />
      <dd className="p">{formatDateTime(change.at, language)}{change.author !== '' && <> · <Author>{change.author}</Author></>}{source ? <> · <Raw>{source}</Raw></> : null}</dd>
    </div>
  );
}
