import type { NextStep, RedFlag } from '#contract/api/gaps.ts';
import { cellHref, href } from '../../lib/route.ts';

/** Kind of a flag, as its texts are named: the part of its id before the colon. */
export const kindOf = (flag: RedFlag): string => flag.id.split(':')[0] ?? flag.id;

/** Where a flag or a step leads: its very cell, the norm it speaks of, or its page. */
export function target({ id, page, link }: Pick<RedFlag | NextStep, 'id' | 'page' | 'link'>): string {
  if (link !== null) return cellHref(page, link);
  const [, about] = id.split(':');
  return page === 'reference' && about !== undefined ? href(page, { norm: about }) : href(page);
}
