import './cycle.css';
import { useId, type ReactNode } from 'react';
import type { Basis as BasisOf, CycleView, Determination, Stage } from '#contract/api/cycle.ts';
import { formatDate, type Language } from '#contract/format.ts';
import { parseDate } from '#contract/parse.ts';
import { Mark } from '../../../components/Marks.tsx';
import { ErrorNotice, FieldError } from '../../../components/Notice.tsx';
import { Uk } from '../../../components/Text.tsx';
import { translate, useText } from '../../../i18n/index.ts';
import { hasCyrillic, plain } from '../../../lib/text.ts';
import type { Send } from './useSend.ts';

/** How a stage stands, late and done late told apart. */
export const lookOf = (stage: Stage): 'planned' | 'going' | 'done' | 'doneLate' | 'late' | 'begin' | 'skipped' =>
  (stage.lateDays > 0 ? 'late' : stage.shouldBegin ? 'begin' : stage.doneLate ? 'doneLate' : stage.state);

/** The state of a stage in words: «триває», «запізнення: 20 днів». */
export const stateText = (stage: Stage, language: Language): string => translate(`cycle.state.${lookOf(stage)}`, { lng: language, count: stage.lateDays });

const MARK = { planned: 'ty', going: 'go', done: 'ok', doneLate: 'ok', late: 'bd', begin: 'as', skipped: 'ty' } as const;
export function StageMark({ stage }: { readonly stage: Stage }) {
  const { language } = useText();
  return <span className={`mk cyc-mk ${MARK[lookOf(stage)]}`}>{stateText(stage, language)}</span>;
}

/** «01.01.2027 – 10.02.2027»; a side not set is left open. */
export function datesText({ from, to }: Pick<Stage, 'from' | 'to'>, language: Language): string {
  if (from === '' && to === '') return translate('cycle.noDates', { lng: language });
  return `${from === '' ? '…' : formatDate(from, language)} – ${to === '' ? '…' : formatDate(to, language)}`;
}

/** «Соціальне дослідження, 2027». */
export const nameOf = (view: CycleView, d: Pick<Determination, 'kind' | 'year'>, language: Language): string => {
  const kind = view.kinds.find((each) => each.id === d.kind);
  return translate('cycle.named', { lng: language, name: kind ? plain(kind.name, language) : d.kind, year: d.year });
};

/** «пропозиція»: no act names it, the program proposes it. */
export function Proposal() {
  const { t } = useText();
  return <span className="mk as" title={t('cycle.proposalNote')}>{t('cycle.proposal')}</span>;
}

/** Why something is so, with «звірте» when it is only recalled and «пропозиція» when no act says it. */
export function Basis({ basis, label }: { readonly basis: BasisOf; readonly label?: string }) {
  return <p className="note text">{label !== undefined && `${label} `}<Uk>{basis.text}</Uk>{basis.confidence === 'recalled' && <> <Mark kind="recalled" /></>}{basis.confidence === 'assumption' && <> <Proposal /></>}</p>;
}

/** What went wrong, and the way on when a text only looked like a name. */
export function SendError({ send }: { readonly send: Send }) {
  const { t } = useText();
  return send.error && <ErrorNotice error={send.error}>{send.again && <button type="button" className="ctl" onClick={send.again}>{t('cycle.notAPerson')}</button>}</ErrorNotice>;
}

/** A line of text with its name. */
export function TextField({ label, value, onChange, max, note, multi = false, list }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly max: number; readonly note?: ReactNode; readonly multi?: boolean; readonly list?: readonly string[] }) {
  const id = useId();
  const common = { id, className: 'in', value, maxLength: max, lang: hasCyrillic(value) ? 'uk' : undefined, 'aria-describedby': note === undefined ? undefined : `${id}n` };
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      {multi ? <textarea {...common} rows={2} onChange={(event) => onChange(event.target.value)} /> : <input {...common} list={list ? `${id}l` : undefined} onChange={(event) => onChange(event.target.value)} />}
      {list && <datalist id={`${id}l`}>{list.map((each) => <option key={each} value={each}>{each}</option>)}</datalist>}
      {note !== undefined && <p className="note" id={`${id}n`}>{note}</p>}
    </div>
  );
}

/** A day as it is typed: «01.02.2027», empty = not set. */
export const dayOf = (text: string): string | null => (text.trim() === '' ? '' : parseDate(text));
export const dayText = (iso: string): string => (iso === '' ? '' : formatDate(iso, 'uk'));

/** A day typed as dd.mm.yyyy; what is no day is said under the field. */
export function DayField({ label, value, onChange, note, disabled }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly note?: ReactNode; readonly disabled?: boolean }) {
  const { t } = useText();
  const id = useId();
  const wrong = dayOf(value) === null;
  return (
    <div className="fld cyc-day">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="in" value={value} maxLength={20} placeholder={t('cycle.dayHint')} disabled={disabled} aria-invalid={wrong || undefined} aria-describedby={wrong ? `${id}e` : undefined} onChange={(event) => onChange(event.target.value)} />
      {wrong && <FieldError id={`${id}e`}>{t('cycle.dayWrong')}</FieldError>}
      {note !== undefined && <p className="note">{note}</p>}
    </div>
  );
}
