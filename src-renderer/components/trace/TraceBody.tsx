import { Fragment, type ReactNode } from 'react';
import { formatDate, formatDateTime, formatNumber } from '#contract/format.ts';
import type { Trace, TraceInput, TraceNorm, TraceRef } from '#contract/models.ts';
import { useText } from '../../i18n/index.ts';
import { sentencePlain } from '../../i18n/sentence.ts';
import { boundsText, dated, numText, numWords, unitAfter } from '../../lib/numbers.ts';
import { cellHref, href, pageOf } from '../../lib/route.ts';
import { namesAddress } from '../../lib/text.ts';
import { usePlan } from '../../plan/store.ts';
import { Mark } from '../Marks.tsx';
import { Author, Raw, Says, Tx, Uk } from '../Text.tsx';
import { exactText } from './official.ts';
import { deeper } from './store.ts';

/** Everything the explanation of a number says, in the order of the look. */
export function TraceBody({ trace }: { readonly trace: Trace }) {
  const { t, language } = useText();
  const { num } = trace;
  const bounds = boundsText(num, language);
  return (
    <>
      <Subject trace={trace} />
      <div className={`big${num.value === null ? ' nd' : ''}`}><span>{numText(num, language)}</span> {num.value !== null && unitAfter(num.value, num.unit, language)}{bounds !== null && <em>{t('common.bounds', { range: bounds })}</em>}</div>
      {trace.approved && (
        <p className="note"><Tx k="shell.trace.approved" p={{ value: numText(trace.approved.num, language), decision: trace.approved.decision, date: formatDate(trace.approved.decidedOn, language), name: trace.approved.name }} /> <a href={href('needs', { tab: 'cycle', changes: trace.approved.snapshot })}>{t('shell.trace.approvedLink')}</a></p>
      )}
      <div className="fx"><div className="note"><Says>{trace.formula}</Says></div>{trace.steps.map((step, at) => <div className="eq" key={at}><Step parts={step} /></div>)}</div>
      {trace.missing.length > 0 && (
        <Part title={t('shell.trace.missing')}><ul className="lst">{trace.missing.map((key, at) => <li key={at}><a href={cellHref(pageOf(key), key)}>{t('states.enter', { what: t(`measures.${key.measure}.full`) })}</a></li>)}</ul></Part>
      )}
      {trace.inputs.length > 0 && <Part title={t('shell.trace.inputs')}><dl>{trace.inputs.map((input, at) => <Input key={at} input={input} before={trace.inputs[at - 1]} />)}</dl></Part>}
      {trace.norms.length > 0 && <Part title={t('shell.trace.norms')}><dl>{trace.norms.map((norm) => <Norm key={norm.normId} norm={norm} />)}</dl></Part>}
      {trace.assumptions.length > 0 && <Part title={t('shell.trace.assumptions')}><ul className="lst">{trace.assumptions.map((assumption, at) => <li key={at}><Mark kind="assumption" /> <Says>{assumption}</Says></li>)}</ul></Part>}
      {trace.who && <Part title={t('shell.trace.who')}><p className="note">{trace.who.author !== '' && <><Author>{trace.who.author}</Author>, </>}{formatDateTime(trace.who.at, language)}</p></Part>}
      {trace.rounding && <Part title={t('shell.trace.rounding')}><p className="note"><Says>{trace.rounding}</Says></p></Part>}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <><h3>{title}</h3>{children}</>;
}

/** Figure · service · group · territory · year · scenario. */
function Subject({ trace: { subject } }: { readonly trace: Trace }) {
  const { t } = useText();
  const { view } = usePlan();
  const scenario = subject.scenario === 'base' ? t('shell.base') : view?.scenarios.find((one) => one.id === subject.scenario)?.name ?? subject.scenario;
  const parts: ReactNode[] = [<Says key="what">{subject.what}</Says>];
  if (subject.service) parts.push(<Fragment key="service">{subject.serviceCode !== null && `${subject.serviceCode} `}<Uk>{subject.service}</Uk></Fragment>);
  if (subject.group) parts.push(<Uk key="group">{subject.group}</Uk>);
  if (subject.territory) parts.push(<Uk key="territory">{subject.territory}</Uk>);
  parts.push(String(subject.year), <Raw key="scenario">{scenario}</Raw>);
  return <p className="note">{parts.map((part, at) => <Fragment key={at}>{at > 0 && ' · '}{part}</Fragment>)}</p>;
}

/** A number inside the explanation: a click goes deeper. */
function Deeper({ text, name, target }: { readonly text: string; readonly name: string; readonly target: TraceRef | null }) {
  return target ? <button type="button" className="n" aria-label={name} onClick={() => deeper(target)}>{text}</button> : <>{text}</>;
}

function Step({ parts }: { readonly parts: Trace['steps'][number] }) {
  const { t, language } = useText();
  return parts.map((part, at) => {
    if (typeof part === 'string') return <Raw key={at}>{part}</Raw>;
    const text = part.n === null ? t('states.sign.unknown') : exactText(part.n, part.unit, language);
    const last = at === parts.length - 1;
    return last && !part.ref ? <b key={at}>{text}</b> : <Deeper key={at} text={text} name={text} target={part.ref} />;
  });
}

function Input({ input, before }: { readonly input: TraceInput; readonly before: TraceInput | undefined }) {
  const { t, language } = useText();
  const { num } = input;
  const bounds = boundsText(num, language);
  const words: ReactNode[] = [];
  if (input.method) words.push(t(`methods.${input.method}`));
  if (input.source !== '' && input.source === before?.source) words.push(t('shell.trace.sameSource'));
  else if (input.source !== '') words.push(<Raw key="source">{input.source}</Raw>);
  else if (input.method) words.push(t('shell.trace.noSource'));
  const date = dated(input, language);
  if (date !== '') words.push(date);
  if (bounds !== null) words.push(t('common.bounds', { range: bounds }));
  if (input.note !== '') words.push(<Raw key="note">{input.note}</Raw>);
  // Published is what anybody can look up: state statistics, or a source with its public address.
  const published = num.ref?.kind === 'figure' && num.state === 'known' && input.source !== '' && !num.assumed && (input.method === 'statistics' || namesAddress(input.source));
  return (
    <div>
      <dt>{(num.state === 'assumption' || (num.assumed && num.state === 'known')) && <><Mark kind="assumption" /> </>}<Says>{input.label}</Says></dt>
      <dd>{num.value === null ? <span className="nd">{numText(num, language)}</span> : <Deeper text={numText(num, language)} name={`${sentencePlain(input.label, language)}: ${numWords(num, language)}`} target={num.ref} />}</dd>
      <dd className="p">
        {words.map((word, at) => <Fragment key={at}>{at > 0 && ' · '}{word}</Fragment>)}
        {num.state === 'carried' && <> <Mark kind="carried" /></>}{num.state === 'prefilled' && <> <Mark kind="prefilled" /></>}{num.state === 'conflict' && <> <Mark kind="conflict" /></>}
        {published && <> <Mark kind="published" /></>}
      </dd>
    </div>
  );
}

function Norm({ norm }: { readonly norm: TraceNorm }) {
  const { t, language } = useText();
  // A long text is the act itself, which stands below with its article.
  const value = typeof norm.value === 'string' && norm.value.length > 16 ? null : norm.value;
  const written = value !== null && norm.article.uk !== '';
  return (
    <div>
      <dt><Uk>{norm.subject}</Uk></dt>
      <dd className={value === null ? 'm' : ''}>
        {value === null ? <Uk>{norm.article}</Uk> : <>{typeof value === 'number' ? formatNumber(value, language) : <Raw>{value}</Raw>} <Uk>{norm.unit}</Uk></>}
      </dd>
      <dd className="p">
        <Uk>{norm.act}</Uk>{written && <>, <Uk>{norm.article}</Uk></>}{norm.effect !== 'used' && ` · ${t(`shell.trace.effect.${norm.effect}`)}`}{' '}
        <Mark kind={norm.confidence === 'recalled' ? 'recalled' : 'checked'} />
      </dd>
    </div>
  );
}
