import { useId, type ReactNode } from 'react';
import { formatNumber, type Language } from '#contract/format.ts';
import type { Label, Num } from '#contract/models.ts';
import { parseNumber } from '#contract/parse.ts';
import { FieldError } from '../../../components/Notice.tsx';
import { useText } from '../../../i18n/index.ts';
import { hasCyrillic, plain } from '../../../lib/text.ts';
import { usePlan } from '../../../plan/store.ts';

/** A named field: the caller draws the control with the given id. */
export function Field({ label, error, note, children }: { readonly label: string; readonly error?: string | null; readonly note?: ReactNode; readonly children: (id: string, described: string | undefined) => ReactNode }) {
  const id = useId();
  const wrong = error !== undefined && error !== null;
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      {children(id, wrong ? `${id}e` : undefined)}
      {note !== undefined && <p className="note">{note}</p>}
      {wrong && <FieldError id={`${id}e`}>{error}</FieldError>}
    </div>
  );
}

interface TextProps { readonly label: string; readonly value: string; readonly onChange: (value: string) => void; readonly max?: number; readonly error?: string | null; readonly note?: ReactNode; readonly numeric?: boolean }

/** A line of text. */
export function TextField({ label, value, onChange, max = 400, error, note, numeric = false }: TextProps) {
  const wrong = error !== undefined && error !== null;
  return (
    <Field label={label} error={error} note={note}>
      {(id, described) => <input id={id} className={`in${numeric ? ' pj-n' : ''}`} maxLength={max} inputMode={numeric ? 'decimal' : undefined} value={value} lang={hasCyrillic(value) ? 'uk' : undefined} aria-invalid={wrong || undefined} aria-describedby={described} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

/** A choice of a few. */
export function ChoiceField<T extends string>({ label, value, options, onChange }: { readonly label: string; readonly value: T; readonly options: readonly (readonly [T, string])[]; readonly onChange: (value: T) => void }) {
  return <Field label={label}>{(id) => <select id={id} className="in" value={value} onChange={(event) => onChange(event.target.value as T)}>{options.map(([each, text]) => <option key={each} value={each}>{text}</option>)}</select>}</Field>;
}

/** A number that may be below zero and have decimals; null = not a number. */
export function readNumber(text: string, language: Language): number | null {
  const trimmed = text.trim();
  const below = /^[-−–]\s*\d/.test(trimmed);
  const parsed = parseNumber(below ? trimmed.slice(1) : trimmed.replace(/^\+/, ''), { kind: 'decimal', language });
  return !parsed.ok || parsed.value === null ? null : below ? -parsed.value : parsed.value;
}

/** A number as it is typed. */
export const typed = (value: number | null, language: Language): string => (value === null ? '' : formatNumber(value, language, { digits: { min: 0, max: 6 } }).replace(/[\s\u00A0\u202F]/g, ''));

/** A signed number in words: «+20». */
export const signed = (value: number, language: Language): string => formatNumber(value, language, { digits: { min: 0, max: 2 }, sign: true });

/** Name of a scenario: the base is named by the program. */
export function useScenarioName(): (id: string, name?: string) => string {
  const { t } = useText();
  const scenarios = usePlan((state) => state.view?.scenarios);
  return (id, name) => (id === 'base' ? t('shell.base') : name ?? scenarios?.find((one) => one.id === id)?.name ?? id);
}

/** Options of places: the whole community first. */
export const placeOptions = (places: readonly { readonly id: string; readonly name: Label }[], root: string, whole: string, language: Language): readonly (readonly [string, string])[] =>
  [['', whole], ...places.filter((row) => row.id !== root).map((row) => [row.id, plain(row.name, language)] as const)];

/** The language of a text where it is not that of the window. */
export const langOf = (text: string, language: Language): Language | undefined => (language === 'en' && hasCyrillic(text) ? 'uk' : undefined);

/** A number of a table for a spreadsheet. */
export const cellOf = (num: Num | undefined): number | null => (num === undefined || num.state === 'na' ? null : num.value);
