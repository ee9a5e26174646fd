import { Refusal } from '../contract/errors.ts';
import type { Area } from '../contract/method.ts';
import type { staff as methods, Position, WorkLine } from '../contract/api/staff.ts';
import type { Figure } from '../contract/models.ts';
import { staffPaper } from '../documents/staff/paper.ts';
import { personIn } from '../domain/cycle/person.ts';
import { workload, wrongWorkload } from '../domain/staffing/workload.ts';
import { workloadTrace } from '../domain/trace.ts';
import { exact } from '../domain/range.ts';
import { figureAt, putFigures } from '../store/figures.ts';
import { yearsOf } from '../store/meta.ts';
import { providersOf } from '../store/providers.ts';
import { confirmPosition, NEW_POSITION, putPosition, putShare, putStaffParameter, putWork, removePosition, removeWork, staffOf, type StoredPosition } from '../store/staff.ts';
import { changed, FIGURE_AREAS } from './figures.ts';
import { staffPages } from './keptPapers.ts';
import { resultNum } from './num.ts';
import { fileOfPaper } from './papers.ts';
import { sentence, type Handlers, type Program } from './program.ts';
import { activitiesOf, categoriesOf, methodNorm } from './staffBook.ts';
import { sumsOf } from './staffFacts.ts';
import { staffCompareView, staffParametersView, staffRisksView, staffView, staffWorkView } from './staffView.ts';

const AREAS: readonly Area[] = ['capacity', 'checks', 'overview', 'history'];

const unknown = (what: string, id: string): Refusal => new Refusal('input.unknownId', { what, id });

function refuseYear(program: Program, year: number): void {
  if (!yearsOf(program.store().read).includes(year)) throw unknown('year', String(year));
}

/** Refuses a provider, category or service that does not exist, and a service the provider does not give. */
function refuseStaff(program: Program, { provider, service, category }: Pick<Position, 'provider' | 'service' | 'category'>): void {
  const owner = providersOf(program.store().read).find((row) => row.id === provider);
  if (!owner) throw unknown('provider', provider);
  if (service !== '' && !owner.services.includes(service)) throw unknown('service', service);
  if (!categoriesOf(program.book()).some((row) => row.id === category)) throw unknown('category', category);
}

/** An id a page made for a row that is new. */
const isOwnId = (id: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id);

/** A name of a position is a role: what reads like a person is refused. */
function refusePerson(...texts: readonly string[]): void {
  for (const text of texts) if (personIn(text) !== null) throw new Refusal('staff.person', { text });
}

/** What a caller gave of an object, without what was left out. */
const given = <T extends object>(patch: T) => Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

/** Use cases of staff. */
export const staff: Handlers<keyof typeof methods> = {
  'staff.view': (program, { year, scenario }) => staffView(program.model(year, scenario)),
  'staffCompare.view': (program, { year, scenario }) => staffCompareView(program, program.model(year, scenario)),
  'staffRisks.view': (program, { year, scenario }) => staffRisksView(program.model(year, scenario)),
  'staffParameters.view': (program, { year, scenario, category }) => {
    if (category !== '' && !categoriesOf(program.book()).some((row) => row.id === category)) throw unknown('category', category);
    return staffParametersView(program.model(year, scenario), category);
  },
  'staffWork.view': (program, { year, scenario, provider, service, category }) => {
    const model = program.model(year, scenario);
    refuseStaff(program, { provider, service, category });
    return staffWorkView(program, model, provider, service, category);
  },
  'staff.set': (program, { year, rows }) => {
    refuseYear(program, year);
    const all = new Map(staffOf(program.store().read).positions.map((row) => [row.id, row]));
    let sort = Math.max(0, ...[...all.values()].filter((row) => row.year === year).map((row) => row.sort));
    const next = new Map<string, StoredPosition>();
    for (const { id, ...patch } of rows) {
      const before = id === undefined ? undefined : next.get(id) ?? all.get(id);
      if (id !== undefined && (before ? before.year !== year : !isOwnId(id) || patch.provider === undefined)) throw unknown('position', id);
      const base = before ?? { ...NEW_POSITION, id: id ?? program.newId(), year, provider: '', sort: ++sort };
      const row: StoredPosition = { ...base, ...given(patch), state: 'entered' };
      refuseStaff(program, row);
      refusePerson(row.position, row.note);
      next.set(row.id, row);
    }
    return program.change(sentence('staff.set', { count: next.size }), AREAS, (tx) => next.forEach((row) => putPosition(tx, row)));
  },
  'staff.remove': (program, { ids }) => {
    const known = new Set(staffOf(program.store().read).positions.map((row) => row.id));
    for (const id of ids) if (!known.has(id)) throw unknown('position', id);
    return program.change(sentence('staff.remove', { count: new Set(ids).size }), AREAS, (tx) => ids.forEach((id) => removePosition(tx, id)));
  },
  'staff.confirm': (program, { year, ids }) => {
    const carried = staffOf(program.store().read).positions.filter((row) => row.year === year && row.state === 'carried' && (ids.length === 0 || ids.includes(row.id)));
    return program.change(sentence('staff.confirm', { count: carried.length }), AREAS, (tx) => carried.forEach((row) => confirmPosition(tx, row.id)));
  },
  'staff.toFigures': (program, { year, scenario, pairs }) => {
    const model = program.model(year, scenario);
    const { read } = program.store();
    const { author } = program.settings();
    const sums = sumsOf(model);
    const figures = pairs.flatMap(({ provider, service }) => {
      const sum = sums.find((row) => row.provider === provider && row.service === service);
      if (!sum || sum.posts === null || sum.filled === null) throw unknown('staff', `${provider} ${service}`);
      const rows = model.staff.positions.filter((row) => row.year === year && row.provider === provider && row.service === service);
      const source = [...new Set(rows.map((row) => row.source).filter(Boolean))].join('; ').slice(0, 400);
      const dates = [...new Set(rows.map((row) => row.asOf))];
      return ([['posts', sum.posts], ['postsFilled', sum.filled]] as const).map(([measure, value]) => {
        const key = model.key(measure, { service, provider }, model.root);
        return changed(model, figureAt(read, key), { key, patch: { value, method: 'register', source, asOf: dates.length === 1 ? dates[0] ?? '' : '' } }, author);
      });
    }).filter((figure): figure is Figure => typeof figure !== 'string');
    return program.change(sentence('staff.toFigures', { count: figures.length }), FIGURE_AREAS, (tx) => putFigures(tx, figures, program.now().toISOString()));
  },
  'staff.setWork': (program, { year, provider, service, category, lines }) => {
    refuseYear(program, year);
    refuseStaff(program, { provider, service, category });
    const book = activitiesOf({ book: program.book() }, service, category);
    const old = staffOf(program.store().read).work.filter((row) => row.year === year && row.provider === provider && row.service === service);
    const next = new Map<string, WorkLine>();
    for (const { activity, ...patch } of lines) {
      const before = activity === undefined ? undefined : next.get(activity) ?? old.find((row) => row.activity === activity);
      const added = !before && !book.some((row) => row.id === activity);
      if (activity !== undefined && added && !isOwnId(activity)) throw unknown('activity', activity);
      const line: WorkLine = { year, provider, service, activity: activity ?? program.newId(), category, name: '', recipients: null, times: null, volume: null, minutes: null, source: '', ...before, ...given(patch) };
      if (added && line.name.trim() === '') throw new Refusal('staff.nameless');
      refusePerson(line.name);
      next.set(line.activity, line);
    }
    return program.change(sentence('staff.setWork', { count: next.size }), AREAS, (tx) => next.forEach((line) => putWork(tx, line)));
  },
  'staff.removeWork': (program, address) => {
    const found = staffOf(program.store().read).work.find((row) => row.year === address.year && row.provider === address.provider && row.service === address.service && row.activity === address.activity);
    if (!found) throw unknown('activity', address.activity);
    return program.change(sentence('staff.removeWork'), AREAS, (tx) => removeWork(tx, address));
  },
  'staff.setShare': (program, { support, individual, mode, ...at }) => {
    refuseYear(program, at.year);
    refuseStaff(program, at);
    const old = staffOf(program.store().read).shares.find((row) => row.year === at.year && row.provider === at.provider && row.service === at.service && row.category === at.category);
    const next = { ...at, support: support === undefined ? old?.support ?? null : support, individual: individual === undefined ? old?.individual ?? null : individual, mode: mode ?? old?.mode ?? '' };
    return program.change(sentence('staff.setShare'), AREAS, (tx) => putShare(tx, next));
  },
  'staff.setParameters': (program, { values }) => {
    for (const { parameter, category, value } of values) {
      const known = program.book().staffing?.parameters.find((row) => row.id === parameter);
      if (!known || (category !== '' && (!known.byCategory || !categoriesOf(program.book()).some((row) => row.id === category)))) throw unknown('parameter', parameter);
      if (value !== null && (value < known.least || value > known.most)) throw new Refusal('staff.parameter', { parameter, least: known.least, most: known.most });
    }
    return program.change(sentence('staff.setParameters', { count: values.length }), AREAS, (tx) => values.forEach((value) => putStaffParameter(tx, value)));
  },
  'staff.file': (program, { year, scenario, language, format }) => {
    const model = program.model(year, scenario);
    const paper = staffPaper({ language, year, community: model.meta.title, teaching: model.meta.teaching !== null, ...staffPages(program, model) });
    return fileOfPaper(program, paper, format);
  },
  'calculator.workload': (program, facts) => {
    const wrong = wrongWorkload(facts);
    if (wrong) throw new Refusal('workload.value', wrong);
    const result = workload(facts);
    const { required, difference, ratio } = result;
    return { required, difference, ratio, trace: { ...workloadTrace(facts, result), num: resultNum(exact(required), 'post', null), inputs: [], norms: methodNorm(program.latest()) } };
  },
};
