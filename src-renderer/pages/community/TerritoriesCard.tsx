import { useMemo, useState } from 'react';
import type { Output } from '#contract/api.ts';
import { asApiError, type ApiError } from '../../api.ts';
import { ErrorNotice } from '../../components/Notice.tsx';
import { Card, EmptyState } from '../../components/Page.tsx';
import { TableActions, type TableOut } from '../../components/TableActions.tsx';
import { useText } from '../../i18n/index.ts';
import { plain, shown } from '../../lib/text.ts';
import { usePlan } from '../../plan/store.ts';
import { change } from '../../plan/useChange.ts';
import { AddTerritory } from './AddTerritory.tsx';
import { MoveForm } from './MoveForm.tsx';
import { TerritoryGrid } from './TerritoryGrid.tsx';
import { kindOf, treeRows, type TreeRow } from './tree.ts';

/** The tree community → starosta district → settlement with the population of each place. */
export function TerritoriesCard({ view }: { readonly view: Output<'community.view'> }) {
  const { t, language } = useText();
  const { info } = usePlan();
  const rows = useMemo(() => treeRows(view.territories, language), [view.territories, language]);
  const [panel, setPanel] = useState<'none' | 'add' | 'move'>('none');
  const [active, setActive] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const settlements = rows.filter((row) => row.place.kind === 'settlement').length;
  const districts = rows.filter((row) => row.place.kind === 'starosta').length;
  const here = rows.find((row) => row.place.id === active && row.depth > 0);
  const editable = info?.readOnly !== true;
  const show = (which: 'add' | 'move'): void => { setSaid(''); setError(null); setPanel(panel === which ? 'none' : which); };
  const remove = async ({ place }: TreeRow): Promise<void> => {
    setError(null);
    setSaid('');
    try {
      await change('territory.remove', { id: place.id });
      setActive(null);
      setSaid(t('community.places.removed', { name: plain(place.name, language) }));
    } catch (thrown) { setError(asApiError(thrown)); }
  };
  const out = (): TableOut => ({
    title: t('community.places.title'),
    columns: [{ title: t('community.places.name'), kind: 'text' }, { title: t('community.places.category'), kind: 'text' }, { title: t('community.places.district'), kind: 'text' }, { title: t('community.places.population'), kind: 'number' }, { title: t('figures.col.source'), kind: 'text' }, { title: t('figures.col.asOf'), kind: 'date' }],
    rows: rows.map(({ place, district }) => [shown(place.name, language), t(`community.places.kind.${kindOf(place)}`), district ? shown(district.name, language) : '', place.population.value, place.population.source, place.population.asOf]),
  });
  return (
    <Card title={t('community.places.title')} note={[districts > 0 ? t('community.places.districts', { count: districts }) : '', t('community.places.count', { count: settlements })].filter(Boolean).join(', ')}
      action={rows.length > 1 && <span className="row"><TableActions table={out} /></span>} className="cm-places">
      {editable && (
        <div className="bt cm-bar">
          <button type="button" className="ctl" aria-expanded={panel === 'add'} onClick={() => show('add')}>{t('community.places.add')}</button>
          {settlements > 0 && <button type="button" className="ctl" aria-expanded={panel === 'move'} onClick={() => show('move')}>{t('community.places.move')}</button>}
          {rows.length > 1 && <button type="button" className="ctl" disabled={!here} title={here ? undefined : t('community.places.removeHint')} onMouseDown={(event) => event.preventDefault()} onClick={() => here && void remove(here)}>{here ? t('community.places.removeWhat', { name: plain(here.place.name, language) }) : t('community.places.remove')}</button>}
        </div>
      )}
      {panel === 'add' && <AddTerritory rows={rows} onDone={(text) => { setSaid(text); setPanel('none'); }} onCancel={() => setPanel('none')} />}
      {panel === 'move' && <MoveForm rows={rows} onDone={(text) => { setSaid(text); setPanel('none'); }} onCancel={() => setPanel('none')} />}
      <p className={said === '' ? 'vh' : 'note'} role="status">{said}</p>
      {error && <ErrorNotice error={error} />}
      {rows.length > 1 ? <TerritoryGrid rows={rows} onActive={setActive} /> : <EmptyState title={t('community.places.empty')} text={t('community.places.emptyText')} />}
    </Card>
  );
}
