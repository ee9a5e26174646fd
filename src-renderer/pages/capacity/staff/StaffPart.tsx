import '../../needs/projection/projection.css';
import './staff.css';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { PageHead } from '../../../components/Page.tsx';
import { PaperButtons } from '../../../components/PaperButtons.tsx';
import { Tabs } from '../../../components/Tabs.tsx';
import { useText } from '../../../i18n/index.ts';
import { navigate, useRoute } from '../../../lib/route.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { CalculatorDialog } from './Calculator.tsx';
import { CompareView } from './CompareView.tsx';
import { ParametersView } from './ParametersView.tsx';
import { RisksView } from './RisksView.tsx';
import { TableView } from './TableView.tsx';
import { WorkView } from './WorkView.tsx';

const VIEWS = ['table', 'compare', 'risks', 'parameters'] as const;

/** Staff: the staffing table, posts by norm, workload and as they are, risks, parameters, the calculator. */
export default function StaffPart() {
  const { t, language } = useText();
  const { params } = useRoute();
  const scope = useScope();
  const readOnly = usePlan((state) => state.info?.readOnly === true);
  const [calculator, setCalculator] = useState(false);
  const view = VIEWS.find((each) => each === params.get('view')) ?? 'table';
  const [provider = '', service = '', category = ''] = (params.get('work') ?? '').split('|');
  const go = (next: string, more: Readonly<Record<string, string>> = {}): void => navigate('capacity', { tab: 'staff', ...(next === 'table' ? {} : { view: next }), ...more });
  return (
    <>
      <PageHead title={t('staff.title')} sub={t('staff.sub', { year: scope.year })}>
        <PaperButtons make={(format) => call('staff.file', { ...scope, language, format })} />
        <button type="button" className="ctl" onClick={() => setCalculator(true)}>{t('staff.calc')}</button>
      </PageHead>
      <Tabs name="staff" label={t('staff.views')} tabs={VIEWS.map((id) => ({ id, text: t(`staff.view.${id}`) }))} tab={view} onTab={(next) => go(next)} />
      <div className="pj" role="tabpanel" id="staffpanel" aria-labelledby={`staff-${view}`} tabIndex={-1}>
        {view === 'table' && <TableView scope={scope} readOnly={readOnly} />}
        {view === 'compare' && (service === '' ? <CompareView scope={scope} readOnly={readOnly} onWork={(row) => go('compare', { work: `${row.provider}|${row.service}|${row.category}` })} /> : <WorkView at={{ ...scope, provider, service, category }} readOnly={readOnly} onBack={() => go('compare')} />)}
        {view === 'risks' && <RisksView scope={scope} readOnly={readOnly} />}
        {view === 'parameters' && <ParametersView scope={scope} readOnly={readOnly} />}
      </div>
      {calculator && <CalculatorDialog onClose={() => setCalculator(false)} />}
    </>
  );
}
