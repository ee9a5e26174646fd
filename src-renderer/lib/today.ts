import { formatDate, type Language } from '#contract/format.ts';

/** The day on this computer, as it is typed and read. */
export const todayText = (language: Language): string => formatDate(new Date().toISOString(), language);
