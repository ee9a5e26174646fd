import './figures.css';

export { figureCell, figureColumn, isSum, type FigureColumn } from './columns.ts';
export { ConfirmButton, keysInside } from './ConfirmButton.tsx';
export { OverlapForm } from './OverlapForm.tsx';
export { Help } from './Help.tsx';
export { leadOf, ownFigure } from './own.ts';
export { patchesOf, refusedCells, type BoundsValue, type FigureTable, type Patches, type Stored } from './patches.ts';
export { choosePlace, inside, PlaceChooser, usePlace, type Place } from './place.tsx';
export { isProvenance, PROVENANCE, provenanceColumns, type Provenance } from './provenance.tsx';
export { FigureTools, RowTabs } from './Tools.tsx';
export { useCellRoute, useWantedCell } from './useCellRoute.ts';
export { storeCells, useFigures, type Figures } from './useFigures.ts';
export { useNarrow } from './useNarrow.ts';
