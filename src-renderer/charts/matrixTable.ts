import type { MatrixDatum, Named, TwinTable } from './types.ts';
import type { Words } from './words.ts';

/** The matrix as a table to copy: for each territory the people without the service and the coverage side by side. */
export function matrixTable(territories: readonly (Named & { readonly id: string })[], rows: readonly MatrixDatum[], { t }: Words, totalLabel?: string): TwinTable {
  const pair = (id: string, place: Named) => (['unmet', 'coverage'] as const).map((m) => ({ id: `${id}.${m}`, label: `${place.label}: ${t(`matrix.measure.${m}`)}`, lang: place.lang, numeric: true }));
  return {
    columns: [{ id: 'service', label: t('matrix.service') }, { id: 'code', label: t('gap.code') }, ...territories.flatMap((x) => pair(x.id, x)), ...pair('total', { label: totalLabel ?? t('matrix.total') })],
    rows: rows.map((r) => ({
      id: r.id,
      cells: [
        { kind: 'text', label: r.full ?? r.label, lang: r.lang }, { kind: 'text', label: r.code ?? '' },
        ...[...r.cells, r.total].flatMap((c) => [{ kind: 'num' as const, num: c.unmet }, { kind: 'num' as const, num: c.coverage, digits: 1 }]),
      ],
    })),
  };
}
