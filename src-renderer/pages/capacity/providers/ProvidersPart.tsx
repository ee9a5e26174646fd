import { lazy, Suspense, useEffect } from 'react';
import { navigate, useRoute } from '../../../lib/route.ts';
import { useNarrow, usePlace, useWantedCell } from '../../../components/figures/index.ts';
import { Loaded, Waiting } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/Page.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { useText } from '../../../i18n/index.ts';
import { useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { providersOut } from './limits.tsx';
import { ProvidersView } from './ProvidersView.tsx';

const RegisterPage = lazy(() => import('../register/RegisterPage.tsx'));
const CentrePage = lazy(() => import('../centre/CentrePage.tsx'));

/** Who provides services, one provider's own page (`provider` in the address), or the import of the state register (`register`). */
export default function ProvidersPart() {
  const { params } = useRoute();
  const wanted = useWantedCell();
  const { root } = usePlace();
  // Costs and figures of places, sexes and ages stand on the provider's own page.
  const own = wanted !== null && wanted.provider !== '' && root !== '' && (wanted.measure === 'providerCost' || wanted.territory !== root || wanted.sex !== 'all' || wanted.age !== 'all') ? wanted.provider : null;
  const cell = params.get('cell');
  useEffect(() => { if (own !== null && params.get('provider') !== own) navigate('capacity', { tab: 'providers', provider: own, ...(cell === null ? {} : { cell }) }, true); }, [own, params, cell]);
  const provider = own ?? params.get('provider');
  if (params.has('register')) return <Suspense fallback={<Waiting lines={8} />}><RegisterPage /></Suspense>;
  return provider ? <Suspense fallback={<Waiting lines={8} />}><CentrePage key={provider} id={provider} /></Suspense> : <AllProviders />;
}

/** Who provides services, and what they have for them. */
function AllProviders() {
  const { t, language } = useText();
  const scope = useScope();
  const place = usePlace();
  const narrow = useNarrow();
  const view = useView('capacity.view', { ...scope, territory: place.territory }, ['capacity', 'reference']);
  const { data } = view;
  const actions = data && <TableActions table={() => providersOut(data, place.all, scope.year, language)} />;
  return (
    <>
      <PageHead title={t('capacity.providers.title')} mark={narrow ? null : undefined}>{!narrow && actions}</PageHead>
      <Loaded view={view} lines={10}>{(capacity) => <ProvidersView view={capacity} place={place} actions={narrow && actions} />}</Loaded>
    </>
  );
}
