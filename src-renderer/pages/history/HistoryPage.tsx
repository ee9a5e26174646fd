import { useState } from 'react';
import type { Output } from '#contract/api.ts';
import { formatDateTime, formatNumber } from '#contract/format.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { EmptyState, PageHead } from '../../components/Page.tsx';
import { TableActions, type TableOut } from '../../components/TableActions.tsx';
import { Author, Says } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { sentenceText } from '../../i18n/sentence.ts';
import { usePlan } from '../../plan/store.ts';
import { redo, undo } from '../../plan/useChange.ts';
import { useView } from '../../plan/useView.ts';
import { Compact } from './Compact.tsx';

/** Every stored change of the plan in a sentence, newest first; the last one can be taken back here. */
export default function HistoryPage() {
  const { t, language } = useText();
  const { view: plan, info } = usePlan();
  const [compacting, setCompacting] = useState(false);
  const view = useView('history.view', { limit: 200 }, ['history', 'plan', 'community', 'groups', 'needs', 'capacity', 'gaps', 'documents', 'reference']);
  const tableOf = (entries: Output<'history.view'>): TableOut => ({
    title: t('history.title'),
    columns: (['number', 'at', 'what', 'rows', 'author', 'state'] as const).map((id) => ({ title: t(`history.col.${id}`), kind: id === 'number' || id === 'rows' ? 'number' : 'text' })),
    rows: entries.map((entry) => [entry.revision, formatDateTime(entry.at, language), sentenceText(entry.what, language), entry.rows, entry.author, stateOf(entry, t)]),
  });
  return (
    <>
      <PageHead title={t('history.title')} sub={t('history.sub')} mark={null}>
        {view.data && view.data.length > 0 && <TableActions table={() => tableOf(view.data ?? [])} />}
        <button type="button" className="ctl" disabled={info?.readOnly !== false || !view.data?.length} onClick={() => setCompacting(true)}>{t('history.compact.open')}</button>
        <button type="button" className="ctl" disabled={!plan?.redo} onClick={() => void redo().catch(() => undefined)}>{t('history.redo')}</button>
        <button type="button" className="ctl" disabled={!plan?.undo} onClick={() => void undo().catch(() => undefined)}>{t('history.undo')}</button>
      </PageHead>
      {compacting && <Compact onClose={() => setCompacting(false)} />}
      <Loaded view={view} lines={8}>
        {(entries) => (entries.length === 0 ? <EmptyState title={t('history.empty')} text={t('history.emptyText')} /> : <Entries entries={entries} />)}
      </Loaded>
    </>
  );
}

const stateOf = (entry: Output<'history.view'>[number], t: (key: string) => string): string =>
  [entry.undone ? t('history.state.undone') : '', entry.compactedAt === null ? '' : t('history.state.compacted')].filter(Boolean).join(', ');

function Entries({ entries }: { readonly entries: Output<'history.view'> }) {
  const { t, language } = useText();
  return (
    <table className="tb">
      <thead><tr><th scope="col" className="r">{t('history.col.number')}</th><th scope="col">{t('history.col.at')}</th><th scope="col">{t('history.col.what')}</th><th scope="col" className="r">{t('history.col.rows')}</th><th scope="col">{t('history.col.author')}</th><th scope="col">{t('history.col.state')}</th></tr></thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.revision}>
            <td className="r q">{entry.revision}</td><td>{formatDateTime(entry.at, language)}</td>
            <th scope="row">{entry.undone ? <s><Says>{entry.what}</Says></s> : <Says>{entry.what}</Says>}</th>
            <td className="r">{formatNumber(entry.rows, language)}</td><td><Author>{entry.author}</Author></td><td className="note">{stateOf(entry, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
