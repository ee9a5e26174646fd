import { useId, useState } from 'react';
import type { FormView, ResultsView, Role, ServiceResult, ShareRow } from '#contract/api/surveys.ts';
import { formatNumber, type Language } from '#contract/format.ts';
import { ChartCard, RangeBars, rangeTable, useWords } from '../../../charts/index.ts';
import { Loaded } from '../../../components/Loaded.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { Card, EmptyState } from '../../../components/Page.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { translate, useText } from '../../../i18n/index.ts';
import { hasCyrillic, plain, shown } from '../../../lib/text.ts';
import { useOneStop } from '../../../lib/oneStop.ts';
import { href } from '../../../lib/route.ts';
import { useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { howFound, isRate, shareNum, ShareText, useSurveyRef } from './ShareText.tsx';
import { Weights } from './Weights.tsx';

/** Bars on the chart at most. */
const BARS = 12;

/** Shares of those who need each service, unweighted and weighted, among all or a part; other questions; how answers were weighted. */
export function ResultsTab({ form, readOnly }: { readonly form: FormView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const id = useId();
  const scope = useScope();
  const [among, setAmong] = useState('');
  const [question, setQuestion] = useState('');
  const [role = '', option = ''] = among === '' ? [] : [among.slice(0, among.indexOf(' ')), among.slice(among.indexOf(' ') + 1)];
  const view = useView('surveys.results.view', { ...scope, survey: form.id, role: role as Role | '', option, question }, ['surveys', 'community', 'groups']);
  if (form.answers === 0) return <EmptyState title={t('surveys.results.empty')} text={t('surveys.results.emptyText')}><a className="ctl pri" href={href('needs', { tab: 'surveys', id: form.id, step: 'answers' })}>{t('surveys.results.toAnswers')}</a></EmptyState>;
  return (
    <Loaded view={view} lines={8}>
      {(results) => (
        <>
          <div className="fg-tools">
            <label htmlFor={id}>{t('surveys.results.among')}</label>
            <select id={id} className="in fg-sel su-use" value={among} onChange={(event) => setAmong(event.target.value)}>
              <option value="">{t('surveys.results.all', { n: formatNumber(results.answers, language) })}</option>
              {results.strata.map((stratum) => <optgroup key={stratum.role} label={t(`surveys.role.${stratum.role}`)}>{stratum.options.map((one) => <option key={one.id} value={`${stratum.role} ${one.id}`}>{plain(one.name, language)} – {formatNumber(one.answers, language)}</option>)}</optgroup>)}
            </select>
            <span className="note">{t('surveys.results.people', { n: formatNumber(results.among, language) })}{results.population === null ? '' : ` ${t('surveys.results.of', { n: formatNumber(results.population, language) })}`}</span>
            <span className="sp" />
            <TableActions table={() => servicesOut(results, language)} />
          </div>
          <Said results={results} />
          <ServicesTable results={results} among={[role as Role | '', option]} asked={question} onAsk={setQuestion} />
          <div className="su-cols">
            <Weights form={form} weights={results.weights} readOnly={readOnly} />
            <Bars results={results} />
          </div>
          {results.questions.map((one) => <QuestionCard key={one.id} survey={form.id} among={[role as Role | '', option]} question={one} weighted={one.rows.some((row) => row.weighted !== null)} />)}
        </>
      )}
    </Loaded>
  );
}

/** What can be said with these answers at all. */
function Said({ results }: { readonly results: ResultsView }) {
  const { t, language } = useText();
  const { selection } = results.survey;
  const chance = selection === 'random' || selection === 'all';
  if (results.among < 30 && results.among !== results.population) return <Notice kind="wn">{t('surveys.results.few', { count: results.among, n: formatNumber(results.among, language) })}</Notice>;
  return chance ? null : <Notice kind="wn">{t('surveys.results.indicative', { how: t(`surveys.select.${selection}`) })}</Notice>;
}

const best = (row: ShareRow) => row.weighted ?? row.share;

/** The part of the respondents that is shown: a stratum and one of its options, or all. */
type Part = readonly [Role | '', string];

function ServicesTable({ results, among, asked, onAsk }: { readonly results: ResultsView; readonly among: Part; readonly asked: string; readonly onAsk: (question: string) => void }) {
  const { t, language } = useText();
  const { services } = results;
  const why = useSurveyRef(results.survey.id, ...among);
  const table = useOneStop<HTMLTableElement>('tr');
  if (services.length === 0) return null;
  const weighted = services.some((row) => row.weighted !== null);
  const chosen = services.find((row) => row.question === asked);
  const n = (value: number): string => formatNumber(value, language);
  const sorted = services.toSorted((a, b) => (best(b).rate ?? -1) - (best(a).rate ?? -1) || b.share.yes - a.share.yes);
  return (
    <Card title={t('surveys.results.services')} note={t('surveys.results.servicesNote')}>
      <div className="su-wide su-tall" role="group" aria-label={t('surveys.results.services')} tabIndex={0}>
        <table ref={table} className="tb">
          <thead>
            <tr>
              <th scope="col">{t('surveys.col.service')}</th><th scope="col" className="r">{t('surveys.col.said')}</th><th scope="col" className="r">{t('surveys.col.needs')}</th>
              {weighted && <th scope="col" className="r">{t('surveys.col.weighted')}</th>}
              <th scope="col" className="r">{t('surveys.col.gets')}</th><th scope="col" className="r">{t('surveys.col.without')}</th><th scope="col" className="r">{t('surveys.col.satisfied')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.question} className={asked === row.question ? 'su-on' : ''}>
                <th scope="row"><button type="button" className="link" aria-expanded={asked === row.question} onClick={() => onAsk(asked === row.question ? '' : row.question)}>{row.code !== null && <span className="mono">{row.code} </span>}<Uk>{row.name}</Uk></button></th>
                <td className="r">{n(row.share.answered)}</td><td className="r"><ShareText share={row.share} target={why('share', { question: row.question })} /></td>
                {weighted && <td className="r">{row.weighted && <ShareText share={row.weighted} target={why('share', { question: row.question, weighted: true })} />}</td>}
                <td className="r">{n(row.gets)}</td><td className="r">{n(row.without)}</td><td className="r">{row.satisfied.kind === 'none' ? '' : <ShareText share={row.satisfied} target={why('satisfied', { question: row.question })} quiet />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen && <Split row={chosen} results={results} />}
    </Card>
  );
}

/** One service: how its share was found, and the same by parts of the respondents. */
function Split({ row, results }: { readonly row: ServiceResult; readonly results: ResultsView }) {
  const { t, language } = useText();
  const why = useSurveyRef(results.survey.id);
  return (
    <div className="su-split-by">
      <h3><Uk>{row.name}</Uk></h3>
      <p className="note text">{howFound(row.share, language)}</p>
      {row.weighted && <p className="note text">{howFound(row.weighted, language, true)}</p>}
      <div className="su-parts">
        {results.split.map(({ role, rows }) => (
          <table key={role} className="tb">
            <thead><tr><th scope="col">{t(`surveys.role.${role}`)}</th><th scope="col" className="r">{t('surveys.col.said')}</th><th scope="col" className="r">{t('surveys.col.needs')}</th></tr></thead>
            <tbody>{rows.map((part) => <tr key={part.id}><th scope="row"><Uk>{part.name}</Uk></th><td className="r">{formatNumber(part.share.answered, language)}</td><td className="r"><ShareText share={best(part)} target={why('share', { question: row.question, role, part: part.id, weighted: part.weighted !== null })} /></td></tr>)}</tbody>
          </table>
        ))}
      </div>
    </div>
  );
}

/** The services most needed, with their intervals. */
function Bars({ results }: { readonly results: ResultsView }) {
  const { t, language } = useText();
  const words = useWords();
  const rows = results.services.filter((row) => isRate(best(row))).toSorted((a, b) => (best(b).rate ?? 0) - (best(a).rate ?? 0)).slice(0, BARS)
    .map((row) => ({ id: row.question, label: shown(row.name, language), num: shareNum(best(row)), ...(language === 'en' && hasCyrillic(shown(row.name, language)) ? { lang: 'uk' as const } : {}) }));
  if (rows.length === 0) return <Card title={t('surveys.results.chart')}><p className="note text">{t('surveys.results.noChart')}</p></Card>;
  return (
    <ChartCard title={t('surveys.results.chart')} subtitle={t(results.weights.result === null ? 'surveys.results.chartNote' : 'surveys.results.chartWeighted')} table={rangeTable(rows, words, t('surveys.col.service'))}>
      <RangeBars rows={rows} name={t('surveys.results.chart')} />
    </ChartCard>
  );
}

function QuestionCard({ survey, among, question, weighted }: { readonly survey: string; readonly among: Part; readonly question: ResultsView['questions'][number]; readonly weighted: boolean }) {
  const { t, language } = useText();
  const why = useSurveyRef(survey, ...among);
  return (
    <Card title={<Raw>{question.title}</Raw>} note={t('surveys.results.answeredBy', { count: question.answered, n: formatNumber(question.answered, language) })} action={<TableActions table={() => questionOut(question, weighted, language)} />}>
      {question.mean !== null && <p className="text">{t(question.kind === 'scale' ? 'surveys.results.meanMark' : 'surveys.results.mean', { n: formatNumber(question.mean, language, { digits: { min: 1, max: 2 } }) })}</p>}
      {question.rows.length > 0 && (
        <table className="tb">
          <thead><tr><th scope="col">{t('surveys.col.option')}</th><th scope="col" className="r">{t('surveys.col.chose')}</th><th scope="col" className="r">{t('surveys.col.share')}</th>{weighted && <th scope="col" className="r">{t('surveys.col.weighted')}</th>}</tr></thead>
          <tbody>{question.rows.map((row) => <tr key={row.id}><th scope="row"><Uk>{row.name}</Uk></th><td className="r">{formatNumber(row.share.yes, language)}</td><td className="r"><ShareText share={row.share} target={why('share', { question: question.id, option: row.id })} /></td>{weighted && <td className="r">{row.weighted && <ShareText share={row.weighted} target={why('share', { question: question.id, option: row.id, weighted: true })} />}</td>}</tr>)}</tbody>
        </table>
      )}
    </Card>
  );
}

const column = (key: string, kind: 'text' | 'number' | 'share') => ({ title: translate(`surveys.col.${key}`), kind });
const bounds = (row: ShareRow) => [row.share.rate, row.share.low, row.share.high, row.weighted?.rate ?? null, row.weighted?.low ?? null, row.weighted?.high ?? null];
const BOUNDS = () => [column('share', 'share'), column('low', 'share'), column('high', 'share'), column('weighted', 'share'), column('weightedLow', 'share'), column('weightedHigh', 'share')];

function servicesOut(results: ResultsView, language: Language): TableOut {
  return {
    title: translate('surveys.results.services'), note: `${results.survey.name}. ${translate('surveys.results.people', { n: results.among })}. ${translate(`surveys.select.${results.survey.selection}`)}.`,
    columns: [column('code', 'text'), column('service', 'text'), column('said', 'number'), column('yes', 'number'), ...BOUNDS(), column('gets', 'number'), column('without', 'number'), column('satisfied', 'share')],
    rows: results.services.map((row) => [row.code, shown(row.name, language), row.share.answered, row.share.yes, ...bounds(row), row.gets, row.without, row.satisfied.rate]),
  };
}

const questionOut = (question: ResultsView['questions'][number], weighted: boolean, language: Language): TableOut => ({
  title: question.title.slice(0, 200), columns: [column('option', 'text'), column('said', 'number'), column('chose', 'number'), ...(weighted ? BOUNDS() : BOUNDS().slice(0, 3))],
  rows: question.rows.map((row) => [shown(row.name, language), row.share.answered, row.share.yes, ...(weighted ? bounds(row) : bounds(row).slice(0, 3))]),
});
