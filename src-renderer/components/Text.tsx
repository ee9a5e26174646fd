import type { ReactNode } from 'react';
import type { Label, Sentence } from '#contract/models.ts';
import { hasText, useText } from '../i18n/index.ts';
import { pieces, sentencePieces, type Piece } from '../i18n/sentence.ts';
import { hasCyrillic } from '../lib/text.ts';

/** A label in the reader's language; without an English text the Ukrainian one stands in a `lang="uk"` element. */
export function Uk({ children }: { readonly children: Label | null }): ReactNode {
  const { language } = useText();
  if (!children) return null;
  if (language === 'uk') return children.uk;
  return children.en ?? <Raw>{children.uk}</Raw>;
}

/** Any text of the data (a file name, a source, a note) with the right language around it. */
export function Raw({ children }: { readonly children: string }): ReactNode {
  const { language } = useText();
  return language === 'en' && hasCyrillic(children) ? <span lang="uk">{children}</span> : children;
}

const show = (all: readonly Piece[]): ReactNode => all.map((piece, at) => (piece.uk ? <span lang="uk" key={at}>{piece.text}</span> : piece.text));

/** A sentence of the program in the reader's language. */
export function Says({ children }: { readonly children: Sentence | null }): ReactNode {
  const { language } = useText();
  return children ? show(sentencePieces(children, language)) : null;
}

/** A text of the locales with parameters that may be Ukrainian names. */
export function Tx({ k, p = {} }: { readonly k: string; readonly p?: Readonly<Record<string, string | number | null | Label>> }): ReactNode {
  const { language } = useText();
  return show(pieces(k, p, language));
}

/** Who made a change: a role as it was entered, or the program itself. */
export function Author({ children }: { readonly children: string }): ReactNode {
  const { t, language } = useText();
  return /^[a-z]+$/.test(children) && hasText(`history.by.${children}`, language) ? t(`history.by.${children}`) : <Raw>{children}</Raw>;
}
