/** Charts of the program; every one has a table twin of the same data. */
export { ChartCard, type ChartCardProps } from './ChartCard.tsx';
export { TableTwin } from './TableTwin.tsx';
export { NumButton } from './NumButton.tsx';
export { GapDumbbell, gapTable, orderGaps, type GapDatum } from './GapDumbbell.tsx';
export { RangeBars, rangeTable, type RangeDatum } from './RangeBars.tsx';
export { SwingBars, type SwingDatum } from './SwingBars.tsx';
export { SegmentedBar, segmentTable, type Segment, type SegmentLook } from './SegmentedBar.tsx';
export { ScoreBars, scoreTable, type ScoreDatum } from './ScoreBars.tsx';
export { GapMatrix } from './GapMatrix.tsx';
export { LineRange, lineTable, MOST_LINES, type LineSeries } from './LineRange.tsx';
export { MOST_AXES, Radar, type RadarAxis, type RadarSeries } from './Radar.tsx';
export { Pyramid, pyramidTable, type PyramidDatum } from './Pyramid.tsx';
export { matrixTable } from './matrixTable.ts';
export { heatOf, heatOfShare, type Heat } from './heat.ts';
export { copyImage, copyTable, saveImage, tableHtml, tableText } from './copy.ts';
export { useWords, type Words } from './words.ts';
export { type MatrixCell, type MatrixDatum, type MatrixMeasure, hasValue, isEstimate, type Named, type OnTrace, type TwinCell, type TwinColumn, type TwinRow, type TwinTable } from './types.ts';
