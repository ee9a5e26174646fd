import type { RedFlag } from '../contract/api/gaps.ts';
import { MEASURES } from '../contract/measures.ts';
import type { FigureKey, Sentence } from '../contract/models.ts';
import { above, relativeWidth, splitDifference } from '../domain/checks/rules.ts';
import { factRange } from '../domain/facts.ts';
import type { PackCheck } from '../reference/schema.ts';
import type { Accepted } from '../store/checks.ts';
import { provenanceRules } from './checkProvenance.ts';
import { addressOf, issueId, keyOnly, naming, type Found, type Rule, type Sight } from './checkSight.ts';
import { contradictions, overfull } from './contradictions.ts';
import { isInside } from './facts.ts';
import { populationOf } from './groupSizes.ts';
import type { PlanModel } from './model.ts';
import { pageOfFigure } from './pageOfFigure.ts';
import { excessFlags, publishedFlags } from './flags.ts';
import { sentence } from './program.ts';
import { staffRules } from './checkStaff.ts';

const about = ({ program, model }: Sight, rule: string, key: FigureKey, params: Sentence['params'], finding: string, weight: number): Found =>
  ({ about: addressOf(key), text: sentence(`checks.found.${rule}`, { ...naming(program, model, key), ...params }), count: 1, link: keyOnly(key), page: pageOfFigure(key), finding, weight });

/** Kinds of flags of the overview by the rule that speaks of them. */
const FLAG_RULES: Readonly<Record<string, string>> = {
  excess: 'servedAboveIdentified', excessInside: 'servedAboveIdentified', overFilled: 'filledAbovePosts', overFilledInside: 'filledAbovePosts',
  overOccupied: 'occupiedAbovePlaces', overOccupiedInside: 'occupiedAbovePlaces', units: 'unitsMixed', published: 'placesInTotal',
};
/** The rule behind a flag, null when none is. */
const ruleOfFlag = (id: string): string | null => {
  const kind = id.split(':')[0] ?? '';
  return kind.startsWith('providers.') ? 'providersNotTotal' : kind.startsWith('inside.') ? 'partsNotTotal' : (FLAG_RULES[kind] ?? null);
};

/** The numbers a flag was raised by. */
const findingOfFlag = (flag: RedFlag): string => JSON.stringify(flag.text.params);

/** The reason a flag of the overview was accepted with, null when it was not, or when its numbers have changed since. */
export function acceptedReason(model: PlanModel, flag: RedFlag, accepted: ReadonlyMap<string, Accepted>): string | null {
  const rule = ruleOfFlag(flag.id);
  const exception = rule === null ? undefined : accepted.get(issueId(model, rule, flag.id));
  return exception?.finding === findingOfFlag(flag) ? exception.reason : null;
}

function flagFindings({ model, rows }: Sight): ReadonlyMap<string, readonly Found[]> {
  const flags = [...excessFlags(rows), ...rows.flatMap((row) => contradictions(model, row)), ...model.services.flatMap((service) => overfull(model, service)), ...publishedFlags(model)];
  const found = flags.flatMap((flag) => {
    const rule = ruleOfFlag(flag.id);
    return rule === null || flag.page === 'gaps' ? [] : [{ rule, found: { about: flag.id, text: flag.text, count: 1, link: flag.link, page: flag.page, finding: findingOfFlag(flag), weight: Number(flag.text.params['n'] ?? 0) } }];
  });
  return new Map([...Map.groupBy(found, (each) => each.rule)].map(([rule, list]) => [rule, list.map((each) => each.found)]));
}

/** Own figures of a territory or provider that what is inside contradicts: of every additive measure but those of services of the community, which the flags speak of. */
const parts: Rule = (sight) => sight.figures.flatMap((figure) => {
  if (!MEASURES[figure.measure].additive || (figure.provider === '' && (figure.measure === 'identified' || figure.measure === 'served')) || figure.value === null) return [];
  const total = sight.model.series.total(figure.measure, figure, figure.territory);
  if (!total.conflict || total.inside === null) return [];
  // Families inside are not compared with persons of the whole.
  const inside = [...sight.model.series.places(figure.measure, figure).values()].filter((part) => part.territory !== figure.territory && isInside(sight.model, part.territory, figure.territory));
  if (inside.some((part) => part.counted !== figure.counted)) return [];
  const sum = total.inside.base ?? total.inside.low;
  return sum === null ? [] : [about(sight, 'partsNotTotal', figure, { own: figure.value, sum }, `${figure.value}≠${sum}`, Math.abs(figure.value - sum))];
});

const aboveRule = (rule: string, measure: 'surveyYes' | 'surveyAnswered', against: 'surveyAnswered' | 'surveyPopulation'): Rule => (sight) =>
  sight.figures.flatMap((figure) => {
    if (figure.measure !== measure) return [];
    const other = sight.model.series.at(against, figure, figure.territory);
    const over = other === null ? null : above(factRange(figure), factRange(other));
    return over === null || over === 0 ? [] : [about(sight, rule, figure, { value: figure.value, against: other?.value ?? null }, `${figure.value}>${other?.value}`, over)];
  });

const groupAbove: Rule = (sight) => sight.figures.flatMap((figure) => {
  if (figure.measure !== 'groupSize' || sight.model.groups.find((group) => group.id === figure.group)?.unit === 'family') return [];
  const people = populationOf(sight.model, figure.territory);
  // A bundled figure of before the war that nobody confirmed proves nothing.
  const over = people.assumed ? null : above(factRange(figure), people.range);
  return over === null || over === 0 ? [] : [about(sight, 'groupAbovePopulation', figure, { value: figure.value, against: people.range.base }, `${figure.value}>${people.range.base}`, over)];
});

const SPLITS = { sex: ['female', 'male'], age: ['0-17', '18-59', '60+'] } as const;
const split: Rule = (sight) => sight.figures.flatMap((figure) => {
  if (figure.sex !== 'all' || figure.age !== 'all' || figure.value === null) return [];
  return (['sex', 'age'] as const).flatMap((by) => {
    const of = SPLITS[by].map((part) => sight.model.series.at(figure.measure, { ...figure, [by]: part }, figure.territory)?.value ?? null);
    const difference = splitDifference(figure.value, of);
    const sum = of.reduce<number>((a, b) => a + (b ?? 0), 0);
    return difference === null || difference === 0 ? [] : [{ ...about(sight, `split.${by}`, figure, { value: figure.value, sum }, `${figure.value}≠${sum}`, Math.abs(difference)), about: `${by}|${addressOf(figure)}` }];
  });
});

const urbanRural: Rule = (sight) => sight.figures.flatMap((figure) => {
  if (figure.measure !== 'population' || figure.sex !== 'all' || figure.age !== 'all') return [];
  const part = (measure: 'populationUrban' | 'populationRural') => sight.model.series.at(measure, {}, figure.territory);
  const [urban, rural] = [part('populationUrban'), part('populationRural')];
  // The bundled parts of 2022 say nothing of today's whole.
  if (urban?.state !== figure.state || rural?.state !== figure.state) return [];
  const difference = splitDifference(figure.value, [urban.value, rural.value]);
  return difference === null || difference === 0 ? [] : [about(sight, 'urbanRural', figure, { value: figure.value, sum: (urban.value ?? 0) + (rural.value ?? 0) }, `${figure.value}≠${urban.value}+${rural.value}`, Math.abs(difference))];
});

const servedNotProvided: Rule = (sight) => sight.rows.flatMap((row) => {
  const served = row.served.value ?? row.served.low ?? 0;
  return sight.model.provided.get(row.id) !== 'no' || served <= 0 ? [] : [about(sight, 'servedNotProvided', row.served.key, { value: served }, `${served}`, served)];
});

const queueAndFree: Rule = (sight) => sight.rows.flatMap((row) => {
  const free = row.places.value !== null && row.occupied.value !== null ? row.places.value - row.occupied.value : 0;
  const waiting = row.waiting.value ?? 0;
  return free <= 0 || waiting <= 0 ? [] : [about(sight, 'queueAndFree', row.waiting.key, { waiting, free, count: free }, `${waiting}/${free}`, Math.min(free, waiting))];
});

const sample: Rule = (sight, limit) => sight.figures.flatMap((figure) =>
  (figure.measure !== 'surveyAnswered' || figure.value === null || figure.value >= limit ? [] : [about(sight, 'smallSample', figure, { value: figure.value, count: figure.value, limit }, `${figure.value}`, limit - figure.value)]));

const wide: Rule = (sight, limit) => sight.figures.flatMap((figure) => {
  const width = relativeWidth(factRange(figure));
  return width === null || width <= limit ? [] : [about(sight, 'wide', figure, { low: figure.low, value: figure.value, high: figure.high }, `${figure.low}–${figure.high}`, width)];
});

const RULES: Readonly<Record<Exclude<PackCheck['kind'], 'flag'>, (rule: PackCheck) => Rule>> = {
  parts: () => parts, groupAbove: () => groupAbove, split: () => split, urbanRural: () => urbanRural, servedNotProvided: () => servedNotProvided, queueAndFree: () => queueAndFree,
  sample: () => sample, wide: () => wide,
  above: ({ id }) => (id === 'yesAboveAnswered' ? aboveRule(id, 'surveyYes', 'surveyAnswered') : aboveRule(id, 'surveyAnswered', 'surveyPopulation')),
  ...provenanceRules,
  ...staffRules,
};

/** What the rules of the book find, by rule; rules in `off` do not run. `limitOf` gives the limit in force. */
export function runRules(sight: Sight, rules: readonly PackCheck[], limitOf: (rule: PackCheck) => number): ReadonlyMap<string, readonly Found[]> {
  const flags = flagFindings(sight);
  return new Map(rules.map((rule) => {
    const own = rule.kind === 'flag' ? [] : RULES[rule.kind](rule)(sight, limitOf(rule));
    return [rule.id, [...(flags.get(rule.id) ?? []), ...own].sort((a, b) => b.weight - a.weight)];
  }));
}
