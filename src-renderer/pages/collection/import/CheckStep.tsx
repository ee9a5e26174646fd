import { useState } from 'react';
import type { ImportChange, ImportCheck, ImportFilter, ImportKind } from '#contract/api/imports.ts';
import { IMPORT_FILTERS } from '#contract/lists.ts';
import { formatNumber } from '#contract/format.ts';
import { asApiError, call, type ApiError } from '../../../api.ts';
import { ErrorText, Notice } from '../../../components/Notice.tsx';
import { Card } from '../../../components/Page.tsx';
import { Raw, Tx, Uk } from '../../../components/Text.tsx';
import { useText } from '../../../i18n/index.ts';
import { download } from '../../../lib/files.ts';
import { usePlan } from '../../../plan/store.ts';
import { useView } from '../../../plan/useView.ts';
import { Chooser, useChoices, useLists } from './Chooser.tsx';
import { StepButtons } from './StepButtons.tsx';
import { allChanges, apply, goTo, runCheck, setMapping, useWizard } from './wizard.ts';

/** The dry run: what will change, what is asked, what cannot be taken. Nothing is stored before «Внести». */
export function CheckStep() {
  const { t } = useText();
  const { check, busy, mapping } = useWizard();
  const [filter, setFilter] = useState<ImportFilter | null>(null);
  if (busy?.what === 'check' || !mapping) return null;
  if (!check) return <div className="bt"><button type="button" className="ctl" onClick={() => goTo('columns')}>{t('common.back')}</button><button type="button" className="ctl pri" onClick={() => void runCheck()}>{t('collection.check.again')}</button></div>;
  const { counts } = check;
  const willChange = counts.new + counts.changed;
  const shown = filter ?? IMPORT_FILTERS.find((each) => counts[each] > 0) ?? 'new';
  return (
    <>
      <Verdict check={check} />
      {check.questions.length > 0 && <Questions check={check} />}
      {check.newYears.length > 0 && !mapping.addYears && <Notice kind="wn"><span>{t('collection.check.newYears', { years: check.newYears.join(', ') })}</span><div className="bt"><button type="button" className="ctl" onClick={() => { setMapping({ addYears: true }); void runCheck(); }}>{t('collection.check.addYears')}</button></div></Notice>}
      <Totals check={check} />
      <Card className="co-list">
        <div className="row">
          <span className="seg" role="group" aria-label={t('collection.check.filter')}>
            {IMPORT_FILTERS.map((each) => <button key={each} type="button" aria-pressed={shown === each} onClick={() => setFilter(each)}>{t(`collection.filter.${each}`, { n: counts[each] })}</button>)}
          </span>
          <span className="sp" />
          <SaveList filter={shown} />
        </div>
        <List key={shown} filter={shown} count={counts[shown]} />
      </Card>
      <StepButtons back="columns" next={() => void apply()} label={t('collection.check.apply', { count: willChange })} blocked={willChange === 0 ? t('collection.check.nothing') : null} />
    </>
  );
}

/** The outcome in a sentence, and why things were left out. */
function Verdict({ check }: { readonly check: ImportCheck }) {
  const { t } = useText();
  const { counts, passed, reasons } = check;
  const scenario = useWizard().mapping?.scenario ?? 'base';
  const name = usePlan((plan) => plan.view?.scenarios.find((each) => each.id === scenario)?.name ?? scenario);
  const passedBy = (['totals', 'repeated', 'blank', 'hidden'] as const).filter((each) => passed[each] > 0);
  return (
    <div className="stack">
      <p className="co-verdict">{t('collection.check.verdict', { new: t('collection.count.new', { count: counts.new }), changed: t('collection.count.changed', { count: counts.changed }), rejected: t('collection.count.rejected', { count: counts.rejected }) })}</p>
      {scenario !== 'base' && <p><Tx k="collection.check.scenario" p={{ name }} /></p>}
      {reasons.length > 0 && <p className="note">{t('collection.check.reasons')} {reasons.slice(0, 5).map(({ reason, count }) => `${t(`collection.reason.${reason}`)} – ${count}`).join('; ')}.</p>}
      {passedBy.length > 0 && <p className="note">{t('collection.check.passed')} {passedBy.map((each) => t(`collection.passed.${each}`, { count: passed[each] })).join('; ')}.</p>}
    </div>
  );
}

/** Names nobody knows: which one of the plan is it? */
function Questions({ check }: { readonly check: ImportCheck }) {
  const { t } = useText();
  const { mapping } = useWizard();
  const choices = useChoices(useLists());
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  if (!mapping) return null;
  const use = (): void => {
    const given = check.questions.flatMap(({ kind, text }) => { const id = answers[`${kind} ${text}`]; return id === undefined || id === '' ? [] : [{ kind, text, id: id === 'leave' ? '' : id }]; });
    setMapping({ names: [...mapping.names.filter((name) => !given.some((each) => each.kind === name.kind && each.text === name.text)), ...given] });
    void runCheck();
  };
  const shown = check.questions.slice(0, 50);
  const group = (kind: ImportKind) => [{ id: 'leave', text: t('collection.check.leave'), uk: false }, ...choices(kind)];
  return (
    <Card title={t('collection.check.questions', { count: check.questions.length })} note={t('collection.check.questionsNote')}>
      <div className="co-wide"><table className="tb">
        <thead><tr><th scope="col">{t('collection.check.inFile')}</th><th scope="col">{t('collection.check.kind')}</th><th scope="col" className="r">{t('collection.check.rows')}</th><th scope="col">{t('collection.check.is')}</th></tr></thead>
        <tbody>
          {shown.map(({ kind, text, rows, firstRow, candidates }) => {
            const key = `${kind} ${text}`;
            return (
              <tr key={key}>
                <th scope="row"><Raw>{text}</Raw></th><td>{t(`collection.role.${kind}`)}</td><td className="r">{rows === 1 ? t('collection.check.oneRow', { row: firstRow }) : rows}</td>
                <td><Chooser hidden label={<Tx k="collection.check.answer" p={{ text }} />} value={answers[key] ?? ''} none={t('collection.check.choose')} first={candidates} choices={group(kind)} onChange={(id) => setAnswers({ ...answers, [key]: id })} /></td>
              </tr>
            );
          })}
        </tbody>
      </table></div>
      <div className="bt co-go"><button type="button" className="ctl" disabled={Object.values(answers).every((id) => id === '')} onClick={use}>{t('collection.check.use')}</button>{check.questions.length > shown.length && <span className="note">{t('collection.check.moreQuestions', { n: check.questions.length - shown.length })}</span>}</div>
    </Card>
  );
}

/** Totals of the file that differ from the sum of their parts. */
function Totals({ check }: { readonly check: ImportCheck }) {
  const { t, language } = useText();
  if (check.totals.length === 0) return check.totalsFine > 0 ? <p className="note">{t('collection.check.totalsFine', { count: check.totalsFine })}</p> : null;
  return (
    <Notice kind="wn">
      <p>{t('collection.check.totalsWrong', { count: check.totals.length })}</p>
      <ul className="co-facts">{check.totals.slice(0, 8).map((total) => <li key={`${total.sheet} ${total.row} ${total.column}`}>{t('collection.check.totalLine', { row: total.row, column: total.column, stated: formatNumber(total.stated, language), sum: formatNumber(total.sum, language), difference: formatNumber(total.stated - total.sum, language) })} <Raw>{total.label}</Raw></li>)}</ul>
    </Notice>
  );
}

const SHOWN = 50;

function List({ filter, count }: { readonly filter: ImportFilter; readonly count: number }) {
  const { t, language } = useText();
  const { importId } = useWizard();
  const [from, setFrom] = useState(0);
  const view = useView('import.changes', importId === null || count === 0 ? null : { importId, filter, from, count: SHOWN }, []);
  if (count === 0 || !view.data) return <p className="note">{count === 0 ? t('collection.check.noLines') : ''}</p>;
  const { rows, of } = view.data;
  const n = (value: number | null): string => (value === null ? t('states.sign.unknown') : formatNumber(value, language, { digits: { min: 0, max: 4 } }));
  return (
    <>
      <div className="co-wide"><table className="tb">
        <thead><tr><th scope="col" className="r">{t('collection.row')}</th><th scope="col">{t('collection.check.what')}</th><th scope="col">{t('collection.role.territory')}</th><th scope="col">{t('common.year')}</th>{filter === 'rejected' ? <><th scope="col">{t('collection.check.inFile')}</th><th scope="col">{t('collection.check.reason')}</th></> : <><th scope="col" className="r">{t('collection.check.before')}</th><th scope="col" className="r">{t('collection.check.after')}</th></>}</tr></thead>
        <tbody>
          {rows.map((line, at) => (
            <tr key={`${line.sheet} ${line.row} ${line.column} ${at}`}>
              <td className="r">{line.column}{line.row}</td><th scope="row"><What line={line} /></th><td><Raw>{line.territory}</Raw></td><td>{line.year}</td>
              {filter === 'rejected' ? <><td><Raw>{line.text}</Raw></td><td>{line.reason && t(`collection.reason.${line.reason}`)}</td></> : <><td className="r">{line.before === null && filter === 'new' ? '' : n(line.before)}</td><td className="r">{n(line.after)}</td></>}
            </tr>
          ))}
        </tbody>
      </table></div>
      {of > SHOWN && <div className="row"><button type="button" className="ctl" disabled={from === 0} onClick={() => setFrom(Math.max(0, from - SHOWN))}>{t('collection.earlier')}</button><button type="button" className="ctl" disabled={from + SHOWN >= of} onClick={() => setFrom(from + SHOWN)}>{t('collection.later')}</button><span className="note">{t('collection.sheet.previewNote', { from: from + 1, to: Math.min(from + SHOWN, of), of })}</span></div>}
    </>
  );
}

/** Measure, service, group, provider, sex and age of a line. */
function What({ line }: { readonly line: ImportChange }) {
  const { t } = useText();
  if (line.measure === null) return <span className="q">{t('collection.check.wholeRow')}</span>;
  return (
    <>
      {t(`measures.${line.measure}.short`)}{line.service && <> · <Uk>{line.service}</Uk></>}{line.group && <> · <Uk>{line.group}</Uk></>}{line.provider !== '' && <> · <Raw>{line.provider}</Raw></>}
      {line.sex !== 'all' && ` · ${t(`collection.sex.${line.sex}`)}`}{line.age !== 'all' && ` · ${t(`collection.age.${line.age.replace('+', '')}`)}`}
    </>
  );
}

/** Saves the lines of a filter as .xlsx. */
function SaveList({ filter }: { readonly filter: ImportFilter }) {
  const { t, language } = useText();
  const [error, setError] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setError(null);
    setBusy(true);
    try {
      const name = (label: ImportChange['group']): string | null => (label === null ? null : language === 'uk' ? label.uk : label.en ?? label.uk);
      const rows = (await allChanges(filter)).map((line) => [line.sheet, line.row, line.column, line.measure === null ? null : t(`measures.${line.measure}.full`), name(line.service), name(line.group), line.provider || null, line.territory || null, line.year, line.before, line.after, line.text || null, line.reason === null ? null : t(`collection.reason.${line.reason}`)]);
      const columns = ['sheet', 'row', 'column', 'measure', 'service', 'group', 'provider', 'territory', 'year', 'before', 'after', 'text', 'reason'].map((id) => ({ title: t(`collection.out.${id}`), kind: ['row', 'year', 'before', 'after'].includes(id) ? 'number' as const : 'text' as const }));
      download(await call('table.xlsx', { title: t(`collection.list.${filter}`), language, columns, rows }));
    } catch (thrown) { setError(asApiError(thrown)); }
    setBusy(false);
  };
  return <>{error && <span className="note" role="alert"><ErrorText error={error} /></span>}<button type="button" className="ctl" disabled={busy} onClick={() => void save()}>{t('common.saveXlsx')}</button></>;
}
