import type { ReactNode } from 'react';
import { formatDate, type Language } from '#contract/format.ts';
import { FIGURE_METHODS, type Cell } from '#contract/models.ts';
import { choiceParser, dateParser, type GridCell, type GridColumn } from '../../grid/index.ts';
import { translate } from '../../i18n/index.ts';
import { hasCyrillic } from '../../lib/text.ts';
import { Mark } from '../Marks.tsx';
import { leadOf, ownFigure } from './own.ts';

/** Ids of the three columns that say where the numbers of a row come from. */
export const PROVENANCE = ['method', 'source', 'asOf'] as const;
export type Provenance = (typeof PROVENANCE)[number];
export const isProvenance = (col: string): col is Provenance => (PROVENANCE as readonly string[]).includes(col);

/** Widths of the columns of method, source and date. */
export interface ProvenanceWidths { readonly method: number; readonly source: number; readonly asOf: number }

/**
 * Method, source and date of a row: those of its first entered figure. Typed there, they go to every entered figure of the row that
 * shared them. A mark says when other figures of the row come from elsewhere; the tooltip lists them.
 */
export function provenanceColumns<R>(cells: (row: R) => readonly Cell[], language: Language, widths: ProvenanceWidths = { method: 84, source: 76, asOf: language === 'en' ? 86 : 78 }): readonly GridColumn<R>[] {
  const t = (key: string, more: Record<string, unknown> = {}): string => translate(key, { lng: language, ...more });
  const methods = new Map(FIGURE_METHODS.map((method) => [t(`methods.${method}`), method as string]));
  const editable = (row: R): boolean => leadOf(cells(row))?.ref?.kind !== 'result' && cells(row).some((cell) => cell.state !== 'na');
  const column = (id: Provenance, kind: GridColumn<R>['kind'], textOf: (lead: Cell) => string, more: Partial<GridColumn<R>>): GridColumn<R> => ({
    id, kind, title: t(`figures.col.${id}`), width: widths[id], priority: 2, editable,
    cell: (row) => cellOf(cells(row), id, textOf, t, language), ...more,
  });
  return [
    column('method', 'select', (lead) => (ownFigure(lead) || lead.ref?.kind === 'result' ? t(`methods.${lead.method}`) : ''), { options: () => [...methods.keys()], parse: choiceParser(methods, language) }),
    column('source', 'text', (lead) => lead.source, { grow: true, parse: (text) => (text.length > 400 ? { ok: false, message: t('figures.sourceLong') } : { ok: true, value: text.trim() }) }),
    column('asOf', 'date', (lead) => (lead.asOf === '' ? '' : formatDate(lead.asOf, language)), { parse: dateParser(language) }),
  ];
}

function cellOf(cells: readonly Cell[], id: Provenance, textOf: (lead: Cell) => string, t: (key: string, more?: Record<string, unknown>) => string, language: Language): GridCell {
  const lead = leadOf(cells);
  const text = lead ? textOf(lead) : '';
  const others = lead ? cells.filter((cell) => cell !== lead && ownFigure(cell) && cell[id] !== lead[id]) : [];
  const kinds = new Set(others.map((cell) => cell[id])).size;
  const list = others.map((cell) => t('common.colon', { what: t(`measures.${cell.key.measure}.short`), value: textOf(cell) || t('figures.noSource') })).join('; ');
  const title = [text, list].filter((part) => part !== '').join(' · ');
  const unconfirmed = id === 'method' && lead && (lead.state === 'carried' || lead.state === 'prefilled') ? lead.state : null;
  const display = (): ReactNode => (
    <>
      {text === '' ? <span className="q" aria-hidden="true">–</span> : text}
      {others.length > 0 && <> <span className="mk ty">{t('figures.more', { n: kinds })}</span></>}
      {unconfirmed !== null && <> <Mark kind={unconfirmed} /></>}
    </>
  );
  return {
    text, state: 'known', display, title: title === '' ? undefined : title, words: text === '' ? t('figures.noSource') : [text, others.length > 0 ? t('figures.more', { n: kinds }) : '', unconfirmed === null ? '' : t(`states.sign.${unconfirmed}`)].filter((part) => part !== '').join(' '),
    lang: language === 'en' && hasCyrillic(text + list) ? 'uk' : undefined,
    why: lead?.ref?.kind === 'result' ? t('figures.byShare') : undefined,
  };
}
