import { useEffect, useId, useState } from 'react';
import type { Role, SampleRow } from '#contract/api/surveys.ts';
import { editText } from '#contract/format.ts';
import { parseNumber } from '#contract/parse.ts';
import { useText } from '../../../i18n/index.ts';
import { plain } from '../../../lib/text.ts';
import { change } from '../../../plan/useChange.ts';
import { useAct } from './useAct.ts';

/** People in a part: what the plan knows, or a number typed over it for this survey. An empty field takes the typed one back. */
export function SizeField({ survey, role, row, disabled }: { readonly survey: string; readonly role: Role | 'whole'; readonly row: Pick<SampleRow, 'id' | 'name' | 'population' | 'from'>; readonly disabled: boolean }) {
  const { t, language } = useText();
  const id = useId();
  const shownText = row.population === null ? '' : editText(row.population, 'count', language);
  const [text, setText] = useState(shownText);
  const [bad, setBad] = useState(false);
  const { error, act } = useAct();
  useEffect(() => { setText(shownText); setBad(false); }, [shownText]);
  const keep = (): void => {
    if (text === shownText) return;
    const read = parseNumber(text, { kind: 'whole', language });
    setBad(!read.ok);
    if (read.ok) void act(() => change('surveys.size', { survey, role, option: row.id, people: read.value }));
  };
  const wrong = bad || error !== null;
  return (
    <span className="su-size">
      <span className="note" id={`${id}f`}>{wrong ? t('surveys.wholeNumber') : t(`surveys.from_.${row.from}`)}</span>
      <input className="in" inputMode="numeric" aria-label={t('surveys.sizeOf', { name: plain(row.name, language) })} aria-describedby={`${id}f`} aria-invalid={wrong || undefined} value={text} disabled={disabled} onChange={(event) => setText(event.target.value)} onBlur={keep} onKeyDown={(event) => { if (event.key === 'Enter') keep(); if (event.key === 'Escape') setText(shownText); }} />
    </span>
  );
}
