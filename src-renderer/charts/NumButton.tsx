import type { ReactNode } from 'react';
import type { Num } from '#contract/models.ts';
import { isEstimate, isSaid, type OnTrace } from './types.ts';
import type { Words } from './words.ts';

interface Props {
  readonly num: Num;
  readonly words: Words;
  readonly onTrace?: OnTrace;
  /** Decimals of a share, in per cent. */
  readonly digits?: number;
  readonly className?: string;
  /** Accessible name where the number alone would not say enough. */
  readonly name?: string;
  readonly tabIndex?: number;
  readonly children?: ReactNode;
}

/** A number that opens its explanation: a button with a dotted underline, or plain text when there is nothing to explain. */
export function NumButton({ num, words, onTrace, digits, className = '', name, tabIndex, children }: Props) {
  const text = children ?? words.num(num, digits);
  const label = name ?? accessible(num, words, digits);
  const { ref } = num;
  if (!ref || !onTrace) {
    return (
      <span className={className || undefined} tabIndex={tabIndex}>
        {label ? <><span aria-hidden="true">{text}</span><span className="vh">{label}</span></> : text}
      </span>
    );
  }
  return <button type="button" className={`n ${className}`} tabIndex={tabIndex} aria-label={label} onClick={() => onTrace(ref)}>{text}</button>;
}

/** Name in words for a number whose looks carry a meaning; undefined when the text says it all. */
function accessible(num: Num, words: Words, digits?: number): string | undefined {
  if (num.state === 'na') return words.t('na');
  // What is seen stands in the name too, so that people who speak to the computer can say it.
  if (!isSaid(num)) return `${words.t('unknown')}, ${words.t('unknownWords')}`;
  if (num.state === 'partial') return undefined;
  const bare = words.num({ ...num, state: 'known', assumed: false }, digits);
  if (num.state === 'conflict' || num.state === 'carried' || num.state === 'prefilled') return `${bare}, ${words.t(`state.${num.state}`)}`;
  return isEstimate(num) ? `${bare}, ${words.t('estimateWords')}` : undefined;
}
