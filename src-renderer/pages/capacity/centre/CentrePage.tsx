import { usePlace } from '../../../components/figures/index.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { EmptyState, PageHead } from '../../../components/Page.tsx';
import { useText } from '../../../i18n/index.ts';
import { plainText } from '../../../lib/text.ts';
import { leaveAt } from '../../../lib/formFocus.ts';
import { href } from '../../../lib/route.ts';
import { useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { Facilities } from '../providers/Facilities.tsx';
import { CostsCard } from './CostsCard.tsx';
import { LinesCard } from './LinesCard.tsx';
import { NormsCard } from './NormsCard.tsx';
import { PeopleCard } from './PeopleCard.tsx';
import { TransfersCard } from './TransfersCard.tsx';
import { YearsCard } from './YearsCard.tsx';

/** One provider: units, staff, places, people by settlement, sex and age, cost, norms, years, transfers, facilities. */
export default function CentrePage({ id }: { readonly id: string }) {
  const { t, language } = useText();
  const scope = useScope();
  const place = usePlace();
  const view = useView('centre.view', { ...scope, provider: id }, ['capacity', 'reference']);
  const all = useView('capacity.view', { ...scope, territory: '' }, ['capacity', 'reference']);
  const name = view.data?.provider.name ?? '';
  return (
    <>
      <PageHead title={name === '' ? t('centre.title') : plainText(name, language)} sub={view.data && t(`capacity.kind.${view.data.provider.kind}`)}>
        <a className="ctl" href={href('capacity', { tab: 'providers' })} onClick={() => leaveAt(id)}>{t('centre.back')}</a>
      </PageHead>
      <div className="cy-page">
        <Loaded view={view} lines={10}>
          {(centre) => (
            <>
              {centre.services.length === 0 ? <EmptyState title={t('centre.noServices')} text={t('centre.noServicesText')}><a className="ctl pri" href={href('capacity', { tab: 'providers' })}>{t('centre.back')}</a></EmptyState> : (
                <>
                  <LinesCard centre={centre} />
                  <PeopleCard centre={centre} />
                  <CostsCard centre={centre} />
                  {centre.norms.length > 0 && <NormsCard centre={centre} />}
                  <YearsCard centre={centre} />
                </>
              )}
              <TransfersCard centre={centre} />
              {all.data && <Facilities view={all.data} provider={id} place={place} />}
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}
