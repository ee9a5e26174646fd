import { memo } from 'react';
import { heatOf, type Heat } from './heat.ts';
import { Triangle } from '../components/Marks.tsx';
import { NumButton } from './NumButton.tsx';
import { isSaid, type MatrixCell, type MatrixDatum, type MatrixMeasure, type OnTrace } from './types.ts';
import type { Words } from './words.ts';

interface RowProps { readonly index: number; readonly datum: MatrixDatum; readonly measure: MatrixMeasure; readonly words: Words; readonly onTrace?: OnTrace; readonly active: number }

/** A service of the matrix. Drawn again only when its data or its active cell changes, so 60 × 38 cells stay quick. */
export const MatrixRow = memo(function MatrixRow({ index, datum, measure, words, onTrace, active }: RowProps) {
  const { t } = words;
  const cells = [...datum.cells, datum.total];
  const unknown = datum.cells.filter((c) => !isSaid(c[measure])).length;
  return (
    <tr role="row" aria-rowindex={index + 2}>
      <th scope="row" role="rowheader" aria-colindex={1}>
        <span className="w5" lang={datum.lang} title={datum.full}>{datum.label}</span>
        <small>
          {[datum.code, datum.note].filter(Boolean).join(', ')}
          {datum.noProvider && <>{(datum.code || datum.note) && ' · '}<b className="mx-none">{t('matrix.noProvider')}</b></>}
        </small>
      </th>
      {cells.map((cell, i) => {
        const total = i === cells.length - 1;
        const heat = heatOf(cell);
        return (
          <td key={i} role="gridcell" aria-colindex={i + 2} data-cell={`${index}:${i}`} data-heat={heat} className={groundOf(cell, total, heat)}>
            <Content cell={cell} total={total} measure={measure} unknown={unknown} most={datum.total[measure].high ?? datum.total[measure].value} words={words} onTrace={onTrace} tabIndex={active === i ? 0 : -1} />
          </td>
        );
      })}
    </tr>
  );
});

/** Ground of a cell: a contradiction is violet whatever its coverage, totals stay white. */
function groundOf(cell: MatrixCell, total: boolean, heat: Heat): string {
  const ground = cell.unmet.state === 'conflict' ? 'cfc' : total ? (heat === 'nd' ? 'nd' : '') : heat;
  return total ? `mx-sum ${ground}` : ground;
}

interface ContentProps { readonly cell: MatrixCell; readonly total: boolean; readonly measure: MatrixMeasure; readonly unknown: number; /** The most there can be of it in the community. */ readonly most: number | null; readonly words: Words; readonly onTrace?: OnTrace; readonly tabIndex: number }

function Content({ cell, total, measure, unknown, most, words, onTrace, tabIndex }: ContentProps) {
  const { t } = words;
  const main = cell[measure];
  const second = measure === 'coverage' ? cell.unmet : cell.coverage;
  const digits = total ? 1 : 0;
  const said = { measure: t(`matrix.measure.${measure}`), other: t(`matrix.measure.${measure === 'coverage' ? 'unmet' : 'coverage'}`) };
  const shared = { num: main, words, onTrace, tabIndex, digits };
  // "At most" a part as large as the whole community says nothing.
  const empty = main.value === null && main.low === null && main.high !== null && most !== null && main.high >= most;
  if (!isSaid(main) || empty) return <NumButton {...shared} className="mx-nd" name={main.state === 'na' ? t('na') : t('matrix.cellUnknown', said)}>{main.state === 'na' ? null : t('unknown')}</NumButton>;
  // An upper bound alone says little: the cell stays «н/д», and the bound stands below.
  if ((main.value ?? main.low) === null) return <><NumButton {...shared} className="mx-nd" name={t('matrix.cellAtMost', { ...said, value: words.num(main, digits) })}>{t('unknown')}</NumButton><small aria-hidden="true">{words.num(main, digits)}</small></>;
  const nobody = !total && heatOf(cell) === 'h0';
  const name = nobody ? t('matrix.cellNobody', said) : t('matrix.cell', { ...said, value: words.num(main, digits), share: words.num(second, digits) || t('na') });
  const partial = main.state === 'partial';
  return (
    <>
      {main.state === 'conflict' && <span className="mx-cf"><Triangle /></span>}
      <NumButton {...shared} className={partial ? 'mx-part' : ''} name={main.state === 'conflict' ? `${t('conflictWords')}, ${name}` : name} />
      <small aria-hidden="true">{nobody ? t('matrix.nobody') : partial ? (total && unknown > 0 ? t('matrix.unknownPlaces', { count: unknown }) : null) : words.num(second, digits)}</small>
    </>
  );
}
