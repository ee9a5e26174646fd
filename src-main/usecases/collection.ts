import type { collection as methods, Collector, Indicator } from '../contract/api/collection.ts';
import type { Area } from '../contract/method.ts';
import type { Revision } from '../contract/method.ts';
import { Refusal } from '../contract/errors.ts';
import { putOwnGroup } from '../store/choices.ts';
import { putCollectors, putConfirmation, putIndicators, putSheet, removeConfirmation, removeSheet, sheetsOf, type StoredSheet } from '../store/collection.ts';
import { putFigures } from '../store/figures.ts';
import { fromBase64 } from './bytes.ts';
import { refusePerson, tidy } from './entered.ts';
import { FIGURE_AREAS } from './figures.ts';
import { collectorsIn, hashOfList, indicatorsView, linker, listOf, refuseLink } from './collection/indicators.ts';
import { indicatorsFile, reminder, sheetFiles } from './collection/papers.ts';
import { listIn } from './collection/readList.ts';
import { checkReturn, closeReturn, readReturned, returnAt } from './collection/returned.ts';
import { addressesOf, nameOfSheet, placesOf, sheetsView } from './collection/sheets.ts';
import type { PlanModel } from './model.ts';
import { sentence, today, type Handlers, type Program } from './program.ts';
import { readTables } from './tables.ts';

/** Parts of the plan the sheets and indicators show in. */
const AREAS: readonly Area[] = ['collection', 'plan', 'history'];
const nowModel = (program: Program): PlanModel => program.model(program.years().at(-1) ?? 0, 'base');

/** Changes the list of indicators; the first change makes the proposal the community's own list. */
function changeList(program: Program, what: Parameters<typeof sentence>, change: (list: Indicator[], model: PlanModel) => readonly Indicator[]): Revision {
  const model = nowModel(program);
  const list = change([...listOf(program, model).list], model);
  return program.change(sentence(...what), AREAS, (tx) => putIndicators(tx, list));
}

/** The place of an indicator in a list; refuses one that is not there. */
function placeIn(list: readonly Indicator[], id: string): number {
  const at = list.findIndex((each) => each.id === id);
  if (at < 0) throw new Refusal('input.unknownId', { what: 'indicator', id });
  return at;
}
const wordingOf = (program: Program, id: string): Indicator['wording'] => { const { list } = listOf(program, nowModel(program)); return list[placeIn(list, id)]?.wording ?? { uk: id, en: null }; };

function storedSheets(program: Program, ids: readonly string[]): readonly StoredSheet[] {
  const all = sheetsOf(program.store().read);
  return [...new Set(ids)].map((id) => { const found = all.find((each) => each.id === id); if (!found) throw new Refusal('input.unknownId', { what: 'sheet', id }); return found; });
}

/** Use cases of the indicators, the collection sheets, and their way back. */
export const collection: Handlers<keyof typeof methods> = {
  'indicators.view': (program, { year, scenario, territory }) => { const model = program.model(year, scenario); return indicatorsView(program, model, program.place(model, territory)); },
  'indicator.add': (program, { id, number, wording, basis, source, link, after }) => changeList(program, ['indicator.add', { name: tidy(wording) }], (list, model) => {
    refuseLink(model, link);
    if (id !== undefined && list.some((each) => each.id === id)) throw new Refusal('input.unknownId', { what: 'indicator', id });
    const at = after === '' ? list.length : placeIn(list, after) + 1;
    return list.toSpliced(at, 0, { id: id ?? program.newId(), number: tidy(number), wording: { uk: tidy(wording), en: null }, basis, source: { uk: tidy(source), en: null }, link });
  }),
  'indicator.update': (program, { cells }) => changeList(program, cells.length === 1 && cells[0] ? ['indicator.update', { name: wordingOf(program, cells[0].id) }] : ['indicator.updates', { count: cells.length }], (list, model) => {
    for (const { id, number, wording, basis, source, link } of cells) {
      const at = placeIn(list, id);
      const old = list[at] as Indicator;
      if (link !== undefined) refuseLink(model, link);
      list[at] = {
        ...old, ...(number === undefined ? {} : { number: tidy(number) }), ...(basis === undefined ? {} : { basis }), ...(link === undefined ? {} : { link }),
        ...(wording === undefined || tidy(wording) === old.wording.uk ? {} : { wording: { uk: tidy(wording), en: null } }), ...(source === undefined || tidy(source) === old.source.uk ? {} : { source: { uk: tidy(source), en: null } }),
      };
    }
    return list;
  }),
  'indicator.move': (program, { id, by }) => changeList(program, ['indicator.move', { name: wordingOf(program, id) }], (list) => {
    const at = placeIn(list, id);
    const [moved] = list.splice(at, 1);
    return moved ? list.toSpliced(Math.max(0, Math.min(list.length, at + by)), 0, moved) : list;
  }),
  'indicator.remove': (program, { id }) => changeList(program, ['indicator.remove', { name: wordingOf(program, id) }], (list) => list.toSpliced(placeIn(list, id), 1)),
  'indicator.ownGroup': (program, { id, unit }) => {
    const { list } = listOf(program, nowModel(program));
    const at = placeIn(list, id);
    const old = list[at] as Indicator;
    if (old.link !== null) throw new Refusal('collection.linked');
    const group = program.newId();
    return program.change(sentence('indicator.ownGroup', { name: old.wording }), [...AREAS, 'groups', 'overview'], (tx) => {
      putOwnGroup(tx, { id: group, name: old.wording.uk.slice(0, 200), unit });
      putIndicators(tx, list.with(at, { ...old, link: { measure: 'groupSize', group, service: '', sex: 'all', age: 'all' } }));
    });
  },
  'indicators.replace': (program, { rows, mode }) => changeList(program, ['indicator.replace', { count: rows.length }], (list, model) => {
    const link = linker(model);
    const taken = new Set(mode === 'append' ? list.map((each) => each.id) : []);
    const fresh = rows.map((row): Indicator => {
      const proposed = link(row.wording);
      // An indicator of the same figure keeps its id: sheets given out go on to fit.
      const old = list.find((each) => !taken.has(each.id) && (each.wording.uk === tidy(row.wording) || (proposed !== null && JSON.stringify(each.link) === JSON.stringify(proposed))));
      const id = mode === 'replace' && old ? old.id : program.newId();
      taken.add(id);
      return { id, number: tidy(row.number), wording: { uk: tidy(row.wording), en: null }, basis: row.basis, source: { uk: tidy(row.source), en: null }, link: proposed ?? (mode === 'replace' ? old?.link ?? null : null) };
    });
    return mode === 'append' ? [...list, ...fresh] : fresh;
  }),
  'indicators.reset': (program) => program.change(sentence('indicator.reset'), AREAS, (tx) => { putIndicators(tx, []); removeConfirmation(tx); }),
  'indicators.confirm': (program, { by, on, source, notAPerson }) => {
    const { list, proposed } = listOf(program, nowModel(program));
    if (proposed) throw new Refusal('collection.confirm');
    if (on > today(program)) throw new Refusal('cycle.future', { date: on });
    refusePerson([by], notAPerson);
    return program.change(sentence('indicator.confirm', { by: tidy(by) }), AREAS, (tx) => putConfirmation(tx, { hash: hashOfList(list), by: tidy(by), on, source: tidy(source) }));
  },
  'indicators.unconfirm': (program) => program.change(sentence('indicator.unconfirm'), AREAS, (tx) => removeConfirmation(tx)),
  'indicators.readList': async (program, { name, base64 }) => {
    const rows = listIn(await readTables(program, name, fromBase64(base64)));
    if (rows === null) throw new Refusal('collection.noList');
    return { rows };
  },
  'indicators.file': (program, { year, scenario, territory, language, format, snapshot }) => { const model = program.model(year, scenario); return indicatorsFile(program, model, program.place(model, territory), language, format, snapshot); },

  'sheets.view': (program, { year }) => sheetsView(program, program.model(year, 'base')),
  'sheets.make': (program, { year, sheets, due, giveTo, notAPerson }) => {
    refusePerson([giveTo], notAPerson);
    const model = program.model(year, 'base');
    const collectors = collectorsIn(program).list;
    const stored = sheetsOf(program.store().read).filter((each) => each.year === year);
    const made = sheets.map((place): StoredSheet => {
      const collector = collectors.find((each) => each.id === place.collector);
      const known = collector && placesOf(model, collector).some((each) => each.territory === place.territory && each.provider === place.provider);
      if (!collector || !known) throw new Refusal('input.unknownId', { what: 'sheet', id: place.collector });
      const name = nameOfSheet(model, collector, place).uk;
      const addresses = addressesOf(program, model, collector, place);
      if (addresses.length === 0) throw new Refusal('collection.empty', { name });
      const old = stored.find((each) => each.collector === place.collector && each.territory === place.territory && each.provider === place.provider);
      return { id: old?.id ?? program.newId(), year, ...place, name, addresses, made: today(program), due, giveTo: tidy(giveTo), sent: old?.sent ?? '', returned: '' };
    });
    return program.change(sentence('sheets.make', { count: made.length }), AREAS, (tx) => { for (const sheet of made) putSheet(tx, sheet); });
  },
  'sheets.file': (program, { ids }) => sheetFiles(program, ids),
  'sheets.set': (program, { ids, due, sent, returned, giveTo, notAPerson }) => {
    refusePerson(giveTo === undefined ? [] : [giveTo], notAPerson);
    for (const date of [sent, returned]) if (date !== undefined && date > today(program)) throw new Refusal('cycle.future', { date });
    const sheets = storedSheets(program, ids);
    return program.change(sentence('sheets.set', { count: sheets.length }), AREAS, (tx) => {
      for (const sheet of sheets) putSheet(tx, { ...sheet, due: due ?? sheet.due, sent: sent ?? sheet.sent, returned: returned ?? sheet.returned, giveTo: giveTo === undefined ? sheet.giveTo : tidy(giveTo) });
    });
  },
  'sheets.remove': (program, { ids }) => {
    const sheets = storedSheets(program, ids);
    return program.change(sentence('sheets.remove', { count: sheets.length }), AREAS, (tx) => { for (const { id } of sheets) removeSheet(tx, id); });
  },
  'sheets.reminder': (program, { year, language }) => reminder(program, program.model(year, 'base'), language),
  'collector.save': (program, { id, name, notAPerson, ...rest }) => {
    refusePerson([name], notAPerson);
    const { list } = collectorsIn(program);
    const old = list.find((each) => each.id === id);
    if (id !== undefined && !old) throw new Refusal('input.unknownId', { what: 'collector', id });
    for (const service of rest.services) if (nowModel(program).service(service) === undefined) throw new Refusal('input.unknownId', { what: 'service', id: service });
    const next: Collector = { ...rest, id: id ?? program.newId(), name: old && old.name.uk === tidy(name) ? old.name : { uk: tidy(name), en: null } };
    return program.change(sentence(old ? 'collector.update' : 'collector.add', { name: next.name }), AREAS, (tx) => putCollectors(tx, old ? list.map((each) => (each.id === next.id ? next : each)) : [...list, next]));
  },
  'collector.remove': (program, { id }) => {
    const { list } = collectorsIn(program);
    const old = list.find((each) => each.id === id);
    if (!old) throw new Refusal('input.unknownId', { what: 'collector', id });
    return program.change(sentence('collector.remove', { name: old.name }), AREAS, (tx) => putCollectors(tx, list.filter((each) => each.id !== id)));
  },
  'collectors.reset': (program) => program.change(sentence('collector.reset'), AREAS, (tx) => putCollectors(tx, [])),

  'return.read': async (program, { returnId, name, base64 }) => {
    program.refuseReadOnly();
    const found = returnAt(program, returnId);
    return { file: await readReturned(program, found, name, fromBase64(base64)), returnId: found.id };
  },
  'return.check': (program, { returnId, choices }) => checkReturn(program, returnAt(program, returnId), choices),
  'return.apply': (program, { returnId }) => {
    const { checked, files } = returnAt(program, returnId);
    if (!checked || checked.revision !== program.store().revision()) throw new Refusal('import.stale');
    const sheets = sheetsOf(program.store().read).filter((sheet) => checked.returned.has(sheet.id));
    const revision = program.change(sentence('sheets.returned', { count: sheets.length || files.length, figures: checked.figures.length }), [...FIGURE_AREAS, 'collection'], (tx) => {
      putFigures(tx, checked.figures, program.now().toISOString());
      for (const sheet of sheets) putSheet(tx, { ...sheet, returned: checked.returned.get(sheet.id) ?? today(program) });
    });
    closeReturn(program, returnId);
    return revision;
  },
  'return.close': (program, { returnId }) => { closeReturn(program, returnId); return null; },
};
