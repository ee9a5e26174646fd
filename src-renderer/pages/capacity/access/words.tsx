import type { AccessibilityView, AccessItem, AccessPart, AccessResult, Checklist, Entrance } from '#contract/api/accessibility.ts';
import { formatNumber, type Language } from '#contract/format.ts';
import type { Label } from '#contract/models.ts';
import { translate, useText } from '../../../i18n/index.ts';
import { shown } from '../../../lib/text.ts';

const KOP = 100;
/** A cost in kopiykas as hryvnias: «48 000», «12,50». */
export const hryvnias = (kop: number, language: Language): string => formatNumber(kop / KOP, language, { digits: kop % KOP === 0 ? 0 : 2 });

/** The result in words: «частково безбарʼєрний», «не завершено». */
export function statusText(checklist: Checklist, result: Pick<AccessResult, 'open' | 'status'>, language: Language): string {
  const status = checklist.statuses.find((each) => each.id === result.status);
  return status ? shown(status.name, language) : translate(result.open > 0 ? 'access.unfinished' : 'access.nothing', { lng: language });
}
export const statusName = (checklist: Checklist, id: string | null, language: Language): string => shown(checklist.statuses.find((each) => each.id === id)?.name ?? { uk: '', en: '' }, language);

const LOOK = { free: 'ok', partial: 'as', barrier: 'bd' } as const;
/** The result as a mark: colour and word. */
export function StatusMark({ checklist, result }: { readonly checklist: Checklist; readonly result: Pick<AccessResult, 'open' | 'status'> }) {
  const { language } = useText();
  return <span className={`mk ac-mk ${result.status === null ? 'ty' : LOOK[result.status]}`}>{statusText(checklist, result, language)}</span>;
}
export const entranceText = (entrance: Entrance, language: Language): string => translate(`access.entrance.${entrance === '' ? 'unknown' : entrance}`, { lng: language });
export function EntranceMark({ entrance }: { readonly entrance: Entrance }) {
  const { language } = useText();
  return <span className={`mk ac-mk ${entrance === 'yes' ? 'ok' : entrance === 'no' ? 'bd' : 'ty'}`}>{entranceText(entrance, language)}</span>;
}

/** Bounds of a measured value: «від 1,8 м». */
export function boundsText({ low, high }: AccessPart, unit: AccessItem['unit'], language: Language): string {
  const n = (value: number): string => formatNumber(value, language, { digits: { min: 0, max: 3 } });
  const t = (key: string, params: Record<string, string>): string => translate(`access.${key}`, { lng: language, ...params });
  const body = low !== null && high !== null ? (low === high ? t('exactly', { n: n(low) }) : t('between', { low: n(low), high: n(high) })) : low !== null ? t('from', { n: n(low) }) : t('upTo', { n: n(high ?? 0) });
  return unit === null ? body : `${body}\u00a0${t(`unit.${unit}`, {})}`;
}

/** The rule in one sentence. */
export function ruleText({ freeShare, partialShare }: AccessibilityView['rule'], language: Language): string {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(`access.rule.${key}`, { lng: language, ...params });
  return t('text', { free: freeShare === 1 ? t('freeAll') : t('freeShare', { share: freeShare }), partial: partialShare === 0 ? '' : t('partialShare', { share: partialShare }) });
}

/** Numbers of criteria in the order of the checklist, from 1. */
export const numbersOf = (checklist: Checklist): ReadonlyMap<string, number> => new Map(checklist.items.map((item, at) => [item.id, at + 1]));
export const listNumbers = (items: readonly string[], numbers: ReadonlyMap<string, number>): string => items.map((id) => numbers.get(id) ?? 0).toSorted((a, b) => a - b).join(', ');
export const areaNames = (checklist: Checklist, language: Language): string => checklist.areas.filter((area) => area.entrance).map((area): Label => area.name).map((name) => shown(name, language)).join('; ');
