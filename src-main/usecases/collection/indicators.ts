import type { Collector, Indicator, IndicatorLink, IndicatorRow, IndicatorsView } from '../../contract/api/collection.ts';
import { Refusal } from '../../contract/errors.ts';
import type { Cell, FigureKey, Label } from '../../contract/models.ts';
import { hashOf } from '../../imports/fingerprint.ts';
import { foldCell } from '../../imports/match/fold.ts';
import { createFinder } from '../../imports/match/vocabulary.ts';
import { GROUP_WORDS } from '../../imports/match/synonyms.ts';
import { collectorsOf, confirmationOf, indicatorsOf } from '../../store/collection.ts';
import { figureCell } from '../cells.ts';
import { unknownId } from '../figures.ts';
import type { PlanModel } from '../model.ts';
import type { Program } from '../program.ts';

const NOTHING: Label = { uk: '', en: null };

/** The list as the reference book proposes it: numbered in its order, parts of the population under it; own groups of the community last. */
function proposal(program: Program, model: PlanModel): readonly Indicator[] {
  let [major, minor] = [0, 0];
  const listed = (program.latest().indicators?.indicators ?? []).map((each): Indicator => {
    const part = each.sex !== 'all' || each.age !== 'all';
    if (part) minor += 1;
    else { major += 1; minor = 0; }
    return { id: each.id, number: part ? `${major}.${minor}` : String(major), wording: each.wording, basis: each.basis, source: each.source, link: { measure: each.measure, group: each.group, service: '', sex: each.sex, age: each.age } };
  });
  const own = model.groups.filter((group) => group.own).map((group, at): Indicator => ({ id: `own ${group.id}`, number: String(major + at + 1), wording: group.name, basis: 'jan1', source: NOTHING, link: { measure: 'groupSize', group: group.id, service: '', sex: 'all', age: 'all' } }));
  return [...listed, ...own];
}

/** The indicators in force: the community's own list, else the proposal. */
export function listOf(program: Program, model: PlanModel): { readonly list: readonly Indicator[]; readonly proposed: boolean } {
  const own = indicatorsOf(program.store().read);
  return own.length > 0 ? { list: own, proposed: false } : { list: proposal(program, model), proposed: true };
}

/** The collectors in force. */
export function collectorsIn(program: Program): { readonly list: readonly Collector[]; readonly proposed: boolean } {
  const own = collectorsOf(program.store().read);
  return own.length > 0 ? { list: own, proposed: false } : { list: program.latest().indicators?.sources ?? [], proposed: true };
}

/** What a confirmation of the list is bound to: numbers, wordings, bases in their order. */
export const hashOfList = (list: readonly Indicator[]): string => hashOf(list.map(({ number, wording, basis }) => `${number}\t${wording.uk}\t${basis}`).join('\n'));

/** The figure of an indicator at a territory; null where it has no link, or the link names something that is gone. */
export function keyOf(model: PlanModel, link: IndicatorLink | null, territory: string): FigureKey | null {
  if (link === null) return null;
  const key: FigureKey = { ...link, provider: '', territory, year: model.year, scenario: model.scenario };
  return unknownId(model, key) ? null : key;
}

/** Refuses a link to something the plan does not have. */
export function refuseLink(model: PlanModel, link: IndicatorLink | null): void {
  if (link !== null && keyOf(model, link, model.root) === null) throw new Refusal('input.unknownId', { what: 'link', id: link.group || link.service });
}

/** Proposes what an indicator counts, by its words: a target group named almost wholly, or the population. */
export function linker(model: PlanModel): (wording: string) => IndicatorLink | null {
  const find = createFinder(model.groups.map((group) => ({ id: group.id, names: [group.name.uk, group.name.uk.replaceAll(/\s*\([^)]*\)/g, ''), ...(GROUP_WORDS[group.id] ?? [])] })));
  return (wording) => {
    const text = foldCell(wording);
    if (/^(?:загальна )?(?:чисельність|кількість)(?: наявного| постійного)? (?:населення|жителів|мешканців)(?: громади)?(?:,? (?:усього|всього))?$/u.test(text)) return { measure: 'population', group: '', service: '', sex: 'all', age: 'all' };
    const found = find(wording);
    return found !== null && found.certainty >= 0.75 ? { measure: 'groupSize', group: found.id, service: '', sex: 'all', age: 'all' } : null;
  };
}

/** Does the community know the number: entered or summed up, not carried over and not by a published share? */
export const isKnown = (cell: Cell): boolean => cell.value !== null && cell.state !== 'carried' && cell.state !== 'partial' && cell.ref?.kind !== 'result';

/** The table of indicators at a territory. */
export function indicatorsView(program: Program, model: PlanModel, territory: string): IndicatorsView {
  const { list, proposed } = listOf(program, model);
  const rows = list.map((each): IndicatorRow => {
    const key = keyOf(model, each.link, territory);
    const value = key === null ? null : figureCell(model, key);
    return { ...each, unit: value?.unit ?? null, value };
  });
  const stored = confirmationOf(program.store().read);
  const said = stored ? { by: stored.by, on: stored.on, source: stored.source } : null;
  const holds = stored !== undefined && !proposed && stored.hash === hashOfList(list);
  const book = program.latest().indicators;
  return {
    territory, rows, proposed, note: book?.note ?? NOTHING, act: book?.act ?? NOTHING, confirmed: holds ? said : null, lapsed: holds ? null : said,
    known: rows.filter((row) => row.value !== null && isKnown(row.value)).length,
    groups: model.groups.map(({ id, name }) => ({ id, name })), services: model.services.map((service) => ({ id: service.id, name: service.short ?? service.name ?? { uk: service.code ?? service.id, en: service.code ?? service.id } })),
  };
}

