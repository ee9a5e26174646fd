/** Parts of the page of papers; the first is shown when none is asked for. */
export const DOCUMENT_TABS = ['report', 'publish'] as const;
