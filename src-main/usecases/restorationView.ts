import type { AudienceView, Channel, InclusionQuestion, RestorationRow, RestorationStep, RestorationView, RestoredState, ServicePoint } from '../contract/api/restoration.ts';
import type { CommunityStatus } from '../contract/api/library.ts';
import { aidByRisk, gapOf } from '../domain/restoration/informing.ts';
import { schedule } from '../domain/restoration/schedule.ts';
import { inTime, isUntold, newest, sumOf, worksAsBefore } from '../domain/restoration/states.ts';
import { aid, answers, channelsOf, pointsOf, states, tasksOf } from '../store/restoration.ts';
import { providersIn, unitsOf } from './facts.ts';
import type { PlanModel } from './model.ts';
import { today, type Program } from './program.ts';
import { registerPoints } from './restorationPoints.ts';
import { basicOf } from './services.ts';

/** Which words the phases take in a community of this status. */
const WORDS: Readonly<Record<CommunityStatus, RestorationView['words']>> = {
  occupied: 'occupation', partly_occupied: 'occupation', deoccupied: 'occupation', active_hostilities: 'hostilities', possible_hostilities: 'hostilities', former_hostilities: 'hostilities', rear: 'rear',
};

/** Is every facility in which the providers of a service work destroyed? Without facilities nobody can say. */
function allDestroyed(model: PlanModel, service: string): boolean {
  const whole = providersIn(model, service, model.root);
  const units = whole.flatMap((id) => unitsOf(model, id).filter((unit) => unit.services.includes(service)));
  const rooms = model.facilities.filter((each) => units.some((unit) => unit.facility === each.id) || (whole.includes(each.provider) && !units.some((unit) => unit.parent === each.provider && unit.facility !== '')));
  return rooms.length > 0 && rooms.every((each) => each.state === 'destroyed');
}

function rowsOf(model: PlanModel, all: readonly RestoredState[], points: readonly ServicePoint[]): readonly RestorationRow[] {
  const keyOf = (row: Pick<RestoredState, 'service' | 'point' | 'territory'>): string => `${row.service} ${row.point} ${row.territory}`;
  const grouped = Map.groupBy(all, keyOf);
  const abouts = new Map([
    ...basicOf(model.services).map((service) => ({ service: service.id, point: '', territory: '' })), ...points.map((point) => ({ service: '', point: point.id, territory: '' })), ...all.map(({ service, point, territory }) => ({ service, point, territory })),
  ].map((each) => [keyOf(each), each]));
  const order = new Map([...model.services.map((each) => each.id), ...points.map((each) => each.id)].map((id, at) => [id, at]));
  const rank = (row: RestorationRow): number => order.get(row.service || row.point) ?? order.size;
  return [...abouts].map(([id, about]): RestorationRow => {
    const own = inTime(grouped.get(id) ?? []);
    const last = newest(own);
    const service = about.service === '' ? undefined : model.service(about.service);
    const point = points.find((each) => each.id === about.point);
    const territory = about.territory || point?.territory || '';
    return {
      ...about, id, name: service?.short ?? service?.name ?? { uk: point?.name ?? service?.code ?? about.service, en: null }, code: service?.code ?? null, place: model.territory(territory)?.name ?? null, basic: service?.basic ?? false,
      kind: point?.kind ?? null, states: own, levels: { before: last.before?.level ?? null, during: last.during?.level ?? null, now: last.now?.level ?? null, plan: last.plan?.level ?? null },
      untold: isUntold(own), destroyed: about.service !== '' && about.territory === '' && worksAsBefore(last.now?.level ?? null) && allDestroyed(model, about.service),
    };
  }).toSorted((a, b) => rank(a) - rank(b) || Number(a.territory !== '') - Number(b.territory !== ''));
}

/** What to do first, in order; `count` = what is open. */
function stepsOf(view: Omit<RestorationView, 'steps'>): readonly RestorationStep[] {
  const basic = view.rows.filter((row) => row.basic && row.territory === '');
  const unknown = basic.filter((row) => row.levels.now === null).length;
  const count = (id: RestorationStep['id'], open: number, begun = true): RestorationStep => ({ id, done: begun && open === 0, count: open });
  // What nobody has entered yet is no success: its step waits until there is something to look at.
  const when = (is: boolean, step: RestorationStep): readonly RestorationStep[] => (is ? [step] : []);
  return [
    count('status', view.status.since === '' && view.words !== 'rear' ? 1 : 0), count('states', unknown), count('points', view.points.filter((each) => !each.checked).length + (view.register?.left ?? 0), view.points.length > 0),
    count('tasks', view.tasks.length === 0 ? 1 : 0), ...when(view.tasks.length > 0, count('blocked', view.plan.late)), count('informing', view.audiences.filter((each) => each.gap !== null).length),
    ...when(view.sum.known > 0, count('untold', view.rows.filter((row) => row.untold).length)), count('checks', view.checks.open), ...when(view.aid.length > 0, count('aid', view.aid.filter((each) => !each.covered && each.risk !== 'later').length)),
  ];
}

/** Restoration as page and paper show it. */
export function restorationView(program: Program, model: PlanModel): RestorationView {
  const { read } = program.store();
  const day = today(program);
  const book = (model.book.restoration ?? program.latest().restoration);
  const points = pointsOf(read);
  const rows = rowsOf(model, states.all(read), points);
  const stored = tasksOf(read);
  const plan = schedule(stored, day);
  const tasks = stored.flatMap((task) => { const dates = plan.tasks.get(task.id); return dates ? [{ ...task, ...dates }] : []; }).toSorted((a, b) => Number(a.state === 'done') - Number(b.state === 'done') || (a.start < b.start ? -1 : a.start > b.start ? 1 : 0) || (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
  const open = tasks.filter((task) => task.state !== 'done');
  const channels: readonly Channel[] = channelsOf(read);
  const said = new Map(answers.all(read).map((each) => [each.question, each]));
  const questions = (book?.questions ?? []).map((question): InclusionQuestion => ({ ...question, answer: said.get(question.id)?.answer ?? '', note: said.get(question.id)?.note ?? '' }));
  const answered = (answer: InclusionQuestion['answer']): number => questions.filter((each) => each.answer === answer).length;
  const register = registerPoints(program, model);
  const own = new Set(points.map((each) => each.name));
  const source = register.length > 0 ? program.data.sourceOf('cnap_points') : null;
  const aidDays = book?.aidDays.value ?? 0;
  const view: Omit<RestorationView, 'steps'> = {
    today: day, status: model.meta.status, words: WORDS[model.meta.status.value], scale: book?.scale ?? [], scaleNote: book?.note ?? { uk: '', en: null }, rows, sum: sumOf(rows),
    destroyed: model.facilities.filter((each) => each.state === 'destroyed').length, points, tasks,
    register: source && { count: register.length, left: register.filter((each) => !own.has(each.name)).length, asOf: source.asOf, source: source.title },
    plan: {
      end: plan.end, sure: plan.sure, costKop: open.reduce((sum, task) => sum + (task.costKop ?? 0), 0), costUnknown: open.filter((task) => task.costKop === null).length, canStart: open.filter((task) => task.canStart).length,
      blocked: open.filter((task) => task.blockedBy.length > 0).length, done: tasks.length - open.length, late: open.filter((task) => task.lateDays > 0).length,
    },
    channels, audiences: (book?.audiences ?? []).map((audience): AudienceView => ({ ...audience, ...gapOf(audience.id, channels) })), questions,
    checks: { yes: answered('yes'), no: answered('no'), na: answered('na'), open: answered('') }, aid: aidByRisk(aid.all(read), day, aidDays), aidDays,
    services: model.services, facilities: model.facilities.map(({ id, name, state }) => ({ id, name, state })), places: model.territories.filter((each) => each.parent !== null).map(({ id, name }) => ({ id, name })),
  };
  return { ...view, steps: stepsOf(view) };
}

