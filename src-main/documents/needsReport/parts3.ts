import { paragraph, plain, type Block, type Inline } from '../tree.ts';
import { shown, type Report, type ServiceFigures } from './model.ts';
import { isSmall } from './suppress.ts';

const list = (ordered: boolean, items: readonly string[]): Block => ({ kind: 'list', ordered, items: items.map((text): Inline => plain(text)) });

/** Section: red flags, those of the screen and in its order. */
export function flagsPart(r: Report): Block[] {
  const t = r.t.flags;
  const services = new Map(r.services.map((s) => [s.info.id, s]));
  const items = r.views.overview.flags.flatMap((flag): string[] => {
    const of = flag.service === null ? null : services.get(flag.service) ?? null;
    const params = [...Object.values(flag.title.params), ...Object.values(flag.text.params)];
    const revealing = r.isPublic && (of?.mask.any === true || params.some((p) => typeof p === 'number' && isSmall(p)));
    const ready = r.views.flagTexts?.[flag.id];
    if (ready !== undefined && !revealing) return [ready];
    if (of !== null && flag.level === 'bad') return [t.noProvider(of.name)];
    if (of !== null && flag.level === 'conflict') return [revealing ? t.conflictHidden(of.name) : t.conflict(of.name, r.num(of.need.served), r.num(of.need.general), r.num(of.need.excess))];
    if (flag.page === 'community') return [t.population];
    return flag.level === 'warn' ? [t.recalled] : [];
  });
  r.takeMarks();
  const unique = [...new Set(items)];
  return unique.length === 0 ? [paragraph(t.none)] : [list(false, unique)];
}

/** Need up to which cooperation is offered first: a threshold of the program, not a norm (persons). */
const SMALL_NEED = 25;

function adviceFor(r: Report, s: ServiceFigures): string | null {
  const t = r.t.recommendations;
  const { need, gap, capacity, mask, name } = s;
  const general = shown(need.general);
  const unmet = shown(need.unmet);
  if (need.state === 'conflict') return mask.any ? t.checkHidden(name) : t.check(name, r.counted(need.served), r.counted(need.general));
  if (s.info.basic && (gap?.noProvider === true || capacity?.state === 'none')) {
    if (general === null) return t.organise(name, t.organiseUnknown);
    return t.organise(name, mask.general === 'show' ? t.organiseNeed(r.counted(need.general)) : t.organiseHidden);
  }
  if (unmet === null || general === null || unmet <= 0) return null;
  if (mask.any) return t.hiddenGap(name);
  const range = r.range(need.unmet);
  const text = t.gap(r.counted(need.unmet), r.counted(need.general), range === '' ? '' : t.range(range));
  const effect = capacity ? shown(capacity.vacancyEffect) : null;
  if (capacity && effect !== null && effect > 0) {
    const parts = [name, text, r.counted(capacity.vacancies), r.counted(capacity.vacancyEffect, r.alone(capacity.vacancyEffect))] as const;
    return effect >= unmet ? t.vacanciesAll(...parts) : t.vacanciesPart(...parts);
  }
  if (general <= SMALL_NEED) return t.small(name, text, r.n(SMALL_NEED));
  const what = [gap?.gapPosts, gap?.gapPlaces].flatMap((num) => (num && (shown(num) ?? 0) > 0 ? [r.counted(num)] : []));
  return what.length > 0 ? t.resources(name, text, what.join(t.and)) : t.buy(name, text);
}

/** Recommendations derived from the data, most urgent first: each names its service and its figures. */
export function advice(r: Report): string[] {
  const t = r.t.recommendations;
  const order = new Map(r.views.gaps.rank.map((row, i) => [row.service, i]));
  // Services with hidden numbers keep the order of the classifier: their place in a list by size would tell the size.
  const rank = (s: ServiceFigures): number => Number(!(s.info.basic && s.gap?.noProvider === true)) * 1000 + (s.mask.any ? 900 : order.get(s.info.id) ?? 500);
  const items = [...r.services].sort((a, b) => rank(a) - rank(b)).flatMap((s) => adviceFor(r, s) ?? []);
  const unknown = r.services.filter((s) => shown(s.need.general) === null && s.need.state !== 'conflict' && (s.info.basic || shown(s.need.served) !== null));
  if (unknown.length > 0) items.push(t.determine(unknown.map((s) => s.name).join('; '), r.n(unknown.length)));
  r.takeMarks();
  return items;
}

/** Section: recommendations, unless the department's words stand instead. */
export function recommendationsPart(r: Report): Block[] {
  const items = advice(r);
  return items.length === 0 ? [paragraph(r.t.recommendations.none)] : [list(true, items)];
}

/** Section: what was not measured. */
export function notMeasuredPart(r: Report): Block[] {
  const t = r.t.notMeasured;
  const items: string[] = [];
  const add = (names: readonly string[], sentence: (n: string, list: string) => string): void => {
    if (names.length > 0) items.push(sentence(r.n(names.length), names.join('; ')));
  };
  const without = r.services.filter((s) => shown(s.need.general) === null);
  add(without.filter((s) => s.need.state !== 'carried').map((s) => s.name), t.services);
  add(without.filter((s) => s.need.state === 'carried').map((s) => s.name), t.carried);
  add(r.services.filter((s) => s.capacity !== null && s.capacity.state === 'unknown').map((s) => s.name), t.capacity);
  add(r.views.groups.rows.filter((g) => shown(g.size) === null).map((g) => r.label(g.name)), t.groups);
  return [items.length === 0 ? paragraph(t.none) : list(false, items), paragraph(t.hidden)];
}
