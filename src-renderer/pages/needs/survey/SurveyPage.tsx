import { useMemo } from 'react';
import { OverlapForm, usePlace } from '../../../components/figures/index.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { TableActions } from '../../../components/TableActions.tsx';
import { Card, PageHead } from '../../../components/Page.tsx';
import { Raw } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { href, navigate } from '../../../lib/route.ts';
import { shown } from '../../../lib/text.ts';
import { usePlan, useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { plainName, rowsOf } from '../rows.ts';
import { Selection } from './Selection.tsx';
import { SurveyGrid } from './SurveyGrid.tsx';
import { Ways } from './Ways.tsx';
import { surveyTable } from './surveyTable.ts';

/** How the need of one service is found: three ways side by side, the survey by groups, double counting, the choice of respondents. */
export function SurveyPage({ service }: { readonly service: string }) {
  const { t, language } = useText();
  const scope = useScope();
  const place = usePlace();
  const { info } = usePlan();
  const view = useView('survey.view', { ...scope, service, territory: place.territory }, ['needs', 'groups', 'plan']);
  const needs = useView('needs.view', { ...scope, territory: place.territory }, ['needs']);
  const all = useMemo(() => rowsOf(needs.data?.rows ?? [], 'all', ''), [needs.data]);
  const data = view.data;
  const name = data ? (data.service.name === null ? t('needs.nameless') : shown(data.service.short ?? data.service.name, language)) : '';
  const readOnly = info?.readOnly === true;
  return (
    <>
      <PageHead title={t('needs.survey.title')} sub={data && <>{data.service.code !== null && `${data.service.code} `}<Raw>{name}</Raw></>}>
        {all.length > 0 && (
            <select aria-label={t('needs.col.service')} className="in fg-sel" value={service} onChange={(event) => navigate('needs', { survey: event.target.value })}>
              {all.map((row) => <option key={row.id} value={row.id}>{[row.code ?? '', plainName({ ...row, code: '' }, language)].join(' ').trim()}</option>)}
            </select>
        )}
        {data && <TableActions table={() => surveyTable(data, language, `${t('needs.survey.title')} ${name}`)} />}
        <a className="ctl" href={href('needs')}>{t('needs.survey.back')}</a>
      </PageHead>
      <Loaded view={view} lines={8}>
        {(survey) => (
          <>
            <Ways survey={survey} readOnly={readOnly} />
            <SurveyGrid survey={survey} place={place} />
            <div className="sv-cols">
              <Card title={t('needs.survey.respondents')}><Selection survey={survey} readOnly={readOnly} /></Card>
              <Card>
                <OverlapForm key={JSON.stringify(survey.overlap)} service={service} overlap={survey.overlap} readOnly={readOnly} groups={survey.rows.filter((row) => row.counted).map((row) => ({ id: row.group, name: row.name }))} />
              </Card>
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}
