import './capacity.css';
import { useNarrow, usePlace, useWantedCell } from '../../components/figures/index.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHead } from '../../components/Page.tsx';
import { PageParts } from '../../components/PageParts.tsx';
import { TableActions } from '../../components/TableActions.tsx';
import { useText } from '../../i18n/index.ts';
import { useScope } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';
import { capacityOut } from './capacityOut.ts';
import { CapacityTable } from './CapacityTable.tsx';
import { rowsOf } from './rows.ts';
import { CAPACITY_PARTS } from './tabs.ts';

/** How many people the services can carry with what there is, who provides them, and the other parts of capacity. */
export default function CapacityPage() {
  const wanted = useWantedCell();
  return <PageParts page="capacity" first="services" parts={CAPACITY_PARTS} wanted={wanted && (wanted.provider === '' ? 'services' : 'providers')}><ServicesPart /></PageParts>;
}

/** What each service can carry. */
function ServicesPart() {
  const { t, language } = useText();
  const scope = useScope();
  const place = usePlace();
  const narrow = useNarrow();
  const view = useView('capacity.view', { ...scope, territory: place.territory }, ['capacity', 'reference']);
  const { data } = view;
  const actions = data && <TableActions table={() => capacityOut(rowsOf(data), scope.year, language)} />;
  return (
    <>
      <PageHead title={t('capacity.title')} mark={narrow ? null : undefined}>{!narrow && actions}</PageHead>
      <Loaded view={view} lines={10}>{(capacity) => <CapacityTable view={capacity} place={place} actions={narrow && actions} />}</Loaded>
    </>
  );
}
