import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { editText, formatNumber, formatShare, formatValue, type Language } from '#contract/format.ts';
import type { Num } from '#contract/models.ts';
import { numText } from '../lib/numbers.ts';
import { hasValue, isEstimate } from './types.ts';

const NBSP = '\u00A0';

/** Words and numbers of the charts in the language of the reader. */
export interface Words {
  readonly lang: Language;
  /** A sentence of the area `charts`. */
  readonly t: (key: string, params?: Record<string, unknown>) => string;
  /** A number as it is shown: estimate with `~`, partly known «від 2» or «до 25», not known in words. `digits` = decimals of a share in per cent. */
  readonly num: (num: Num, digits?: number) => string;
  /** A plain number or "not known". */
  readonly bare: (value: number | null, digits?: number) => string;
  /** As it goes to a spreadsheet: no groups, nothing rounded away; a bound stays a bound. */
  readonly plain: (num: Num) => string;
}

/** Words bound to a language; `translate` takes keys of all areas. */
export function makeWords(lang: Language, translate: (key: string, params?: Record<string, unknown>) => string): Words {
  const t: Words['t'] = (key, params) => translate(`charts.${key}`, params);
  const value = (num: Num & { readonly value: number }, digits?: number) => {
    if (num.unit === 'share' && digits !== undefined) return formatShare(num.value, lang, digits);
    return formatValue(num.value, num.unit, lang, { sign: num.state === 'conflict' });
  };
  return {
    lang,
    t,
    num: (num, digits) => {
      if (num.state === 'na') return '';
      if (num.state === 'partial') return numText(num, lang);
      if (!hasValue(num)) return t('unknown');
      const text = value(num, digits);
      return isEstimate(num) ? `~${NBSP}${text}` : text;
    },
    bare: (n, digits = 0) => (n === null ? t('unknown') : formatNumber(n, lang, { digits })),
    plain: (num) => (num.state === 'na' ? '' : num.state === 'partial' ? numText(num, lang) : hasValue(num) ? editText(num.value, num.unit, lang) : t('unknown')),
  };
}

/** {@link Words} in the language the page is shown in. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const lang: Language = i18n.language?.startsWith('en') ? 'en' : 'uk';
  return useMemo(() => makeWords(lang, (key, params) => String(t(key, params ?? {}))), [lang, t]);
}
