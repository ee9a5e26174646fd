import type { Output } from '#contract/api.ts';
import type { Language } from '#contract/format.ts';
import type { Label, Num } from '#contract/models.ts';
import { translate } from '../../i18n/index.ts';
import { sentenceText } from '../../i18n/sentence.ts';
import { boundsText, dated, numText, unitAfter, unitHead } from '../../lib/numbers.ts';
import { shown } from '../../lib/text.ts';
import { serviceNamed } from './names.ts';

/** The whole overview as text, in the order of the page: every figure with unit, bounds, date and source. */
export function overviewText(view: Output<'overview.view'>, title: Label, language: Language): string {
  const t = (key: string, params: Record<string, unknown> = {}): string => translate(key, { lng: language, ...params });
  const value = (num: Num): string => {
    if (num.value === null) return numText(num, language);
    const unit = num.state === 'partial' ? unitHead(num.unit, language) : unitAfter(num.value, num.unit, language);
    const bounds = boundsText(num, language);
    const sign = num.assumed || num.state === 'assumption' ? '~ ' : '';
    return `${sign}${numText(num, language)}${unit === '' ? '' : ` ${unit}`}${bounds === null ? '' : ` (${t('common.bounds', { range: bounds })})`}`;
  };
  const section = (key: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', t(`overview.${key}.title`), ...lines]);
  const { place } = view;
  return [
    `${shown(title, language)}. ${t('shell.pages.overview')}`,
    [shown(place.raion, language), shown(place.oblast, language)].filter(Boolean).join(', '), t('overview.sub', { asOf: place.asOf }),
    ...view.keys.map(({ num, of, label, note }) => `${numText(num, language)}${of === null ? '' : ` ${t('overview.of', { all: of })}`} – ${sentenceText(label, language)} (${sentenceText(note, language)})`),
    ...section('gaps', view.gaps.map(({ service, need, served, capacity, unmet, coverage }) =>
      `${serviceNamed(service, language).label}: ${t('charts.gap.need')} ${value(need)}, ${t('charts.gap.served')} ${value(served)}, ${t('charts.gap.capacity')} ${value(capacity)}, ${t('charts.gap.unmet')} ${value(unmet)}, ${t('charts.gap.coverage')} ${numText(coverage, language)}`)),
    ...section('flags', view.flags.map((flag) => `${sentenceText(flag.title, language)}. ${sentenceText(flag.text, language)}`)),
    ...section('next', view.next.map((step, at) => `${at + 1}. ${sentenceText(step.title, language)} – ${sentenceText(step.text, language)}`)),
    ...section('basic', view.basic.map(({ id, services }) => `${t(`overview.basic.${id}`)} – ${services.length}${services.length === 0 ? '' : `: ${services.map((service) => service.code ?? service.id).join(', ')}`}`)),
    ...section('groups', view.groups.filter((group) => group.size.value !== null).map((group) => `${shown(group.name, language)}: ${value(group.size)}`)),
    ...section('facts', view.facts.filter((fact) => fact.value !== null).map((fact) =>
      `${t(`measures.${fact.key.measure}.full`)}: ${[value(fact), dated(fact, language)].filter((part) => part !== '').join(', ')}${fact.source === '' ? '' : `. ${fact.source}`}`)),
  ].join('\r\n');
}
