import { formatDate, type Language } from '#contract/format.ts';
import { translate } from '../i18n/index.ts';

const PERIOD = /^(\d{4})-(?:([HQ])(\d)|(\d{2}))$/;

/** A period of indicators as people write it: «2026», «I півріччя 2026», «II квартал 2026», «03.2026». What is none comes back unchanged. */
export function periodText(period: string, language: Language): string {
  const match = PERIOD.exec(period);
  if (!match) return period;
  const [, year, part, nth] = match;
  return part === undefined ? formatDate(period, language) : translate(`integration.period.${part}${nth}`, { lng: language, year });
}
