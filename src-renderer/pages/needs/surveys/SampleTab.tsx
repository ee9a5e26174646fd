import { useId, useState } from 'react';
import type { FormView, Role, SamplePlan, SampleRow, SampleView } from '#contract/api/surveys.ts';
import { ROLES, SELECTIONS } from '#contract/lists.ts';
import { formatNumber, formatShare, roundHalf, type Language } from '#contract/format.ts';
import { ErrorNotice, Notice } from '../../../components/Notice.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { Card } from '../../../components/Page.tsx';
import { TableActions, type TableOut } from '../../../components/TableActions.tsx';
import { Uk } from '../../../components/Text.tsx';
import { translate, useText } from '../../../i18n/index.ts';
import { plain, shown } from '../../../lib/text.ts';
import { useScope } from '../../../plan/store.ts';
import { change } from '../../../plan/useChange.ts';
import { useView } from '../../../plan/useView.ts';
import { DayField, dayOf, dayText } from '../cycle/parts.tsx';
import { NumberField } from './NumberField.tsx';
import { SizeField } from './SizeField.tsx';
import { useAct } from './useAct.ts';

const DATES = ['started', 'ended'] as const;

/** How respondents are chosen, how many answers are needed and how many there are. */
export function SampleTab({ form, readOnly }: { readonly form: FormView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const id = useId();
  const scope = useScope();
  const view = useView('surveys.sample.view', { ...scope, survey: form.id }, ['surveys', 'community', 'groups']);
  const { error, act } = useAct();
  const [draft, setDraft] = useState(form.name);
  const { plan } = form;
  const set = (patch: Partial<Omit<Parameters<typeof change<'surveys.set'>>[1], 'survey'>>) => void act(() => change('surveys.set', { survey: form.id, ...patch }));
  const setPlan = (patch: Partial<SamplePlan>): void => set({ plan: { ...plan, ...patch } });
  const choice = <T extends string>(label: string, value: T, all: readonly T[], text: (one: T) => string, onPick: (one: T) => void) => (
    <div className="fld"><label htmlFor={`${id}${label}`}>{t(`surveys.plan.${label}`)}</label><select id={`${id}${label}`} className="in" value={value} disabled={readOnly} onChange={(event) => onPick(event.target.value as T)}>{all.map((one) => <option key={one} value={one}>{text(one)}</option>)}</select></div>
  );
  return (
    <>
      {error && <ErrorNotice error={error} />}
      <div className="su-cols">
        <Card title={t('surveys.plan.who')}>
          <div className="su-fields">
            <div className="fld su-two"><label htmlFor={`${id}n`}>{t('surveys.name')}</label><input id={`${id}n`} className="in" lang="uk" maxLength={200} value={draft} disabled={readOnly} onChange={(event) => setDraft(event.target.value)} onBlur={() => { if (draft.trim() === '') setDraft(form.name); else if (draft.trim() !== form.name) set({ name: draft.trim() }); }} /></div>
            {DATES.map((date) => <KeptDay key={`${date}${form[date]}`} label={t(`surveys.plan.${date}`)} value={form[date]} disabled={readOnly} onSet={(day) => set({ [date]: day })} />)}
            <NumberField label={t('surveys.plan.invited')} value={form.invited} low={0} high={1e9} whole disabled={readOnly} onSet={(invited) => set({ invited })} onEmpty={() => set({ invited: null })} />
            <div className="su-two">{choice('selection', form.selection, SELECTIONS, (one) => t(`surveys.select.${one}`), (selection) => set({ selection }))}</div>
            <div className="fld su-two"><label htmlFor={`${id}w`}>{t('surveys.plan.note')}</label><input id={`${id}w`} className="in" lang="uk" maxLength={1000} key={form.note} defaultValue={form.note} placeholder={t('surveys.plan.noteHint')} disabled={readOnly} onBlur={(event) => { if (event.target.value !== form.note) set({ note: event.target.value }); }} /></div>
          </div>
          <p className="note text">{t(form.selection === 'all' || form.selection === 'random' ? 'surveys.plan.margins' : 'surveys.plan.noMargins')}</p>
        </Card>
        <Card title={t('surveys.plan.want')} note={t('surveys.plan.confidence')}>
          <div className="su-fields">
            <NumberField label={t('surveys.plan.margin')} value={roundHalf(plan.margin * 100, 2)} low={0.5} high={50} disabled={readOnly} onSet={(value) => setPlan({ margin: value / 100 })} />
            {choice('goal', plan.goal, ['whole', 'each'], (one) => t(`surveys.plan.goals.${one}`), (goal) => setPlan({ goal }))}
            {choice('by', plan.by, ROLES, (one) => t(`surveys.role.${one}`), (by) => setPlan({ by }))}
            {choice('allocation', plan.allocation, ['proportional', 'equal'], (one) => t(`surveys.plan.allocations.${one}`), (allocation) => setPlan({ allocation }))}
            <NumberField label={t('surveys.plan.response')} value={roundHalf(plan.response * 100, 2)} low={1} high={100} disabled={readOnly} onSet={(value) => setPlan({ response: value / 100 })} />
            <NumberField label={t('surveys.plan.design')} value={plan.designEffect} low={1} high={10} disabled={readOnly} onSet={(value) => setPlan({ designEffect: value })} />
          </div>
          <p className="note text">{shown(form.assumptions, language)} {t('surveys.plan.designAbout')}</p>
        </Card>
      </div>
      <Loaded view={view} lines={6}>{(sample) => <SampleTable survey={form.id} sample={sample} readOnly={readOnly} />}</Loaded>
    </>
  );
}

/** A day kept when its field is left; what is no day is not kept. */
function KeptDay({ label, value, disabled, onSet }: { readonly label: string; readonly value: string; readonly disabled: boolean; readonly onSet: (day: string) => void }) {
  const [text, setText] = useState(dayText(value));
  return <div onBlur={() => { const day = dayOf(text); if (day !== null && day !== value) onSet(day); }}><DayField label={label} value={text} disabled={disabled} onChange={setText} /></div>;
}

function tableOf({ plan, whole, rows }: SampleView, language: Language): TableOut {
  const t = (key: string): string => translate(key, { lng: language });
  const line = (row: SampleRow) => [plain(row.name, language), row.population, row.needed, row.invited, row.margin, row.answered];
  return {
    title: t('surveys.sample.title'), note: `${t(`surveys.plan.goals.${plan.goal}`)}, ± ${formatShare(plan.margin, language)}`,
    columns: [{ title: t(`surveys.role.${plan.by}`), kind: 'text' }, { title: t('surveys.sample.population'), kind: 'number' }, { title: t('surveys.sample.needed'), kind: 'number' }, { title: t('surveys.sample.invited'), kind: 'number' }, { title: t('surveys.sample.margin'), kind: 'share' }, { title: t('surveys.sample.answered'), kind: 'number' }],
    rows: [line(whole), ...rows.map(line)],
  };
}

/** The table of the plan: people, answers needed, invitations, margin, answers there are. */
function SampleTable({ survey, sample, readOnly }: { readonly survey: string; readonly sample: SampleView; readonly readOnly: boolean }) {
  const { t, language } = useText();
  const { plan, whole, rows } = sample;
  const n = (value: number | null): string => (value === null ? t('states.sign.unknown') : formatNumber(value, language));
  const line = (row: SampleRow, role: Role | 'whole') => (
    <tr key={row.id} className={role === 'whole' ? 'su-whole' : ''}>
      <th scope="row"><Uk>{row.name}</Uk></th>
      <td className="r"><SizeField survey={survey} role={role} row={row} disabled={readOnly} /></td>
      <td className="r w5">{n(row.needed)}</td><td className="r">{n(row.invited)}</td>
      <td className="r">{row.margin === null ? t('states.sign.unknown') : `± ${formatShare(row.margin, language)}`}</td>
      <td className="r">{n(row.answered)}{row.needed !== null && row.needed > row.answered && <span className="note"> {t('surveys.sample.rest', { n: formatNumber(row.needed - row.answered, language) })}</span>}</td>
    </tr>
  );
  const unknown = rows.filter((row) => row.population === null).length;
  return (
    <Card title={t('surveys.sample.title')} note={t('surveys.sample.sub', { margin: formatShare(plan.margin, language) })} action={<span className="row"><TableActions table={() => tableOf(sample, language)} /><button type="button" className="ctl" onClick={() => window.print()}>{t('surveys.sample.print')}</button></span>}>
      <div className="su-wide" role="group" aria-label={t('surveys.sample.title')} tabIndex={0}>
        <table className="tb">
          <thead><tr><th scope="col">{t(`surveys.role.${plan.by}`)}</th>{(['population', 'needed', 'invited', 'margin', 'answered'] as const).map((id) => <th key={id} scope="col" className="r">{t(`surveys.sample.${id}`)}</th>)}</tr></thead>
          <tbody>{line(whole, 'whole')}{rows.map((row) => line(row, plan.by))}</tbody>
        </table>
      </div>
      {rows.length === 0 && <p className="note text">{t('surveys.sample.noParts')}</p>}
      {unknown > 0 && <Notice kind="wn">{t('surveys.sample.unknown', { count: unknown })}</Notice>}
      <p className="note text">
        {sample.overlapping && `${t('surveys.sample.overlapping')} `}
        {sample.unplaced > 0 && `${t('surveys.sample.unplaced', { count: sample.unplaced })} `}
        {sample.reached !== null ? t('surveys.sample.reached', { margin: formatShare(sample.reached, language) }) : whole.answered > 1 && !sample.chance ? t('surveys.sample.notReached') : ''}
      </p>
    </Card>
  );
}
