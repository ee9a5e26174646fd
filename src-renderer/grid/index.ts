export { Grid } from './Grid.tsx';
export { numCell } from './numCell.tsx';
export { choiceParser, dateParser, numberParser, type NumberValue } from './parsers.ts';
export { useBlankRows } from './useBlankRows.ts';
export type { ActiveCell, CellChange, CellError, CellState, ChangeKind, GridCell, GridColumn, GridHandle, GridProps, Parsed } from './types.ts';
