/** Parts of the checks; the first is shown when none is asked for. */
export const CHECKS_TABS = ['issues', 'findOut', 'rules'] as const;
