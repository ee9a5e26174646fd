import { useEffect, useId, useState } from 'react';
import { editText } from '#contract/format.ts';
import { parseNumber } from '#contract/parse.ts';
import { useText } from '../../../i18n/index.ts';

/** A number with limits, kept when the field is left or Enter is pressed; with `onEmpty` it may be left out. */
export function NumberField({ label, value, low, high, disabled, whole = false, onSet, onEmpty }: { readonly label: string; readonly value: number | null; readonly low: number; readonly high: number; readonly disabled: boolean; readonly whole?: boolean; readonly onSet: (value: number) => void; readonly onEmpty?: () => void }) {
  const { t, language } = useText();
  const id = useId();
  const [text, setText] = useState(value === null ? '' : editText(value, 'count', language));
  const [bad, setBad] = useState(false);
  useEffect(() => { setText(value === null ? '' : editText(value, 'count', language)); setBad(false); }, [value, language]);
  const keep = (): void => {
    if (onEmpty && text.trim() === '') { setBad(false); if (value !== null) onEmpty(); return; }
    const read = parseNumber(text, { kind: 'decimal', language });
    const fits = read.ok && read.value !== null && read.value >= low && read.value <= high && (!whole || Number.isInteger(read.value));
    setBad(!fits);
    if (fits && read.value !== null && read.value !== value) onSet(read.value);
  };
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="in" inputMode="decimal" value={text} disabled={disabled} aria-invalid={bad || undefined} aria-describedby={bad ? `${id}e` : undefined} onChange={(event) => setText(event.target.value)} onBlur={keep} onKeyDown={(event) => { if (event.key === 'Enter') keep(); }} />
      {bad && <p className="err" id={`${id}e`} role="alert">{whole ? t('surveys.wholeNumber') : t('surveys.between', { low, high })}</p>}
    </div>
  );
}
