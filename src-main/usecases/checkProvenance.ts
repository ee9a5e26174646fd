import { MEASURES } from '../contract/measures.ts';
import type { Figure, MeasureId } from '../contract/models.ts';
import { foldText } from '../contract/parse.ts';
import { jump as jumpOf, monthsBetween, repeated as repeatedIn } from '../domain/checks/rules.ts';
import { addressOf, keyOnly, naming, type Found, type Rule, type Sight } from './checkSight.ts';
import { pageOfFigure } from './pageOfFigure.ts';
import { sentence } from './program.ts';

/** Figures people entered with a number: what the rules of date and source look at. */
const entered = (sight: Sight): readonly Figure[] => sight.figures.filter((figure) => figure.state === 'entered' && figure.value !== null);

/** One issue a measure: what lacks a date in a hundred cells is one thing to put right. `weight` = how many. */
function byMeasure(rule: string, figures: readonly Figure[], more: (figures: readonly Figure[]) => Readonly<Record<string, string | number>> = () => ({})): readonly Found[] {
  return [...Map.groupBy(figures, (figure) => figure.measure)].map(([measure, list]): Found => {
    const first = list[0] as Figure;
    return {
      about: measure, text: sentence(`checks.found.${rule}`, { measure, count: list.length, ...more(list) }), count: list.length,
      link: keyOnly(first),
      page: pageOfFigure(first), finding: `${list.length}`, weight: list.length,
    };
  });
}

const jump: Rule = (sight, limit) => {
  const { before, model } = sight;
  if (before === null) return [];
  return entered(sight).flatMap((figure): Found[] => {
    const last = before.series.at(figure.measure, figure, figure.territory);
    if (last?.value == null || last.state === 'carried' || MEASURES[figure.measure].unit === 'share' || last.counted !== figure.counted) return [];
    const share = jumpOf(figure.value as number, last.value, limit);
    return share === null ? [] : [{
      about: addressOf(figure), text: sentence(`checks.found.jump.${share > 0 ? 'up' : 'down'}`, { ...naming(sight.program, model, figure), value: figure.value, before: last.value, year: before.year, share: Math.abs(share) }),
      count: 1, link: keyOnly(figure), page: pageOfFigure(figure), finding: `${last.value}→${figure.value}`, weight: Math.abs(share),
    }];
  });
};

const old: Rule = (sight, limit) => byMeasure('oldDate', entered(sight).filter((figure) => figure.asOf !== '' && monthsBetween(figure.asOf, sight.model.meta.calcDate) > limit)
  .sort((a, b) => a.asOf.localeCompare(b.asOf)), (list) => ({ date: list[0]?.asOf ?? '' }));
const future: Rule = (sight) => byMeasure('futureDate', entered(sight).filter((figure) => figure.asOf > sight.today));
const noSource: Rule = (sight) => byMeasure('noSource', entered(sight).filter((figure) => figure.source.trim() === ''));
const noDate: Rule = (sight) => byMeasure('noDate', entered(sight).filter((figure) => figure.asOf === ''));
const carried: Rule = (sight) => byMeasure('carried', sight.figures.filter((figure) => figure.state === 'carried' && figure.value !== null));
const prefilled: Rule = (sight) => byMeasure('prefilled', sight.figures.filter((figure) => figure.state === 'prefilled' && figure.value !== null));

const COUNTED: ReadonlySet<MeasureId> = new Set<MeasureId>(['population', 'groupSize', 'identified', 'served', 'waiting']);
const repeated: Rule = (sight, limit) => {
  const { model } = sight;
  const rows = entered(sight).filter((figure) => COUNTED.has(figure.measure) && figure.territory !== model.root && figure.sex === 'all' && figure.age === 'all' && figure.provider === '');
  return [...Map.groupBy(rows, (figure) => `${figure.measure}|${figure.group}|${figure.service}`)].flatMap(([series, list]) =>
    repeatedIn(list.map((figure) => ({ place: figure, value: figure.value as number })), limit).flatMap(({ value, places }): Found[] => {
      const [first] = places;
      if (first === undefined) return [];
      const key = keyOnly(first);
      return [{
        about: `${series}|${value}`, text: sentence('checks.found.sameEverywhere', { ...naming(sight.program, model, { ...key, territory: model.root }), value, count: places.length }),
        count: places.length, link: key, page: pageOfFigure(key), finding: `${value}×${places.length}`, weight: places.length,
      }];
    }));
};

const sameName: Rule = ({ model }) => {
  const twice = <T extends { readonly id: string }>(what: string, rows: readonly T[], name: (row: T) => string, page: Found['page']): Found[] =>
    [...Map.groupBy(rows, (row) => foldText(name(row)))].filter(([, list]) => list.length > 1).map(([folded, list]) => ({
      about: `${what}|${folded}`, text: sentence(`checks.found.sameName.${what}`, { name: list[0] ? { uk: name(list[0]).split('\n')[0] ?? '', en: null } : '', count: list.length }), count: list.length, link: null, page, finding: `${list.length}`, weight: list.length,
    }));
  return [
    ...twice('provider', model.providers, (row) => row.name, 'capacity'),
    // Villages of one name lie in different starosta districts: only those of one parent are the same.
    ...twice('territory', model.territories, (row) => `${row.name.uk}\n${row.parent ?? ''}\n${row.kind}`, 'community'),
    ...twice('group', model.groups, (row) => row.name.uk, 'groups'),
  ];
};

/** Rules about where figures come from and how they compare with other years and places. */
export const provenanceRules = {
  jump: () => jump, old: () => old, future: () => future, noSource: () => noSource, noDate: () => noDate, carried: () => carried, prefilled: () => prefilled, repeated: () => repeated, sameName: () => sameName,
} as const;
