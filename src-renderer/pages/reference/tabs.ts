/** Parts of the reference book; the first is shown when none is asked for. */
export const REFERENCE_TABS = ['services', 'norms', 'acts', 'groups', 'staffing', 'accessibility', 'integration', 'travel', 'sources'] as const;
