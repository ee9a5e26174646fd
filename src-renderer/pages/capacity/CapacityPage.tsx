import './capacity.css';
import { useEffect, useState } from 'react';
import { RowTabs, useNarrow, usePlace, useWantedCell } from '../../components/figures/index.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHead } from '../../components/Page.tsx';
import { TableActions } from '../../components/TableActions.tsx';
import { useText } from '../../i18n/index.ts';
import { useRoute } from '../../lib/route.ts';
import { useScope } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';
import { capacityOut } from './capacityOut.ts';
import { CapacityTable } from './CapacityTable.tsx';
import { providersOut } from './providers/limits.tsx';
import { ProvidersView } from './providers/ProvidersView.tsx';
import { rowsOf } from './rows.ts';

const TABS = ['services', 'providers'] as const;
type Tab = (typeof TABS)[number];

/** How many people the services can carry with what there is, and who provides them. */
export default function CapacityPage() {
  const { t, language } = useText();
  const scope = useScope();
  const { params } = useRoute();
  const wanted = useWantedCell();
  const place = usePlace();
  const narrow = useNarrow();
  const view = useView('capacity.view', { ...scope, territory: place.territory }, ['capacity', 'reference']);
  const asked: Tab | null = wanted ? (wanted.provider === '' ? 'services' : 'providers') : TABS.find((one) => one === params.get('tab')) ?? null;
  const [tab, setTab] = useState<Tab>(asked ?? 'services');
  // A link that names a cell or a part of the page chooses the part once; the person chooses from then on.
  useEffect(() => { if (asked !== null) setTab(asked); }, [asked]);
  const { data } = view;
  const counts = { services: data?.rows.length ?? 0, providers: data?.providers.length ?? 0 };
  const actions = data && <TableActions table={() => (tab === 'services' ? capacityOut(rowsOf(data), scope.year, language) : providersOut(data, place.all, scope.year, language))} />;
  return (
    <>
      <PageHead title={t('capacity.title')} mark={narrow ? null : undefined} sub={<RowTabs label={t('capacity.tabs')} tabs={TABS.map((id) => ({ id, text: t(`capacity.tab.${id}`, { n: counts[id] }) }))} tab={tab} onTab={setTab} />}>{!narrow && actions}</PageHead>
      <Loaded view={view} lines={10}>
        {(capacity) => (tab === 'services'
          ? <CapacityTable view={capacity} place={place} actions={narrow && actions} />
          : <ProvidersView view={capacity} place={place} actions={narrow && actions} />)}
      </Loaded>
    </>
  );
}
