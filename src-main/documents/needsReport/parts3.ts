import type { RedFlag } from '../../contract/api/gaps.ts';
import { paragraph, plain, type Block, type Inline } from '../tree.ts';
import { shown } from './amounts.ts';
import type { Report, ServiceFigures } from './model.ts';
import { isSmall } from './suppress.ts';

const list = (ordered: boolean, items: readonly string[]): Block => ({ kind: 'list', ordered, items: items.map((text): Inline => plain(text)) });

/** Basic services that nobody provides by their full names; the names of the screen when they are not listed. */
const without = (r: Report, short: string): string => {
  const services = r.views.overview.basic.find((part) => part.id === 'none')?.services ?? [];
  return services.length === 0 ? short : services.map((s) => r.serviceName(s)).join('; ');
};

/** A flag of the screen in the words of the paper; an edition for publication says it without a number that must be hidden. */
function flagText(r: Report, flag: RedFlag): string {
  const t = r.t.flags;
  const { params } = flag.text;
  const of = r.services.find((s) => s.info.id === flag.service) ?? null;
  const number = (name: string): string => { const value = params[name]; return typeof value === 'number' ? r.n(value) : r.t.unknown; };
  const label = (name: string): string => { const value = params[name]; return typeof value === 'object' ? r.label(value) : String(value ?? ''); };
  const small = (...names: readonly string[]): boolean => r.isPublic && names.some((name) => { const value = params[name]; return typeof value === 'number' && isSmall(value); });
  const name = of?.name ?? label('service');
  const norm = (): [string, string] => [label('norm'), `${number('value')} ${label('unit')}`.trim()];
  switch (flag.id.split(':')[0]) {
    case 'noProvider': return t.noProvider(without(r, label('services')));
    case 'excess': return of === null || of.mask.any ? t.excessHidden(name) : t.excess(name, r.num(of.need.served), r.num(of.need.general), r.num(of.need.excess));
    case 'excessInside': return t.excessInside(name, label('places'));
    case 'inside.identified':
    case 'inside.served': return r.isPublic && (of?.mask.any === true || small('own', 'sum') || isSmall(Number(params['own']) - Number(params['sum']))) ? t.insideHidden(name) : t.inside(name, number('own'), number('sum'));
    case 'providers.served':
    case 'providers.places':
    case 'providers.posts':
    case 'providers.postsFilled':
    case 'providers.vehicles': {
      const people = flag.id.startsWith('providers.served');
      const hidden = r.isPublic && people && (of?.mask.any === true || small('own', 'sum') || isSmall(Number(params['own']) - Number(params['sum'])));
      const what = t.ofProviders[flag.id.split(':')[0] as keyof typeof t.ofProviders];
      return hidden ? t.providersHidden(name, what) : t.providers(name, what, number('own'), number('sum'));
    }
    case 'overFilledInside': return t.overFilledInside(name, label('places'));
    case 'overOccupiedInside': return t.overOccupiedInside(name, label('places'));
    case 'units': return t.units(name);
    case 'overFilled': return t.overFilled(name, number('n'));
    case 'overOccupied': return small('n') || (r.isPublic && of?.mask.any === true) ? t.overOccupiedHidden(name) : t.overOccupied(name, number('n'));
    case 'published': return r.services.some((s) => s.mask.any) ? t.publishedHidden : t.published(number('total'), number('places'), number('persons'));
    case 'recalled': return t.recalled(...norm());
    case 'notInForce': return t.notInForce(...norm());
    case 'population': return small('difference') ? t.populationHidden : t.population(number('difference').replace(/^[-−]/u, ''));
    default: throw new Error(`no words for the flag ${flag.id}`);
  }
}

/** Section: red flags, exactly those of the screen and in its order. */
export function flagsPart(r: Report): Block[] {
  const items = r.views.overview.flags.map((flag) => flagText(r, flag) + (flag.accepted ? ` ${r.isPublic ? r.t.flags.acceptedHidden : r.t.flags.accepted(flag.accepted)}` : ''));
  r.takeMarks();
  return items.length === 0 ? [paragraph(r.t.flags.none)] : [list(false, items)];
}

/** Need up to which cooperation is offered first: a threshold of the program, not a norm (persons). */
const SMALL_NEED = 25;

function adviceFor(r: Report, s: ServiceFigures): string | null {
  const t = r.t.recommendations;
  const { need, gap, capacity, mask, name } = s;
  const general = shown(need.general);
  const unmet = shown(need.unmet);
  if ((shown(need.excess) ?? 0) > 0) return mask.any ? t.checkHidden(name) : t.check(name, r.counted(need.served), r.counted(need.general));
  if (s.info.basic && gap?.noProvider === true) {
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

/** More services than this are not listed again: section 8 names them. */
const NAMED = 6;

/** Recommendations derived from the data, most urgent first: each names its service and its figures. */
export function advice(r: Report): string[] {
  const t = r.t.recommendations;
  const order = new Map(r.views.gaps.rank.map((row, i) => [row.service, i]));
  // Services with hidden numbers keep the order of the classifier: their place in a list by size would tell the size.
  const rank = (s: ServiceFigures): number => Number(!(s.info.basic && s.gap?.noProvider === true)) * 1000 + (s.mask.any ? 900 : order.get(s.info.id) ?? 500);
  const items = [...r.services].sort((a, b) => rank(a) - rank(b)).flatMap((s) => adviceFor(r, s) ?? []);
  const unknown = r.services.filter((s) => shown(s.need.general) === null && s.need.state !== 'conflict' && (s.info.basic || shown(s.need.served) !== null));
  if (unknown.length > 0) items.push(unknown.length > NAMED ? t.determineMany(r.n(unknown.length)) : t.determine(unknown.map((s) => s.name).join('; '), r.n(unknown.length)));
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
