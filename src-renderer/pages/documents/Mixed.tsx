import type { ReactNode } from 'react';

const RUN = /(\p{Script=Cyrillic}(?:[^\p{Script=Latin}]*\p{Script=Cyrillic})?)/u;

/** A text of a paper: in an English one every Ukrainian run stands in an element with its language. */
export function Mixed({ text, language }: { readonly text: string; readonly language: 'uk' | 'en' }): ReactNode {
  if (language === 'uk') return text;
  return text.split(RUN).map((part, at) => (at % 2 === 1 ? <span lang="uk" key={at}>{part}</span> : part));
}
