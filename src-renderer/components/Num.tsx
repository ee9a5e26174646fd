import type { KeyboardEvent } from 'react';
import type { Num as NumData } from '#contract/models.ts';
import { useText } from '../i18n/index.ts';
import { approvedText, boundsText, numText, numWords, unitAfter, unitHead } from '../lib/numbers.ts';
import { Mark } from './Marks.tsx';
import { openTrace } from './trace/store.ts';

/** What {@link Num} takes. */
export interface NumProps {
  readonly num: NumData;
  /** What the number is, for the accessible name: «Виявлено, Догляд вдома». */
  readonly label?: string;
  /** `state` shows ~, triangle, «торік» (default); `all` also «звірте» and «з даних»; `none` only the number. */
  readonly marks?: 'all' | 'state' | 'none';
  /** Writes the unit after the number in its right form. */
  readonly unit?: boolean;
  /** Writes the bounds after the number. */
  readonly bounds?: boolean;
  /** Out of the tab order (in a grid, where the cell has the focus). */
  readonly skipTab?: boolean;
  readonly className?: string;
}

/** A number as every page shows it: a button with a dotted underline that opens its trace by click, Enter or F4. */
export function Num({ num, label, marks = 'state', unit = false, bounds = false, skipTab = false, className = '' }: NumProps) {
  const { t, language } = useText();
  if (num.state === 'na') return <span className="vh">{t('states.na')}</span>;
  const unknown = num.state === 'unknown' || (num.value === null && num.state !== 'partial');
  const hatch = unknown || num.state === 'partial';
  const text = numText(num, language);
  const inWords = numWords(num, language);
  const words = inWords.includes(text) ? inWords : `${text}, ${inWords}`;
  const name = label ? t('common.colon', { what: label, value: words }) : words;
  const ref = num.ref;
  const was = approvedText(num, language);
  const looks = `${hatch ? 'nd' : ''} ${unknown ? 'pl' : ''}`;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'F4' || event.altKey || !ref) return;
    event.preventDefault();
    event.stopPropagation();
    openTrace(ref);
  };
  const after = unit && !unknown ? (num.state !== 'partial' ? unitAfter(num.value, num.unit, language) : num.unit === 'share' || num.unit === 'count' || num.unit === 'amount' ? '' : unitHead(num.unit, language)) : '';
  const range = bounds ? boundsText(num, language) : null;
  const assumption = !unknown && (num.state === 'assumption' || (num.assumed && num.state !== 'conflict' && num.state !== 'carried' && num.state !== 'prefilled'));
  return (
    <span className={`num ${unknown ? 'unknown' : num.state} ${className}`}>
      {marks !== 'none' && num.state === 'conflict' && <Mark kind="conflict" />}
      {marks !== 'none' && assumption && <Mark kind="assumption" />}
      {ref
        ? <button type="button" className={`n ${num.state === 'carried' ? 'ty' : ''} ${looks}`} aria-label={name} tabIndex={skipTab ? -1 : undefined} onClick={() => openTrace(ref)} onKeyDown={onKeyDown}>{text}</button>
        : <span className={looks}><span aria-hidden="true">{text}</span><span className="vh">{name}</span></span>}
      {was !== null && <s aria-hidden="true"> {was}</s>}
      {after !== '' && <span> {after}</span>}
      {range !== null && <span className="bd">, {t('common.bounds', { range })}</span>}
      {marks !== 'none' && num.state === 'carried' && <Mark kind="carried" />}
      {marks === 'all' && num.state === 'prefilled' && <Mark kind="prefilled" />}
      {marks === 'all' && num.recalled && <Mark kind="recalled" />}
    </span>
  );
}
