/** Margins of an official paper in points: left 30, top 20, right 10, bottom 20 mm. */
export const MARGIN = [85, 57, 28.4, 57] as const;
/** Those of a paper that must stay on one page: narrow above and below. */
export const COMPACT_MARGIN = [85, 38, 28.4, 40] as const;
/** Those of a page that lies on its long side. */
export const LANDSCAPE_MARGIN = [42.5, 32, 28.4, 34] as const;
/** Width of the text in points: A4 less the margins. */
export const TEXT_WIDTH = 595.28 - MARGIN[0] - MARGIN[2];
export const LANDSCAPE_WIDTH = 841.89 - LANDSCAPE_MARGIN[0] - LANDSCAPE_MARGIN[2];
/** A table of so few rows stays on one page with its caption and heading. */
export const KEPT = 5;
