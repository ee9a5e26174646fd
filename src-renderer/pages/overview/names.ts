import type { Named } from '../../charts/index.ts';
import type { ServiceInfo } from '#contract/api/needs.ts';
import type { Language } from '#contract/format.ts';
import type { Label } from '#contract/models.ts';
import { hasText, translate } from '../../i18n/index.ts';
import { hasCyrillic, shown } from '../../lib/text.ts';

/** A label as charts and maps take it, with the language of its text where it differs from the page's. */
export function named(label: Label, language: Language, short?: string): Named {
  const full = shown(label, language);
  const text = short ?? full;
  return { label: text, ...(language === 'en' && hasCyrillic(text) ? { lang: 'uk' as const } : {}), ...(text === full ? {} : { full }) };
}

/** Name of a service in a chart: the short one, else the whole one, else its code with a remark. */
export function serviceNamed(service: ServiceInfo, language: Language): Named {
  const { name, short } = service;
  if (short) return named(name ?? short, language, shown(short, language));
  if (name) return named(name, language);
  return { label: translate('overview.gaps.unnamed', { lng: language, code: service.code ?? service.id }) };
}

/** Short name of a target group for a chart, or nothing when its name is short already. */
export function groupShort(id: string, language: Language): string | undefined {
  const key = `overview.groups.short.${id}`;
  return hasText(key, language) ? translate(key, { lng: language }) : undefined;
}
