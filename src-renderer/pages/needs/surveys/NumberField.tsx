import { useEffect, useId, useState } from 'react';
import { editText } from '#contract/format.ts';
import { parseNumber } from '#contract/parse.ts';
import { useText } from '../../../i18n/index.ts';

/** A number with limits, kept when the field is left or Enter is pressed. */
export function NumberField({ label, value, low, high, disabled, onSet }: { readonly label: string; readonly value: number; readonly low: number; readonly high: number; readonly disabled: boolean; readonly onSet: (value: number) => void }) {
  const { t, language } = useText();
  const id = useId();
  const [text, setText] = useState(editText(value, 'count', language));
  const [bad, setBad] = useState(false);
  useEffect(() => { setText(editText(value, 'count', language)); setBad(false); }, [value, language]);
  const keep = (): void => {
    const read = parseNumber(text, { kind: 'decimal', language });
    const fits = read.ok && read.value !== null && read.value >= low && read.value <= high;
    setBad(!fits);
    if (fits && read.value !== null && read.value !== value) onSet(read.value);
  };
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="in" inputMode="decimal" value={text} disabled={disabled} aria-invalid={bad || undefined} aria-describedby={bad ? `${id}e` : undefined} onChange={(event) => setText(event.target.value)} onBlur={keep} onKeyDown={(event) => { if (event.key === 'Enter') keep(); }} />
      {bad && <p className="err" id={`${id}e`} role="alert">{t('surveys.between', { low, high })}</p>}
    </div>
  );
}
