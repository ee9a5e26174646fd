import { useState } from 'react';
import type { IndicatorInfo, IntegrationView, Population } from '#contract/api/integration.ts';
import type { SurveyInfo } from '#contract/api/surveys.ts';
import { formatNumber, formatShare, formatValueRange } from '#contract/format.ts';
import { Dialog } from '../../../components/Dialog.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { ErrorNotice } from '../../../components/Notice.tsx';
import { EmptyState } from '../../../components/Page.tsx';
import { Raw, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { periodText } from '../../../lib/period.ts';
import { href } from '../../../lib/route.ts';
import { plain, plainText } from '../../../lib/text.ts';
import { useScope } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { ChoiceField } from '../../needs/projection/fields.tsx';
import { SendError } from '../../needs/cycle/parts.tsx';
import { useSend } from '../../needs/cycle/useSend.ts';

const bySurvey = (indicator: IndicatorInfo): boolean => indicator.source.en?.includes('survey') === true;

interface Props { readonly view: IntegrationView; readonly period: string; readonly onClose: () => void }

/** A share of a survey becomes the value of an indicator. */
export function SurveyDialog({ view, period, onClose }: Props) {
  const { t, language } = useText();
  const surveys = useView('surveys.view', {}, ['surveys']);
  return (
    <Dialog title={t('integration.survey.title', { period: periodText(period, language) })} wide onClose={onClose}>
      <Loaded view={surveys} lines={6}>{(all) => {
        const answered = all.filter((each) => each.answers > 0);
        return answered.length === 0 ? <EmptyState title={t('integration.survey.none')} text=""><a className="ctl" href={href('needs', { tab: 'surveys' })}>{t('integration.survey.go')}</a></EmptyState> : <Choice view={view} period={period} surveys={answered} onClose={onClose} />;
      }}</Loaded>
    </Dialog>
  );
}

function Choice({ view, period, surveys, onClose }: Props & { readonly surveys: readonly SurveyInfo[] }) {
  const { t, language } = useText();
  const scope = useScope();
  const send = useSend();
  // Those usually asked in surveys stand first.
  const indicators = view.indicators.filter((each) => each.kind === 'share' && each.gapOf === null).toSorted((a, b) => Number(bySurvey(b)) - Number(bySurvey(a)));
  const [survey, setSurvey] = useState(surveys.at(-1)?.id ?? '');
  const [indicator, setIndicator] = useState(indicators[0]?.id ?? '');
  const populations = indicators.find((each) => each.id === indicator)?.populations ?? [];
  const [wanted, setPopulation] = useState<Population>('idp');
  const population = populations.includes(wanted) ? wanted : populations[0] ?? 'idp';
  const [question, setQuestion] = useState('');
  const [options, setOptions] = useState<readonly string[]>([]);
  const [among, setAmong] = useState('');
  const [weighted, setWeighted] = useState(false);
  const results = useView('surveys.results.view', { ...scope, survey }, ['surveys']);
  const { data } = results;
  const asked = data?.questions.find((each) => each.id === question);
  const service = data?.services.find((each) => each.question === question);
  const of = { ...scope, survey, question, options: [...options], among, weighted };
  const toggle = (id: string): void => { send.clear(); setOptions(options.includes(id) ? options.filter((each) => each !== id) : [...options, id]); };
  const groups = data?.strata.find((each) => each.role === 'groups')?.options ?? [];
  return (
    <form className="dlg" onSubmit={(event) => { event.preventDefault(); void send.send('integration.takeSurvey', { ...of, period, indicator, population }, onClose); }}>
      <p className="note text">{t('integration.survey.about')}</p>
      <div className="ig-form">
        <ChoiceField label={t('integration.survey.indicator')} value={indicator} options={indicators.map((each) => [each.id, plain(each.name, language)] as const)} onChange={setIndicator} />
        <ChoiceField label={t('integration.survey.people')} value={population} options={view.populations.filter(({ id }) => populations.includes(id)).map(({ id, name }) => [id, plain(name, language)] as const)} onChange={setPopulation} />
        <ChoiceField label={t('integration.survey.survey')} value={survey} options={surveys.map((each) => [each.id, plainText(each.name, language)] as const)} onChange={(next) => { setSurvey(next); setQuestion(''); setOptions([]); setAmong(''); }} />
        <ChoiceField label={t('integration.survey.question')} value={question} options={[['', t('integration.survey.pick')], ...(data?.questions ?? []).map((each) => [each.id, plainText(each.title, language)] as const), ...(data?.services ?? []).map((each) => [each.question, `${plain(each.name, language)}: ${t('integration.survey.needs')}`] as const)]} onChange={(next) => { send.clear(); setQuestion(next); setOptions([]); }} />
        {groups.length > 0 && <ChoiceField label={t('integration.survey.among')} value={among} options={[['', t('integration.survey.everyone')], ...groups.map((each) => [each.id, `${plain(each.name, language)} (${formatNumber(each.answers, language)})`] as const)]} onChange={setAmong} />}
      </div>
      {asked && (
        <fieldset className="ig-pick"><legend>{t('integration.survey.options')}</legend>
          {asked.rows.map((row) => <label key={row.id}><input type="checkbox" checked={options.includes(row.id)} onChange={() => toggle(row.id)} /> <Uk>{row.name}</Uk> <span className="note">{formatNumber(row.share.yes, language)}</span></label>)}
        </fieldset>
      )}
      {data?.weights.result?.converged && <div className="ig-pick"><label><input type="checkbox" checked={weighted} onChange={() => setWeighted(!weighted)} /> {t('integration.survey.weighted')}</label></div>}
      {(service !== undefined || options.length > 0) && <Preview of={of} />}
      <SendError send={send} />
      <div className="bt"><button type="button" className="ctl" onClick={onClose}>{t('common.cancel')}</button><button type="submit" className="ctl pri" disabled={send.busy || indicator === '' || (service === undefined && options.length === 0)}>{t('integration.survey.take')}</button></div>
    </form>
  );
}

/** What would be taken, before it is. */
function Preview({ of }: { readonly of: { readonly year: number; readonly scenario: string; readonly survey: string; readonly question: string; readonly options: string[]; readonly among: string; readonly weighted: boolean } }) {
  const { t, language } = useText();
  const { data, error } = useView('integration.survey.view', of, ['surveys']);
  if (error) return <ErrorNotice error={error} />;
  if (!data) return null;
  const { share, yes, answered, source, note } = data;
  const bounds = share.low !== null && share.high !== null && share.low !== share.high ? ` (${formatValueRange(share.low, share.high, 'share', language)})` : share.kind === 'indicative' ? t('integration.survey.indicative') : '';
  const counts = { yes: formatNumber(yes, language, { digits: { min: 0, max: 1 } }), answered: formatNumber(answered, language) };
  return <p role="status"><b className="w5">{share.rate === null ? t('integration.survey.few', counts) : t('integration.survey.result', { ...counts, share: formatShare(share.rate, language), bounds })}</b> <span className="note"><Raw>{[source, note].filter(Boolean).join('; ')}</Raw></span></p>;
}
