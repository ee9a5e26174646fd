import type { AccessFacility, AccessibilityView, AuditDetail, Checklist } from '#contract/api/accessibility.ts';
import { formatNumber, type Language } from '#contract/format.ts';
import type { TableOut } from '../../../components/TableActions.tsx';
import { translate } from '../../../i18n/index.ts';
import { shown } from '../../../lib/text.ts';
import { entranceText, hryvnias, listNumbers, numbersOf, statusText } from './words.tsx';

type Column = TableOut['columns'][number];
const col = (language: Language) => (id: string, kind: Column['kind'] = 'text'): Column => ({ title: translate(`access.col.${id}`, { lng: language }), kind });

/** Facilities with what their newest audits say. */
export function facilitiesOut(view: AccessibilityView, checklist: Checklist, language: Language): TableOut {
  const c = col(language);
  const row = (facility: AccessFacility): TableOut['rows'][number] => {
    const audit = view.audits.find((each) => each.id === facility.latest);
    return [facility.name, facility.provider, facility.place ? shown(facility.place, language) : '', audit?.day ?? null, audit ? statusText(checklist, audit.result, language) : translate('access.notAudited', { lng: language }), audit?.result.score ?? null, entranceText(facility.entrance, language), facility.comes.value];
  };
  return { title: translate('access.table.facilities', { lng: language }), note: translate('access.servedNote', { lng: language }), columns: [c('facility'), c('provider'), c('place'), c('day', 'date'), c('status'), c('share', 'share'), c('entrance'), c('served', 'number')], rows: view.facilities.map(row) };
}

/** All criteria of an audit with what was said and measured. */
export function questionsOut(checklist: Checklist, audit: AuditDetail, name: string, language: Language): TableOut {
  const c = col(language);
  const answers = new Map(audit.answers.map((answer) => [answer.item, answer]));
  const areas = new Map(checklist.areas.map((area) => [area.id, shown(area.name, language)]));
  return {
    title: translate('access.table.questions', { lng: language, name, day: audit.day }), note: shown(checklist.caution, language),
    columns: [c('number', 'number'), c('area'), c('criterion'), c('critical'), c('measured'), c('answer'), c('note'), c('ref')],
    rows: checklist.items.map((item, at) => {
      const answer = answers.get(item.id);
      return [
        at + 1, areas.get(item.area) ?? '', shown(item.question, language), item.critical ? translate('access.yes', { lng: language }) : '',
        (answer?.measured ?? []).map((value) => (value === null ? '–' : formatNumber(value, language, { digits: { min: 0, max: 3 } }))).join('; '), translate(`access.answer.${answer?.counts || 'none'}`, { lng: language }), answer?.note ?? '', shown(item.ref, language),
      ];
    }),
  };
}

/** Fixes in their order with cost, people and effect. */
export function fixesOut(checklist: Checklist, audit: AuditDetail, name: string, language: Language): TableOut {
  const c = col(language);
  const numbers = numbersOf(checklist);
  return {
    title: translate('access.table.fixes', { lng: language, name }),
    columns: [c('number', 'number'), c('fix'), c('items'), c('cost', 'number'), c('people', 'number'), c('perPerson', 'number'), c('after'), c('entrance')],
    rows: audit.fixes.map((fix, at) => [at + 1, fix.name, listNumbers(fix.items, numbers), fix.costKop === null ? null : fix.costKop / 100, fix.people === null ? null : Math.round(fix.people), fix.costPerPersonKop === null ? null : fix.costPerPersonKop / 100, statusText(checklist, { open: 0, status: fix.after.status }, language), entranceText(fix.after.entrance, language)]),
  };
}
/** «48 000 грн» of a plan. */
export const costText = (kop: number, language: Language): string => translate('access.plan.cost', { lng: language, cost: hryvnias(kop, language) });
