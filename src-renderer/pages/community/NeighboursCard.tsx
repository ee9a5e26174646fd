import { useRef, useState } from 'react';
import type { Output } from '#contract/api.ts';
import { formatNumber } from '#contract/format.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { Card, EmptyState } from '../../components/Page.tsx';
import { TableActions, type TableOut } from '../../components/TableActions.tsx';
import { Uk } from '../../components/Text.tsx';
import { useText } from '../../i18n/index.ts';
import { plain, shown } from '../../lib/text.ts';
import { usePlan } from '../../plan/store.ts';
import { change } from '../../plan/useChange.ts';
import { AddNeighbour } from './AddNeighbour.tsx';

type View = Output<'community.view'>;
type Neighbour = View['neighbours'][number];

/** Neighbouring communities by the bundled borders, with those added and without those dropped. */
export function NeighboursCard({ view }: { readonly view: View }) {
  const { t, language } = useText();
  const { info } = usePlan();
  const [said, setSaid] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const editable = info?.readOnly !== true;
  const remove = async (row: Neighbour): Promise<void> => {
    setError(null);
    try {
      await change('neighbour.remove', { code: row.code });
      setSaid(t('community.neighbours.gone', { name: plain(row.name, language) }));
      box.current?.querySelector('input')?.focus();
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  const out = (): TableOut => ({
    title: t('community.neighbours.title'), note: t('community.neighbours.note'),
    columns: [{ title: t('community.neighbours.name'), kind: 'text' }, { title: t('community.neighbours.where'), kind: 'text' }, { title: t('community.neighbours.population'), kind: 'number' }, { title: t('community.neighbours.border'), kind: 'number' }],
    rows: view.neighbours.map((row) => [shown(row.name, language), `${shown(row.raion, language)}, ${shown(row.oblast, language)}`, row.population, row.borderKm]),
  });
  return (
    <Card title={t('community.neighbours.title')} note={t('community.neighbours.note')}>
      <div ref={box} className="stack">
        {view.neighbours.length === 0
          ? <EmptyState title={t('community.neighbours.empty')} text={t('community.neighbours.emptyText')} />
          : (
            <table className="tb">
              <thead><tr><th scope="col">{t('community.neighbours.name')}</th><th scope="col" className="r">{t('community.neighbours.population')}</th><th scope="col" className="r">{t('community.neighbours.border')}</th>{editable && <th scope="col"><span className="vh">{t('community.neighbours.remove')}</span></th>}</tr></thead>
              <tbody>{view.neighbours.map((row) => <Row key={row.code} row={row} home={view} remove={editable ? remove : null} />)}</tbody>
            </table>
          )}
        {editable && <AddNeighbour code={view.code} near={view.neighbours} onAdded={(name) => setSaid(t('community.neighbours.said', { name }))} />}
        <p className={said === '' ? 'vh' : 'note'} role="status">{said}</p>
        {error && <ErrorNotice error={error} />}
        {view.neighbours.length > 0 && <div className="row cm-end"><TableActions table={out} /></div>}
      </div>
    </Card>
  );
}

function Row({ row, home, remove }: { readonly row: Neighbour; readonly home: View; readonly remove: ((row: Neighbour) => Promise<void>) | null }) {
  const { t, language } = useText();
  return (
    <tr>
      <th scope="row">
        <Uk>{row.name}</Uk>
        {row.doubtful && <> <span className="mk ed" title={t('community.neighbours.doubtfulLong')}>{t('community.neighbours.doubtful')}</span></>}
        {row.added && <> <span className="mk ty">{t('community.neighbours.added')}</span></>}
        {!row.sameRaion && <span className="note cm-where"><Uk>{row.raion}</Uk>{row.oblast.uk !== home.oblast.uk && <>, <Uk>{row.oblast}</Uk></>}</span>}
      </th>
      <td className="r">{row.population === null ? t('common.notKnown') : formatNumber(row.population, language)}</td>
      <td className="r">{row.borderKm === null ? <span className="note" title={t('common.notKnown')}>{t('states.sign.unknown')}</span> : formatNumber(row.borderKm, language, { digits: 1 })}</td>
      {remove && <td className="r"><button type="button" className="link" aria-label={t('community.neighbours.removeWhat', { name: plain(row.name, language) })} onClick={() => void remove(row)}>{t('community.neighbours.remove')}</button></td>}
    </tr>
  );
}
