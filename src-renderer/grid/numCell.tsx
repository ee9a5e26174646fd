import { editText, type Language } from '#contract/format.ts';
import type { Num, Unit } from '#contract/models.ts';
import { Mark } from '../components/Marks.tsx';
import { approvedText, numText, numWords } from '../lib/numbers.ts';
import type { GridCell } from './types.ts';

/** A number of a view as a cell: edit text, looks by its state, words for screen readers. `more` adds or replaces (a span, a link, a reason). */
export function numCell(num: Num, language: Language, more: Partial<GridCell> = {}): GridCell {
  const known = num.value !== null && num.state !== 'unknown' && num.state !== 'na';
  return {
    text: known && num.value !== null ? editText(num.value, num.unit, language) : '',
    state: num.state, ...(num.approved === undefined ? {} : { approved: true }), number: known ? num.value : null, unit: num.unit, words: () => (known || num.state === 'na' ? numWords(num, language) : `${numText(num, language)}, ${numWords(num, language)}`), inWords: true, chars: (known ? charsOf(num) : 4) + (num.approved === undefined ? 0 : 1 + charsOf({ ...num, value: num.approved, state: 'computed', assumed: false })),
    display: num.state === 'na' ? undefined : () => <Shown num={num} text={numText(num, language)} was={approvedText(num, language)} />,
    ...more,
  };
}

const DECIMALS: Partial<Record<Unit, number>> = { share: 4, km2: 2, km: 2, thousandUah: 2, uah: 3, post: 3, perPost: 3, perPlace: 3, perVehicle: 3 };

/** Width of a number in digits, near enough to size a column without writing the number. */
function charsOf(num: Num): number {
  const size = Math.abs(num.value ?? 0) * (num.unit === 'share' ? 100 : 1);
  const digits = size < 10 ? 1 : Math.floor(Math.log10(size)) + 1;
  const marks = (num.state === 'conflict' ? 4 : 0) + (num.assumed || num.state === 'assumption' || num.state === 'partial' ? 3 : 0) + ((num.value ?? 0) < 0 ? 1 : 0);
  return digits + Math.floor((digits - 1) / 3) / 2 + (DECIMALS[num.unit] ?? 0) + marks;
}

function Shown({ num, text, was }: { readonly num: Num; readonly text: string; readonly was: string | null }) {
  const { state } = num;
  const assumed = state === 'assumption' || (num.assumed && (state === 'known' || state === 'computed'));
  return (
    <span aria-hidden="true">
      {state === 'conflict' && <><Mark kind="conflict" /> </>}
      {assumed && <><Mark kind="assumption" /> </>}
      {state === 'unknown' || num.value === null ? text : <span className="g-n">{text}</span>}
      {was !== null && <> <s>{was}</s></>}
    </span>
  );
}
