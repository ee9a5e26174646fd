import './integration.css';
import { useState } from 'react';
import type { Edition } from '#contract/api/documents.ts';
import type { IntegrationView } from '#contract/api/integration.ts';
import { call } from '../../../api.ts';
import { EditionField } from '../../../components/EditionField.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { EmptyState, PageHead } from '../../../components/Page.tsx';
import { PaperButtons } from '../../../components/PaperButtons.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Tabs } from '../../../components/Tabs.tsx';
import { useText } from '../../../i18n/index.ts';
import { href, useRoute } from '../../../lib/route.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { AxesView } from './AxesView.tsx';
import { goIntegration } from './go.ts';
import { OneIndicator } from './OneIndicator.tsx';
import { OwnDialog } from './OwnDialog.tsx';
import { stateOut } from './out.ts';
import { StateTable } from './StateTable.tsx';
import { ValuesView } from './ValuesView.tsx';

const VIEWS = ['state', 'values', 'axes'] as const;
type Shown = (typeof VIEWS)[number];

/** Indicators of integration: where things stand, values of a period, the way done by dimension, one indicator. */
export default function IntegrationPart() {
  const { t, language } = useText();
  const { params } = useRoute();
  const scope = useScope();
  const readOnly = usePlan((plan) => plan.info?.readOnly === true);
  const [edition, setEdition] = useState<Edition>('service');
  const [adding, setAdding] = useState(false);
  const view = useView('integration.view', { ...scope, edition }, ['groups', 'reference']);
  const { data } = view;
  const shown: Shown = VIEWS.find((each) => each === params.get('view')) ?? 'state';
  const one = data?.indicators.find((each) => each.id === params.get('indicator'));
  const withValues = new Set(data?.rows.filter((row) => row.last !== null).map((row) => row.indicator)).size;
  return (
    <>
      <PageHead title={t('integration.title')} sub={data?.book && t('integration.sub', { n: withValues, all: data.indicators.length })}>
        {data?.book && (
          <>
            {!one && <PaperButtons make={(format) => call('integration.file', { ...scope, edition, language, format })} />}
            <button type="button" className="ctl" disabled={readOnly} onClick={() => setAdding(true)}>{t('integration.own.add')}</button>
          </>
        )}
      </PageHead>
      {!one && (
        <div className="row">
          <Tabs name="ig" label={t('integration.views')} tabs={VIEWS.map((id) => ({ id, text: t(`integration.view.${id}`) }))} tab={shown} onTab={(next) => goIntegration(next === 'state' ? {} : { view: next })} />
          {shown !== 'values' && <EditionField edition={edition} onEdition={setEdition} />}
          {data?.book && shown !== 'values' && data.rows.length > 0 && <><span className="sp" /><TableActions table={() => stateOut(data, edition, language)} /></>}
        </div>
      )}
      <Loaded view={view} lines={10}>
        {(loaded) => (loaded.book === null
          ? <EmptyState title={t('integration.noBook.title')} text={t('integration.noBook.text')}><a className="ctl pri" href={href('reference')}>{t('integration.noBook.go')}</a></EmptyState>
          : one ? <OneIndicator key={one.id} view={loaded} indicator={one} readOnly={readOnly} />
            : <div className="ig" role="tabpanel" id="igpanel" aria-labelledby={`ig-${shown}`}><Shown view={loaded} shown={shown} edition={edition} readOnly={readOnly} /></div>)}
      </Loaded>
      {adding && data && <OwnDialog view={data} indicator={null} onClose={() => setAdding(false)} />}
    </>
  );
}

function Shown({ view, shown, edition, readOnly }: { readonly view: IntegrationView; readonly shown: Shown; readonly edition: string; readonly readOnly: boolean }) {
  const { t } = useText();
  if (shown === 'values') return <ValuesView view={view} readOnly={readOnly} />;
  if (view.rows.length === 0) return <EmptyState title={t('integration.empty.title')} text={t('integration.empty.text')}><button type="button" className="ctl pri" onClick={() => goIntegration({ view: 'values' })}>{t('integration.empty.enter')}</button></EmptyState>;
  return (
    <>
      {edition === 'public' && <Notice kind="ok">{view.hidden === 0 ? t('integration.publicNone') : t('integration.publicNote', { count: view.hidden })}</Notice>}
      {shown === 'axes' ? <AxesView view={view} /> : <StateTable view={view} />}
    </>
  );
}
