import type { StaffCliff, StaffPoint, StaffRisksView } from '../contract/api/staff.ts';
import type { Num } from '../contract/models.ts';
import { factRange } from '../domain/facts.ts';
import { peopleOf, staying, type AgeCounts } from '../domain/staffing/ages.ts';
import { atRisk, ranked, type SinglePoint } from '../domain/staffing/continuity.ts';
import { exact, scale } from '../domain/range.ts';
import { countedOf, unitsOf } from './facts.ts';
import type { PlanModel } from './model.ts';
import { countedUnit, resultNum } from './num.ts';
import { sentence } from './program.ts';
import { categoriesOf, parameterValue } from './staffBook.ts';
import { positionsOf, providerFact, providerKey, rowsOf, sumOf } from './staffFacts.ts';

/** How far ahead ages are followed, years. */
const AHEAD = 10;

/** Filled posts of each category that are left by year, while nobody is hired. */
export function cliffOf(model: PlanModel): readonly StaffCliff[] {
  const [leave, first, last] = ['age.leave', 'age.first', 'age.last'].map((id) => parameterValue(model, id));
  return [...Map.groupBy(positionsOf(model), (row) => row.category)].map(([category, rows]): StaffCliff => {
    const filled = sumOf(rows, 'filled');
    const counts = countsOf(rows);
    const people = counts && peopleOf(counts);
    const left = Array.from({ length: AHEAD + 1 }, (_, years): Num => {
      if (!counts || !people || filled === null || leave == null || first == null || last == null) return resultNum(exact(null), 'post', null);
      return resultNum(scale(staying(counts, years, { leave, first, last }), filled / people), 'post', null, { assumed: true });
    });
    return { category, filled, people, left };
  });
}

/** Persons by band over rows; null while a filled row has a band not counted, or rows are not confirmed. */
function countsOf(rows: ReturnType<typeof positionsOf>): AgeCounts | null {
  let sum: AgeCounts = { under35: 0, age35: 0, age50: 0, age60: 0 };
  for (const row of rows.filter((each) => each.filled !== 0)) {
    const { under35, age35, age50, age60 } = row;
    if (row.state === 'carried' || under35 === null || age35 === null || age50 === null || age60 === null) return null;
    sum = { under35: sum.under35 + under35, age35: sum.age35 + age35, age50: sum.age50 + age50, age60: sum.age60 + age60 };
  }
  return sum;
}

interface Single extends SinglePoint { readonly name: StaffPoint['name']; readonly unsure: boolean }

/** Everything of which there is only one. */
function singles(model: PlanModel): readonly Single[] {
  const people = (service: string, provider: string) => factRange(providerFact(model, 'served', service, provider)).base;
  const dependent = (service: string, provider: string) => ({ service, provider, people: people(service, provider) });
  const name = (id: string) => ({ uk: model.providers.find((row) => row.id === id)?.name ?? id, en: null });
  const found: Single[] = [];
  for (const provider of model.providers) for (const service of provider.services) {
    const rows = rowsOf(model, provider.id, service);
    for (const [category, own] of Map.groupBy(rows, (row) => row.category)) {
      const filled = sumOf(own, 'filled');
      if (filled === null || filled <= 0 || filled > 1) continue;
      const label = categoriesOf(model.book).find((row) => row.id === category)?.name ?? category;
      found.push({ id: `staff ${provider.id} ${service} ${category}`, kind: 'staff', name: sentence('staff.point.staff', { name: label, provider: name(provider.id) }), dependents: [dependent(service, provider.id)], unsure: false });
    }
    const byUnits = unitsOf(model, provider.id).some((unit) => unit.services.includes(service));
    const byFigure = rows.length === 0 && !byUnits ? factRange(providerFact(model, 'postsFilled', service, provider.id)).base : null;
    if (byFigure !== null && byFigure > 0 && byFigure <= 1) found.push({ id: `staff ${provider.id} ${service}`, kind: 'staff', name: sentence('staff.point.worker', { provider: name(provider.id) }), dependents: [dependent(service, provider.id)], unsure: false });
    if (!byUnits && factRange(providerFact(model, 'vehicles', service, provider.id)).base === 1) found.push({ id: `vehicle ${provider.id} ${service}`, kind: 'vehicle', name: sentence('staff.point.vehicle', { provider: name(provider.id) }), dependents: [dependent(service, provider.id)], unsure: false });
  }
  for (const facility of model.facilities) {
    if (facility.generator === 'yes' || facility.state === 'destroyed') continue;
    const alone = model.facilities.filter((each) => each.provider === facility.provider).length === 1;
    const inside = model.providers.filter((row) => row.facility === facility.id || (row.id === facility.provider && row.facility === '' && alone));
    const dependents = inside.flatMap((row) => row.services.map((service) => dependent(service, row.id)));
    if (dependents.length > 0) found.push({ id: `power ${facility.id}`, kind: 'power', name: sentence(facility.generator === 'no' ? 'staff.point.power' : 'staff.point.powerUnknown', { name: { uk: facility.name, en: null }, provider: name(facility.provider) }), dependents, unsure: facility.generator === '' });
  }
  return found;
}

/** What a view of risks shows besides names. */
export function risksOf(model: PlanModel): Pick<StaffRisksView, 'years' | 'leave' | 'cliff' | 'vacancies' | 'points'> {
  const unitOf = (service: string) => countedUnit('person', countedOf(model, service, model.root));
  const points = ranked(singles(model)).map((single): StaffPoint => {
    const { low, high } = atRisk(single.dependents);
    const units = new Set(single.dependents.map(({ service }) => unitOf(service)));
    const same = low !== null && low === high;
    return {
      id: single.id, kind: single.kind, name: single.name, unsure: single.unsure,
      services: single.dependents.map(({ service, provider, people }) => ({ service, provider, people: resultNum(exact(people), unitOf(service), { kind: 'figure', key: providerKey(model, 'served', service, provider) }, { state: people === null ? 'unknown' : 'known' }) })),
      // Persons and families are not added.
      atRisk: units.size > 1 ? resultNum(exact(null), 'person', null) : resultNum({ low, base: same ? low : null, high }, [...units][0] ?? 'person', null),
    };
  });
  const vacancies = [...Map.groupBy(positionsOf(model), (row) => `${row.provider}|${row.service}|${row.category}`).values()].flatMap((rows) => {
    const [posts, filled, first] = [sumOf(rows, 'posts'), sumOf(rows, 'filled'), rows[0]];
    return posts === null || filled === null || first === undefined || posts <= filled ? [] : [{ provider: first.provider, service: first.service, category: first.category, posts, filled, vacant: posts - filled }];
  }).toSorted((a, b) => b.vacant - a.vacant);
  return { years: Array.from({ length: AHEAD + 1 }, (_, at) => model.year + at), leave: parameterValue(model, 'age.leave') ?? 0, cliff: cliffOf(model), vacancies, points };
}
