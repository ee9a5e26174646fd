import { Refusal } from '../contract/errors.ts';
import type { NormView, reference as methods, ReferenceView } from '../contract/api/reference.ts';
import type { Label } from '../contract/models.ts';
import { createBook } from '../reference/book.ts';
import { comparePacks } from '../reference/compare.ts';
import { packFromBuffer } from '../reference/load.ts';
import type { Pack, PackAccessibility, PackIntegration, PackNorm } from '../reference/schema.ts';
import { putLocalNorm, putNormCheck, removeLocalNorm, removeNormCheck } from '../store/norms.ts';
import { fromBase64 } from './bytes.ts';
import { FIGURE_AREAS } from './figures.ts';
import { movesWith } from './moves.ts';
import type { PlanModel } from './model.ts';
import { sentence, type Handlers, type Program } from './program.ts';

const same = (text: string): Label => ({ uk: text, en: text });

function normView(model: PlanModel, norm: PackNorm): NormView {
  const local = model.localNorms.get(norm.id);
  const checked = model.checkedNorms.get(norm.id);
  return {
    id: norm.id, subject: norm.subject, printed: norm.printed, value: norm.value, unit: norm.unit, kind: norm.kind, act: norm.act, article: norm.article,
    since: norm.since, until: norm.until, inForce: model.book.norm(norm.id, model.meta.calcDate)?.inForce ?? false, confidence: norm.confidence,
    checkedOn: norm.checkedOn, source: norm.source, note: norm.note, appliesTo: norm.appliesTo,
    local: local ? { value: local.value, decision: local.decision, since: local.since } : null,
    checked: checked ? { at: checked.at, author: checked.author } : null,
  };
}

/** Indicators of integration with the names of their dimensions and populations. */
function indicatorsOf(list: PackIntegration | undefined): ReferenceView['integration'] {
  return (list?.indicators ?? []).map(({ id, dimension, name, populations, numerator, denominator, unit, better, frequency, framework, source, confidence, note }) => ({
    id, name, numerator, denominator, unit, better, frequency, framework, source, confidence, note,
    dimension: list?.dimensions.find((each) => each.id === dimension)?.name ?? same(''), populations: list?.populations.filter((each) => populations.includes(each.id)).map((each) => each.name) ?? [],
  }));
}

/** Criteria of accessibility with the names of their sections and what was seen of each. */
function criteriaOf(list: PackAccessibility | undefined): ReferenceView['accessibility'] {
  const none = same('');
  return (list?.items ?? []).map(({ id, area, question, parts, unit, ref, critical, confidence, evidence, note }) => ({
    id, question, parts, unit, ref, critical, confidence, note, area: list?.areas.find((each) => each.id === area)?.name ?? none, evidence: list?.evidence.find((each) => each.id === evidence)?.meaning ?? none,
  }));
}

/** Parameters of staffing with the plan's own values for all staff, and the method they serve. */
function staffingOf({ book, staff }: PlanModel): ReferenceView['staffing'] {
  if (!book.staffing) return [];
  const { method, parameters } = book.staffing;
  return [
    ...parameters.map(({ id, name, value, unit, kind, confidence, basis }) => {
      const own = staff.parameters.find((each) => each.parameter === id && each.category === '');
      return { id, name, value, unit, kind, confidence, basis, own: own ? { value: own.value, note: own.note } : null };
    }),
    { id: method.id, name: method.name, value: null, unit: '', kind: 'method', confidence: method.confidence, basis: method.source, own: null },
  ];
}

function view(program: Program, model: PlanModel): ReferenceView {
  const { book } = model;
  return {
    version: book.version, planVersion: model.meta.referenceVersion,
    services: model.services.map((service) => {
      const entry = book.service(service.id);
      return {
        ...service, recipients: entry?.recipients ?? null, places: entry?.places ?? [], durations: entry?.durations ?? [],
        standard: entry?.standard ? { act: entry.standard.act, date: entry.standard.date, confidence: entry.standard.confidence } : null,
        source: entry?.source ?? same(''), note: entry?.note ?? null,
      };
    }),
    norms: book.norms.map((norm) => normView(model, norm)), acts: book.acts.map((norm) => normView(model, norm)),
    groups: book.groups.map((group) => ({
      id: group.id, name: group.name, unit: group.unit, basis: group.basis, basisConfidence: group.basisConfidence,
      share: group.share?.base ?? null, shareSource: group.share?.source ?? null, note: group.note,
    })),
    accessibility: criteriaOf(book.accessibility), integration: indicatorsOf(book.integration), travel: book.travel, staffing: staffingOf(model),
    credits: [
      ...book.sources.map((source) => ({ what: source.what, credit: source.credit, licence: source.licence, asOf: source.asOf })),
      ...program.data.credits().map((source) => ({ what: source.title, credit: { uk: source.credit, en: null }, licence: { uk: source.licence, en: null }, asOf: source.asOf })),
    ],
  };
}

const EVERYTHING = [...FIGURE_AREAS, 'reference', 'settings'] as const;

/** A pack that was compared and waits to be accepted; one at a time. */
const waiting = new WeakMap<Program, { readonly token: string; readonly pack: Pack }>();

function refuseUnknown(program: Program, norm: string): void {
  if (!program.book().norm(norm, '')) throw new Refusal('input.unknownId', { what: 'norm', id: norm });
}

/** Use cases of the reference book. */
export const reference: Handlers<keyof typeof methods> = {
  'reference.view': (program) => {
    const { years, path } = { years: program.years(), path: program.store().path };
    const year = years.at(-1);
    if (year === undefined) throw new Refusal('plan.damaged', { path, backup: null });
    return view(program, program.model(year, 'base'));
  },
  'norm.setLocal': (program, { norm, value, decision, since }) => {
    refuseUnknown(program, norm);
    return program.change(sentence('norm.local', { norm: program.book().norm(norm, '')?.subject ?? norm }), [...FIGURE_AREAS, 'reference'], (tx) => (value === null ? removeLocalNorm(tx, norm) : putLocalNorm(tx, { norm, value, decision, since })));
  },
  'norm.check': (program, { norm, checked }) => {
    refuseUnknown(program, norm);
    const { author } = program.settings();
    return program.change(sentence('norm.check', { norm: program.book().norm(norm, '')?.subject ?? norm }), [...FIGURE_AREAS, 'reference'], (tx) => (checked ? putNormCheck(tx, { norm, at: program.now().toISOString(), author }) : removeNormCheck(tx, norm)));
  },
  'reference.plan': (program) => {
    const [own, present] = [program.model(program.years().at(-1) ?? 0, 'base').meta.referenceVersion, program.latest().version];
    return { own, present, state: own === present ? 'same' : own < present ? 'older' : 'newer', kept: program.book().version === own, ...movesWith(program, program.latest()) };
  },
  'reference.adopt': (program) => program.change(sentence('reference.adopt', { version: program.latest().version }), EVERYTHING, (tx) => program.adopt(tx)),
  'reference.compare': (program, { base64 }) => {
    const pack = packFromBuffer(fromBase64(base64));
    const present = program.latest();
    if (pack.pack.version < present.version) throw new Refusal('reference.older', { version: pack.pack.version, present: present.version });
    const token = program.newId();
    waiting.set(program, { token, pack });
    return { token, version: pack.pack.version, present: present.version, differences: comparePacks(present.pack, pack), moves: program.hasPlan() ? movesWith(program, createBook(pack)).moves : null };
  },
  'reference.accept': (program, { token }) => {
    const found = waiting.get(program);
    if (found?.token !== token) throw new Refusal('input.unknownId', { what: 'reference', id: token });
    const { version } = found.pack.pack;
    // The same version again would be forgotten at the next start: the shipped one wins over its equal.
    if (version <= program.latest().version) throw new Refusal('reference.older', { version, present: program.latest().version });
    program.acceptPack(found.pack);
    waiting.delete(program);
    if (program.hasPlan() && !program.store().readOnly) program.change(sentence('reference.adopt', { version }), EVERYTHING, (tx) => program.adopt(tx));
    return { version };
  },
};
