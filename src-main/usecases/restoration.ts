import type { Aid, Channel, restoration as methods, RestorationTask, RestoredState, ServicePoint } from '../contract/api/restoration.ts';
import { Refusal } from '../contract/errors.ts';
import type { Label, Sentence } from '../contract/models.ts';
import type { Revision } from '../contract/method.ts';
import { restorationPaper } from '../documents/restoration.ts';
import { circleIn } from '../domain/restoration/schedule.ts';
import { newest } from '../domain/restoration/states.ts';
import type { Tx } from '../store/handles.ts';
import { aid, answers, channelsOf, pointsOf, putChannel, putPoint, putTask, removeChannel, removePoint, removeTask, states, tasksOf } from '../store/restoration.ts';
import { refusePerson, tidy, tidyLines } from './entered.ts';
import type { PlanModel } from './model.ts';
import { fileOfPaper } from './papers.ts';
import { sentence, today, type Handlers, type Program } from './program.ts';
import { missingPoints } from './restorationPoints.ts';
import { restorationView } from './restorationView.ts';

const AREAS = ['capacity', 'plan', 'history'] as const;
const change = (program: Program, what: Sentence, fn: (tx: Tx) => void): Revision => program.change(what, AREAS, fn);
const modelOf = (program: Program): PlanModel => program.model(program.years().at(-1) ?? 0, 'base');

/** Refuses services, points and places that are not there. */
function refuseUnknown(program: Program, { service = '', point = '', territory = '', task = '', facility = '' }: { readonly service?: string; readonly point?: string; readonly territory?: string; readonly task?: string; readonly facility?: string }): void {
  const { read } = program.store();
  const model = modelOf(program);
  const refuse = (what: string, id: string, known: boolean): void => { if (id !== '' && !known) throw new Refusal('input.unknownId', { what, id }); };
  refuse('service', service, program.book().service(service) !== undefined);
  refuse('point', point, pointsOf(read).some((each) => each.id === point));
  refuse('territory', territory, model.territory(territory) !== undefined);
  refuse('facility', facility, model.facilities.some((each) => each.id === facility));
  refuse('task', task, tasksOf(read).some((each) => each.id === task));
}

/** The row of an id; refuses one that is not there. */
function known<T extends { readonly id: string }>(rows: readonly T[], what: string, id: string): T {
  const found = rows.find((row) => row.id === id);
  if (!found) throw new Refusal('input.unknownId', { what, id });
  return found;
}

/** What a change of a state is about, for its sentence. */
function nameOf(program: Program, { service, point }: Pick<RestoredState, 'service' | 'point'>): string | Label {
  const own = modelOf(program).services.find((each) => each.id === service);
  return pointsOf(program.store().read).find((each) => each.id === point)?.name ?? own?.short ?? own?.name ?? own?.code ?? service;
}

function refuseAbout({ service, point }: Pick<RestoredState, 'service' | 'point'>): void {
  if ((service === '') === (point === '')) throw new Refusal('restoration.about');
}
function refuseFuture(date: string, day: string): void {
  if (date > day) throw new Refusal('restoration.future', { date });
}
function refuseOrder(from: string, to: string): void {
  if (from !== '' && to !== '' && from > to) throw new Refusal('restoration.dates', { from, to });
}
/** The whole community is no place of its own. */
const placeOf = (program: Program, territory: string): string => (territory === modelOf(program).root ? '' : territory);
/** A text that may not be empty once it is tidied. */
function needed(path: string, text: string): string {
  const tidied = tidy(text);
  if (tidied === '') throw new Refusal('input.invalid', { issues: [{ path, message: 'empty' }] });
  return tidied;
}

/** Use cases of restoration. */
export const restoration: Handlers<keyof typeof methods> = {
  'restoration.view': (program, { year, scenario }) => restorationView(program, program.model(year, scenario)),
  'restoration.levels.set': (program, { items }) => {
    const day = today(program);
    const all = new Map(Map.groupBy(states.all(program.store().read), (row) => `${row.service} ${row.point} ${row.territory}`));
    const next = items.map(({ level, phase, ...rest }) => {
      const about = { ...rest, territory: placeOf(program, rest.territory) };
      refuseAbout(about);
      refuseUnknown(program, about);
      const old = newest(all.get(`${about.service} ${about.point} ${about.territory}`) ?? [])[phase];
      // What is seen today is a new state beside those of earlier days, or corrects that of today.
      const keeps = old !== null && (phase !== 'now' || old.day === day);
      return level === null ? { remove: old?.id ?? null } : { put: keeps ? { ...old, level } : { ...about, id: program.newId(), phase, level, day: phase === 'now' ? day : '', source: '', note: '', told: '' } };
    });
    const [first] = items;
    const what = items.length === 1 && first ? sentence('restoration.level', { name: nameOf(program, first) }) : sentence('restoration.levels', { count: items.length });
    return change(program, what, (tx) => next.forEach(({ remove, put }) => { if (put) states.put(tx, put); else if (remove) states.remove(tx, remove); }));
  },
  'restoration.state.put': (program, { id = program.newId(), ...input }) => {
    const row: RestoredState = { ...input, id, territory: placeOf(program, input.territory), source: tidy(input.source), note: tidyLines(input.note) };
    refuseAbout(row);
    refuseUnknown(program, row);
    if (row.phase !== 'plan') refuseFuture(row.day, today(program));
    refuseFuture(row.told, today(program));
    return change(program, sentence('restoration.level', { name: nameOf(program, row) }), (tx) => states.put(tx, row));
  },
  'restoration.state.remove': (program, { id }) => {
    const row = known(states.all(program.store().read), 'state', id);
    return change(program, sentence('restoration.stateRemove', { name: nameOf(program, row) }), (tx) => states.remove(tx, id));
  },
  'restoration.point.put': (program, { id = program.newId(), ...input }) => {
    refuseUnknown(program, input);
    const row: ServicePoint = { ...input, id, territory: placeOf(program, input.territory), name: needed('name', input.name), schedule: tidy(input.schedule), source: tidy(input.source), note: tidyLines(input.note), days: input.kind === 'mobile' ? input.days : null };
    return change(program, sentence('restoration.point', { name: row.name }), (tx) => putPoint(tx, row));
  },
  'restoration.point.remove': (program, { id }) => {
    const { name } = known(pointsOf(program.store().read), 'point', id);
    return change(program, sentence('restoration.pointRemove', { name }), (tx) => removePoint(tx, id));
  },
  'restoration.points.take': (program) => {
    const rows = missingPoints(program, modelOf(program));
    return change(program, sentence('restoration.pointsTake', { count: rows.length }), (tx) => rows.forEach((row) => putPoint(tx, row)));
  },
  'restoration.task.put': (program, { id = program.newId(), notAPerson, ...input }) => {
    const all = tasksOf(program.store().read);
    const old = all.find((each) => each.id === id);
    refuseUnknown(program, input);
    const day = today(program);
    const row: RestorationTask = {
      ...input, id, territory: placeOf(program, input.territory), name: needed('name', input.name), responsible: tidy(input.responsible), donor: tidy(input.donor), note: tidyLines(input.note),
      done: input.state === 'done' ? input.done || day : '', after: [...new Set(input.after)],
    };
    for (const before of row.after) if (before !== id) known(all, 'task', before);
    if (row.responsible !== old?.responsible) refusePerson([row.responsible], notAPerson);
    refuseFuture(row.done, day);
    refuseOrder(row.from, row.due);
    const next = [row, ...all.filter((each) => each.id !== id)];
    const circle = circleIn(next);
    if (circle) throw new Refusal('restoration.circle', { names: [...circle.slice(0, 8), circle.length > 8 ? '…' : '', circle[0]].filter((each) => each !== '').map((each) => next.find((task) => task.id === each)?.name ?? '…').join(' → ') });
    return change(program, sentence('restoration.task', { name: row.name }), (tx) => putTask(tx, row));
  },
  'restoration.task.remove': (program, { id }) => {
    const { name } = known(tasksOf(program.store().read), 'task', id);
    return change(program, sentence('restoration.taskRemove', { name }), (tx) => removeTask(tx, id));
  },
  'restoration.channel.put': (program, { id = program.newId(), notAPerson, ...input }) => {
    const old = channelsOf(program.store().read).find((each) => each.id === id);
    const audiences = new Set(program.book().restoration?.audiences.map((each) => each.id));
    for (const each of input.audiences) if (!audiences.has(each)) throw new Refusal('input.unknownId', { what: 'audience', id: each });
    const row: Channel = { ...input, id, name: tidy(input.name), responsible: tidy(input.responsible), audiences: [...new Set(input.audiences)], note: tidyLines(input.note) };
    if (row.responsible !== old?.responsible) refusePerson([row.responsible], notAPerson);
    return change(program, sentence('restoration.channel'), (tx) => putChannel(tx, row));
  },
  'restoration.channel.remove': (program, { id }) => {
    known(channelsOf(program.store().read), 'channel', id);
    return change(program, sentence('restoration.channelRemove'), (tx) => removeChannel(tx, id));
  },
  'restoration.answers.set': (program, input) => {
    const questions = new Set(program.book().restoration?.questions.map((each) => each.id));
    const old = new Map(answers.all(program.store().read).map((each) => [each.question, each]));
    const next = input.answers.map(({ question, answer, note }) => {
      if (!questions.has(question)) throw new Refusal('input.unknownId', { what: 'question', id: question });
      return { question, answer: answer ?? old.get(question)?.answer ?? '', note: tidyLines(note ?? old.get(question)?.note ?? '') };
    });
    return change(program, sentence('restoration.answers', { count: next.length }), (tx) => next.forEach((row) => (row.answer === '' && row.note === '' ? answers.remove(tx, row.question) : answers.put(tx, row))));
  },
  'restoration.aid.put': (program, { id = program.newId(), notAPerson, ...input }) => {
    refuseUnknown(program, input);
    refuseOrder(input.from, input.to);
    const old = aid.all(program.store().read).find((each) => each.id === id);
    const row: Aid = { ...input, id, donor: needed('donor', input.donor), what: needed('what', input.what), ends: tidy(input.ends), after: tidy(input.after) };
    const texts = [row.donor, row.after].filter((text) => text !== old?.donor && text !== old?.after);
    refusePerson(texts, notAPerson);
    return change(program, sentence('restoration.aid', { name: row.donor }), (tx) => aid.put(tx, row));
  },
  'restoration.aid.remove': (program, { id }) => {
    const { donor } = known(aid.all(program.store().read), 'aid', id);
    return change(program, sentence('restoration.aidRemove', { name: donor }), (tx) => aid.remove(tx, id));
  },
  'restoration.file': (program, { year, scenario, language, format }) => {
    const model = program.model(year, scenario);
    return fileOfPaper(program, restorationPaper({ language, community: model.meta.title, teaching: model.meta.teaching !== null, view: restorationView(program, model) }), format);
  },
};
