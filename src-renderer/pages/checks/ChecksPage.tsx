import './checks.css';
import { Loaded } from '../../components/Loaded.tsx';
import { PageHead } from '../../components/Page.tsx';
import { Tabs } from '../../components/Tabs.tsx';
import { TableActions } from '../../components/TableActions.tsx';
import { useText } from '../../i18n/index.ts';
import { navigate, useRoute } from '../../lib/route.ts';
import { useScope } from '../../plan/store.ts';
import { useView } from '../../plan/useView.ts';
import { CompletenessCard } from './CompletenessCard.tsx';
import { FindOut } from './FindOut.tsx';
import { Issues } from './Issues.tsx';
import { Rules } from './Rules.tsx';
import { findOutTable, issuesTable, rulesTable } from './tables.ts';
import { CHECKS_TABS } from './tabs.ts';

/** What does not add up, what to find out next, and the rules it is found by. */
export default function ChecksPage() {
  const { t, language } = useText();
  const scope = useScope();
  const { params } = useRoute();
  const tab = CHECKS_TABS.find((each) => each === params.get('tab')) ?? 'issues';
  const view = useView('checks.view', scope, ['checks', 'needs', 'capacity', 'groups', 'community', 'reference']);
  const next = useView('findOut.view', tab === 'findOut' ? scope : null, ['needs', 'groups', 'community']);
  const table = (): Parameters<typeof TableActions>[0]['table'] | null => {
    if (tab === 'findOut') return next.data && (() => findOutTable(next.data as NonNullable<typeof next.data>, t, language));
    const { data } = view;
    return data && (tab === 'issues' ? () => issuesTable(data, t, language) : () => rulesTable(data, t, language));
  };
  const out = table();
  return (
    <>
      <PageHead title={t('checks.title')} sub={t('checks.sub')} mark={null}>{out && <TableActions table={out} />}</PageHead>
      <Tabs name="checks" label={t('checks.tabs')} tabs={CHECKS_TABS.map((id) => ({ id, text: t(`checks.tab.${id}`) }))} tab={tab} onTab={(id) => navigate('checks', id === 'issues' ? {} : { tab: id })} />
      <div role="tabpanel" id="checkspanel" aria-labelledby={`checks-${tab}`} className="chk">
        {tab === 'findOut' ? <Loaded view={next} lines={8}>{(data) => <FindOut view={data} />}</Loaded> : (
          <Loaded view={view} lines={8}>
            {(data) => (tab === 'rules' ? <Rules view={data} /> : <div className="chk-cols"><Issues view={data} /><CompletenessCard view={data} /></div>)}
          </Loaded>
        )}
      </div>
    </>
  );
}
