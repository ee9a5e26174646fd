import { editText, type Language } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { Mark } from '../components/Marks.tsx';
import { numText, numWords } from '../lib/numbers.ts';
import type { GridCell } from './types.ts';

/** A number of a view as a cell: edit text, looks by its state, words for screen readers. `more` adds or replaces (a span, a link, a reason). */
export function numCell(num: Num, language: Language, more: Partial<GridCell> = {}): GridCell {
  const known = num.value !== null && num.state !== 'unknown' && num.state !== 'na';
  return {
    text: known && num.value !== null ? editText(num.value, num.unit, language) : '',
    state: num.state, number: known ? num.value : null, words: () => numWords(num, language), inWords: true,
    display: num.state === 'na' ? undefined : () => <Shown num={num} text={numText(num, language)} />,
    ...more,
  };
}

function Shown({ num, text }: { readonly num: Num; readonly text: string }) {
  const { state } = num;
  const assumed = state === 'assumption' || (num.assumed && (state === 'known' || state === 'computed'));
  return (
    <span aria-hidden="true">
      {state === 'conflict' && <><Mark kind="conflict" /> </>}
      {assumed && <><Mark kind="assumption" /> </>}
      {state === 'unknown' || num.value === null ? text : <span className="g-n">{text}</span>}
      {state === 'carried' && <> <Mark kind="carried" /></>}
    </span>
  );
}
