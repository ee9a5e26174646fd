import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { formatDate, formatNumber, formatShare, formatValue, type Language } from '#contract/format.ts';
import type { Unit } from '#contract/models.ts';

const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { eager: true, import: 'default' });

/** Every file `<area>.json` becomes the branch `<area>` of its language. */
function resources(language: Language): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const [path, content] of Object.entries(files)) {
    const match = /locales\/(\w+)\/([\w-]+)\.json$/.exec(path);
    if (match?.[1] !== language || match[2] === undefined) continue;
    const area = match[2];
    const wrapped = Object.keys(content).length === 1 ? content[area] : undefined;
    tree[area] = typeof wrapped === 'object' ? wrapped : content;
  }
  return tree;
}

/** Formats of `{{name, format}}` in the locales: `date`, `share`, or a unit; a number without one is grouped as people write it. */
function format(value: unknown, name: string | undefined, lng: string | undefined, options?: Record<string, unknown>): string {
  const language: Language = lng === 'en' ? 'en' : 'uk';
  if (typeof value === 'string') return name === 'date' || /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, language) : value;
  if (typeof value !== 'number') return value == null ? '' : String(value);
  if (name === 'plain' || /year/i.test(String(options?.['interpolationkey'] ?? ''))) return String(value);
  if (name === 'share' || name === 'percent') return formatShare(value, language);
  if (name === undefined || name === 'number') return formatNumber(value, language, { digits: { min: 0, max: 2 } });
  return formatValue(value, name as Unit, language);
}

/** Puts {@link format} in the place of the library's own formats. */
const formatter: FormatterModule = { type: 'formatter', init: () => undefined, format: (value, name, lng, options) => format(value, name, lng, options), add: () => undefined, addCached: () => undefined };

void i18next.use(initReactI18next).use(formatter).init({
  lng: 'uk', fallbackLng: false, supportedLngs: ['uk', 'en'],
  resources: { uk: { translation: resources('uk') }, en: { translation: resources('en') } },
  interpolation: { escapeValue: false, alwaysFormat: true }, returnNull: false,
});

/** Switches the language of the window; `<html lang>` follows. */
export function setLanguage(language: Language): void {
  document.documentElement.lang = language;
  if (i18next.language !== language) void i18next.changeLanguage(language);
}

/** A text by its key in the present language. */
export const translate = i18next.t.bind(i18next);

/** Is there a text under this key in this language? */
export const hasText = (key: string, language: Language): boolean => i18next.exists(key, { lng: language, returnObjects: false });

/** Texts and language for a component; draws again when the language changes. */
export function useText(): { readonly t: typeof i18next.t; readonly language: Language } {
  const { t, i18n } = useTranslation();
  return { t: t as typeof i18next.t, language: i18n.language === 'en' ? 'en' : 'uk' };
}
