import type { Cell } from '#contract/models.ts';

/** Was this number entered (or carried over) in this very cell? A sum of territories and a number by a published share were not. */
export function ownFigure(cell: Cell): boolean {
  if (cell.value === null || cell.ref?.kind !== 'figure') return false;
  switch (cell.state) {
    case 'known': case 'prefilled': case 'carried': case 'conflict': return true;
    case 'assumption': return cell.method !== 'register' || cell.source !== '' || cell.asOf !== '';
    default: return false;
  }
}

/** The figure whose method, source and date stand for a row: the first entered one, else the first that says where it comes from. */
export const leadOf = (cells: readonly Cell[]): Cell | undefined => cells.find(ownFigure) ?? cells.find((cell) => cell.state === 'assumption' && cell.ref?.kind === 'result') ?? cells.find((cell) => cell.source !== '');
