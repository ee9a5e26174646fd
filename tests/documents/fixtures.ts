import type { CapacityRow, CapacityView } from '#contract/api/capacity.ts';
import type { CommunityView } from '#contract/api/community.ts';
import type { GapRow, GapsView, OverviewView } from '#contract/api/gaps.ts';
import type { GroupRow, GroupsView } from '#contract/api/groups.ts';
import type { NeedRow, NeedsView, ServiceInfo } from '#contract/api/needs.ts';
import type { PlanView } from '#contract/api/plan.ts';
import type { Cell, FigureKey, Label, MeasureId, Num, NumState, Sentence, Unit } from '#contract/models.ts';
import type { ReportViews } from '../../src-main/documents/needsReport.ts';

/** Hand-made views of one community: the published figures of Срібне 2020 and invented ones beside them. */

export const both = (uk: string, en: string | null = null): Label => ({ uk, en });
export const num = (value: number | null, unit: Unit, more: Partial<Num> = {}): Num => ({
  state: value === null ? 'unknown' : 'computed', value, low: value, high: value, unit, assumed: false, recalled: false, ref: null, missing: [], ...more,
});
const key = (measure: MeasureId, service = '', group = ''): FigureKey => ({ measure, group, service, provider: '', territory: 't0', sex: 'all', age: 'all', year: 2020, scenario: 'base' });
export const SOURCE = 'Звіт територіального центру соціального обслуговування';
export const cell = (measure: MeasureId, value: number | null, unit: Unit, more: Partial<Cell> = {}): Cell => ({
  ...num(value, unit), state: (value === null ? 'unknown' : 'known') as NumState, low: null, high: null, key: key(measure), method: 'register', source: value === null ? '' : SOURCE, asOf: value === null ? '' : '2020-02-01', note: '', ...more,
});

/** What a service of the fixtures is made of. */
export interface ServiceFacts {
  readonly id: string; readonly uk: string; readonly en: string | null; readonly basic?: boolean;
  readonly identified: number | null; readonly served: number | null;
  readonly posts?: number; readonly filled?: number; readonly load?: number; readonly places?: number; readonly occupied?: number;
  readonly noProvider?: boolean; readonly high?: number; readonly recalled?: boolean; readonly territories?: readonly (readonly [need: number, served: number])[];
}

export const SERVICES: readonly ServiceFacts[] = [
  { id: '015.1', uk: 'Догляд вдома', en: 'Home care', basic: true, identified: 453, served: 316, posts: 40.5, filled: 31.5, load: 10, high: 169, recalled: true },
  { id: '015.3', uk: 'Денний догляд', en: 'Day care', basic: true, identified: 545, served: 361, posts: 12, filled: 12, load: 30, places: 380, occupied: 361 },
  { id: '015.2', uk: 'Догляд стаціонарний', en: 'Residential care', basic: true, identified: null, served: 18, places: 25, occupied: 18 },
  { id: '002.0', uk: 'Консультування', en: 'Counselling', basic: true, identified: 210, served: 236 },
  { id: '021.0', uk: 'Фізичний супровід осіб з інвалідністю, які мають порушення опорно-рухового апарату та пересуваються на кріслах колісних', en: 'Physical accompaniment', basic: true, identified: null, served: null, noProvider: true },
  { id: '009.1', uk: 'Підтримане проживання осіб похилого віку та осіб з інвалідністю', en: null, basic: true, identified: 11, served: 0, noProvider: true },
  { id: '010.1', uk: 'Кризове та екстрене втручання', en: 'Crisis and emergency intervention', basic: true, identified: 10, served: 7 },
  { id: '013.0', uk: 'Посередництво', en: 'Mediation', identified: 18, served: 15 },
  { id: '012.0', uk: 'Представництво інтересів', en: 'Representation of interests', basic: true, identified: 75, served: 70, territories: [[40, 37], [35, 33]] },
  { id: '014.0', uk: 'Соціальна профілактика', en: 'Social prevention', basic: true, identified: 320, served: 280, territories: [[200, 170], [120, 110]] },
  { id: '018.0', uk: 'Тимчасовий відпочинок', en: 'Respite care', identified: 8, served: 4 },
  { id: '016.0', uk: 'Притулок', en: 'Shelter', identified: 3, served: 3, places: 6, occupied: 3 },
  { id: '019.0', uk: 'Натуральна допомога', en: 'Help in kind', identified: 578, served: 578 },
];

const info = (s: ServiceFacts): ServiceInfo => ({
  id: s.id, code: s.id, name: both(s.uk, s.en), short: null, nameConfidence: 'verified', section: '', basic: s.basic ?? false, basicConfidence: 'recalled',
  counted: 'person', applies: { places: s.places !== undefined, posts: true, vehicles: false },
});
const people = (n: number | null, more: Partial<Num> = {}): Num => num(n, 'person', more);
const diff = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.max(0, a - b));

function needRow(s: ServiceFacts): NeedRow {
  const conflict = s.identified !== null && s.served !== null && s.served > s.identified;
  const unmet = diff(s.identified, s.served);
  const c = (measure: MeasureId, value: number | null | undefined, unit: Unit): Cell => cell(measure, value ?? null, unit, { key: key(measure, s.id) });
  return {
    ...info(s), identified: c('identified', s.identified, 'person'), served: c('served', s.served, 'person'), waiting: c('waiting', null, 'person'),
    places: c('places', s.places, 'place'), occupied: c('occupied', s.occupied, 'place'), posts: c('posts', s.posts, 'post'), postsFilled: c('postsFilled', s.filled, 'post'), hiddenShare: c('hiddenShare', null, 'share'),
    general: people(s.identified), unmet: people(unmet, { high: s.high ?? unmet, recalled: s.recalled ?? false }), coverage: num(s.identified === null || s.served === null ? null : s.served / s.identified, 'share'),
    excess: people(conflict ? (s.served ?? 0) - (s.identified ?? 0) : s.identified === null ? null : 0), chosen: 'registry', state: conflict ? 'conflict' : s.identified === null ? 'unknown' : 'known',
  };
}
const capacityOf = (s: ServiceFacts): number | null => (s.load !== undefined && s.filled !== undefined ? s.load * s.filled : s.places ?? null);
function capacityRow(s: ServiceFacts): CapacityRow {
  const row = needRow(s);
  const vacancies = s.posts !== undefined && s.filled !== undefined ? s.posts - s.filled : null;
  return {
    ...info(s), posts: row.posts, postsFilled: row.postsFilled, loadPerPost: cell('loadPerPost', s.load ?? null, 'perPost'), places: row.places, occupied: row.occupied, turnover: cell('turnover', null, 'perPlace'),
    vehicles: cell('vehicles', null, 'vehicle'), loadPerVehicle: cell('loadPerVehicle', null, 'perVehicle'), byStaff: people(null), byPlaces: people(s.places ?? null), byVehicles: people(null), hours: cell('hours', null, 'hour'), hoursPerPerson: cell('hoursPerPerson', null, 'hour'), byHours: people(null),
    capacity: people(capacityOf(s), { recalled: s.recalled ?? false, assumed: s.recalled ?? false }), limit: capacityOf(s) === null ? null : s.load !== undefined ? 'staff' : 'places', vacancies: num(vacancies, 'post'),
    vacancyEffect: people(vacancies === null || s.load === undefined ? null : vacancies * s.load), served: row.served, providers: s.noProvider ? 0 : 1, provided: 'unknown', state: s.noProvider ? 'none' : capacityOf(s) === null ? 'unknown' : 'known',
  };
}
const PLACES = [{ id: 't1', name: both('Срібне', 'Sribne') }, { id: 't2', name: both('Гриціївка', 'Hrytsiivka') }];
function gapRow(s: ServiceFacts): GapRow {
  const row = needRow(s);
  const at = (territory: string, need: number | null, served: number | null) => ({ territory, unmet: people(diff(need, served)), coverage: num(null, 'share'), posts: num(null, 'post'), need: people(need), served: people(served) });
  const capacity = capacityOf(s);
  const gapPersons = diff(s.identified, capacity);
  return {
    ...info(s), cells: PLACES.map((p, i) => at(p.id, s.territories?.[i]?.[0] ?? null, s.territories?.[i]?.[1] ?? null)), total: { ...at('t0', s.identified, s.served), unmet: row.unmet },
    gapPersons: people(gapPersons), gapPosts: num(gapPersons === null || s.load === undefined ? null : Math.ceil(gapPersons / s.load), 'post'), gapPlaces: num(s.places === undefined ? null : gapPersons, 'place'), vacantPosts: num(null, 'post'), newPosts: num(null, 'post'), freePlaces: num(null, 'place'), newPlaces: num(null, 'place'), capacity: people(capacity), noProvider: s.noProvider ?? false,
  };
}

function groupRow(id: string, uk: string, en: string | null, size: number | null, more: Partial<GroupRow> & { readonly low?: number; readonly high?: number; readonly f?: number; readonly m?: number } = {}): GroupRow {
  const assumed = more.low !== undefined;
  return {
    id, name: both(uk, en), unit: 'person', own: false, female: cell('groupSize', more.f ?? null, 'person'), male: cell('groupSize', more.m ?? null, 'person'), byAge: [], inside: people(null), factor: both(''), basis: both(''), basisConfidence: 'verified', share: null, services: [], note: both(''),
    size: cell('groupSize', size, 'person', { low: more.low ?? null, high: more.high ?? null, assumed, method: assumed ? 'default' : 'register', source: size === null ? '' : assumed ? 'Мінсоцполітики, листопад 2024' : 'Єдиний облік громади', asOf: size === null ? '' : '2020-01-01' }), ...more,
  };
}

/** Views of one plan. `facts` replaces the services, `teaching` decides on the mark «навчальні дані». */
export function views(facts: readonly ServiceFacts[] = SERVICES, teaching: PlanView['teaching'] = 'training'): ReportViews {
  const needs = facts.map(needRow);
  const count = { known: 8, all: 13 };
  const plan: PlanView = {
    path: 'D:\\Соцплан\\Срібне-2020.sotsplan', readOnly: false, revision: 7, years: [2020], title: both('Срібнянська громада', 'Sribne community'), place: both('Чернігівська область', 'Chernihiv oblast'), teaching, root: 't0',
    scenarios: [], calcDate: '2020-02-01', counts: { community: count, groups: count, needs: count, capacity: count }, undo: null, redo: null, savedAt: null,
  };
  const community: CommunityView = {
    code: 'UA74080230000073793', name: both('Срібнянська', 'Sribne'), type: 'settlement', center: both('Срібне', 'Sribne'), raion: both('Прилуцький', 'Pryluky'), oblast: both('Чернігівська', 'Chernihiv'),
    status: { value: 'rear', since: '', asOf: '2026-01-01', source: '' },
    facts: [
      cell('population', 10269, 'person', { state: 'prefilled', assumed: true, source: 'Держстат', asOf: '2022-01-01', method: 'statistics' }), cell('area', 581.4, 'km2', { source: 'ОCHA COD-AB', asOf: '2023-01-01' }),
      cell('settlements', 29, 'settlement', { source: 'Кодифікатор', asOf: '2024-01-01' }), cell('idpBalance', -3, 'person', { source: 'Мінсоцполітики', asOf: '2023-07-01' }), cell('cnapPoints', 2, 'point', { source: 'Дія.Центр', asOf: '2023-07-01' }),
    ],
    population: { cell: cell('population', null, 'person'), prewar: num(10269, 'person'), declarations: num(8231, 'person'), idpBalance: num(-3, 'person') },
    territories: [], neighbours: [], credits: ['Межі: OCHA COD-AB, CC BY-IGO'],
  };
  const groups: GroupsView = {
    territory: 't0', known: 6, all: 8, union: people(null, { state: 'unknown' }), overlap: { mode: 'unknown', share: null, order: [], adds: {}, source: '' },
    rows: [
      groupRow('elderly', 'Особи похилого віку', 'Older persons (60+)', 2259, { low: 2259, high: 2567 }), groupRow('disability', 'Особи з інвалідністю', 'Persons with disabilities', 719, { low: 700, high: 740 }),
      groupRow('elderly_alone', 'Одинокі та одиноко проживаючі особи похилого віку', 'Older persons living alone', 512, { f: 400, m: 112 }), groupRow('veterans', 'Ветерани та їхні сімʼї', 'Veterans and their families', 143),
      groupRow('children_disability', 'Діти з інвалідністю', 'Children with disabilities', 41, { unit: 'child', f: 38, m: 3 }), groupRow('trafficking', 'Особи, які постраждали від торгівлі людьми', 'Survivors of trafficking', 2),
      groupRow('homeless', 'Бездомні особи', 'Homeless persons', null), groupRow('hearing', 'Особи з порушеннями слуху', null, null),
    ],
  };
  const known = needs.filter((n) => n.general.value !== null).length;
  const needsView: NeedsView = { territory: 't0', rows: needs, counts: { all: needs.length, unknown: needs.length - known, conflict: 1, carried: 0, known }, assumedShare: num(0.23, 'share') };
  const ABOUT = { territory: 't0', note: '', parent: '', facility: '', code: '', act: '', register: '', registerOn: '', licence: '' } as const;
  const capacity: CapacityView = {
    territory: 't0', rows: facts.map(capacityRow), known: 3, all: facts.length,
    providers: [
      { id: 'p1', name: 'Територіальний центр соціального обслуговування Срібнянської селищної ради', kind: 'territorial_centre', sector: 'municipal', ...ABOUT, services: facts.slice(0, 3).map((s) => ({ service: s.id, standard: '', waiting: cell('waiting', null, 'person'), places: cell('places', null, 'place'), posts: cell('posts', null, 'post'), postsFilled: cell('postsFilled', null, 'post'), vehicles: cell('vehicles', null, 'vehicle'), hours: cell('hours', null, 'hour'), served: cell('served', null, 'person') })) },
      { id: 'p2', name: 'Громадська організація «Поруч»', kind: 'ngo', sector: 'non_state', ...ABOUT, services: [] },
    ],
    facilities: [], transfers: [],
  };
  const gaps: GapsView = {
    territories: PLACES, rows: facts.map(gapRow), weights: { duty: 40, people: 20, risk: 20, growth: 10, start: 10 }, notRanked: 2,
    rank: [...needs].filter((n) => (n.unmet.value ?? 0) > 0).sort((a, b) => (b.unmet.value ?? 0) - (a.unmet.value ?? 0)).map((n, i) => ({ service: n.id, score: num(90 - i * 7, 'count'), parts: [], reason: [] })),
  };
  const sentence = (k: string, params: Sentence['params'] = {}): Sentence => ({ key: k, params });
  const without = facts.filter((s) => s.noProvider === true && s.basic === true);
  const overview: OverviewView = {
    place: { raion: community.raion, oblast: community.oblast, asOf: '2020-02-01' }, keys: [], facts: [], gaps: [], next: [], groups: [], neighbours: [], communityCode: community.code,
    flags: [
      ...(without.length > 0 ? [{ id: 'noProvider', level: 'bad' as const, title: sentence('flags.noProvider.title', { count: without.length }), text: sentence('flags.noProvider.text', { services: both(without.map((s) => s.uk).join('; '), without.map((s) => s.en ?? s.id).join('; ')), codes: '' }), service: without[0]?.id ?? null, link: null, page: 'capacity' as const }] : []),
      ...needs.filter((n) => n.state === 'conflict').map((n) => ({ id: `excess:${n.id}`, level: 'conflict' as const, title: sentence('flags.excess.title'), text: sentence('flags.excess.text', { served: n.served.value, identified: n.identified.value, n: n.excess.value }), service: n.id, link: null, page: 'needs' as const })),
      { id: 'population', level: 'conflict', title: sentence('flags.population.title'), text: sentence('flags.population.text', { difference: -120 }), service: null, link: null, page: 'community' },
    ],
    basic: (['known', 'unconfirmed', 'none', 'unknown'] as const).map((id) => ({ id, services: facts.filter((s) => s.basic && (s.noProvider ? 'none' : s.identified === null ? 'unconfirmed' : 'known') === id).map(info) })),
  };
  return {
    year: 2020, scenario: 'base', plan, community, groups, needs: needsView, capacity, gaps, overview,
    words: { method: 'Дані зібрано працівниками територіального центру.\nАнкетування не проводилося.' }, basis: { text: both('Порядок визначення потреб населення у соціальних послугах', 'Procedure for determining needs in social services'), recalled: true },
  };
}
