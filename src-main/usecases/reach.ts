import { Refusal } from '../contract/errors.ts';
import type { Parsed } from '../contract/api.ts';
import type { reach as methods } from '../contract/api/reach.ts';
import type { Area } from '../contract/method.ts';
import { offset } from '../domain/reach/distance.ts';
import { records } from '../imports/read/csv.ts';
import { travelTable } from '../imports/travelTable.ts';
import { putTerritories, territoryAt, type StoredTerritory } from '../store/territories.ts';
import { correctionsOf, putCorrection, putPoint, putTime, putTravelParameter, putTravelPlace, removeCorrection, removeTime, removeTravelParameter, travelOf as travelTablesOf } from '../store/travel.ts';
import { fromBase64 } from './bytes.ts';
import { FIGURE_AREAS } from './figures.ts';
import { vocabularyOf } from './imports/words.ts';
import type { PlanModel } from './model.ts';
import { sentence, today, type Handlers, type Program } from './program.ts';
import { defaultsOf } from './reachFacts.ts';
import { reachView } from './reachView.ts';
import { readTables } from './tables.ts';
import { travelMatrix, travelView } from './travelView.ts';

const AREAS: readonly Area[] = ['capacity', 'checks', 'overview', 'plan', 'history'];

/** The model of the last year: tables are the same in all. */
const anyModel = (program: Program): PlanModel => program.model(program.years().at(-1) as number, 'base');
const wrong = (reason: string): Refusal => new Refusal('input.value', { reason });

function place(program: Program, id: string): StoredTerritory {
  const found = territoryAt(program.store().read, id);
  if (!found) throw new Refusal('input.unknownId', { what: 'territory', id });
  return found;
}

/** Least and most a parameter may be. */
const LIMITS: Readonly<Record<string, readonly [number, number]>> = { factor: [0, 20], kmh: [0.5, 200], minute: [0, 600], km: [0, 50], runs: [0, 2000] };

/** Use cases of reach and travel. */
export const reach: Handlers<keyof typeof methods> = {
  'reach.view': (program, { year, scenario, ...ask }) => reachView(program, program.model(year, scenario), ask),
  'travel.view': (program, { year, scenario }) => travelView(program, program.model(year, scenario)),
  'travel.set': (program, { id, ...row }) => {
    const { read } = program.store();
    const [from, to] = [place(program, row.origin), place(program, row.destination)];
    if (row.since !== '' && row.until !== '' && row.until < row.since) throw new Refusal('travel.dates', { from: row.since, to: row.until });
    if ((row.how === 'none') !== (row.minutes === null)) throw wrong('unknown');
    if (id !== undefined && !correctionsOf(read).some((each) => each.id === id)) throw new Refusal('input.unknownId', { what: 'correction', id });
    return program.change(sentence(id === undefined ? 'travel.add' : 'travel.change', { from: from.name, to: to.name }), AREAS, (tx) => putCorrection(tx, { ...row, id: id ?? program.newId() }));
  },
  'travel.remove': (program, { id }) => {
    const row = correctionsOf(program.store().read).find((each) => each.id === id);
    if (!row) throw new Refusal('input.unknownId', { what: 'correction', id });
    return program.change(sentence('travel.remove', { from: place(program, row.origin).name, to: place(program, row.destination).name }), AREAS, (tx) => removeCorrection(tx, id));
  },
  'travel.parameters': (program, { cells }) => {
    const known = new Map(defaultsOf(program, anyModel(program)).map((row) => [row.id, row]));
    for (const { parameter, value } of cells) {
      const row = known.get(parameter);
      if (!row) throw new Refusal('input.unknownId', { what: 'parameter', id: parameter });
      if (value === null) continue;
      // A way is never shorter than the straight line.
      const [least, most] = parameter.startsWith('detour.') ? [1, 20] : LIMITS[row.unit] as readonly [number, number];
      if (value.low > value.base || value.base > value.high) throw wrong('bounds');
      if (value.low < least) throw wrong(least > 0 ? 'tooSmall' : 'negative');
      if (value.high > most) throw wrong('tooLarge');
    }
    return program.change(sentence('travel.parameters', { count: cells.length }), AREAS, (tx) => {
      for (const { parameter, value } of cells) { if (value === null) removeTravelParameter(tx, parameter); else putTravelParameter(tx, { parameter, ...value }); }
    });
  },
  'travel.places': (program, { places }) => {
    for (const { territory } of places) place(program, territory);
    return program.change(sentence('travel.places', { count: places.length }), AREAS, (tx) => places.forEach((row) => putTravelPlace(tx, row)));
  },
  'travel.read': async (program, { text, name, base64, mode }) => {
    const model = anyModel(program);
    const { places } = vocabularyOf(model);
    const tables = base64 === undefined ? [{ rows: pasted(text) }] : await readTables(program, name ?? 'table', fromBase64(base64));
    for (const { rows } of tables) {
      const found = travelTable(rows, places, mode);
      if (found === null || found.rows.length === 0) continue;
      if (found.rows.length > MOST) throw new Refusal('import.tooLarge', { what: 'rows', limit: MOST });
      return found;
    }
    throw new Refusal('travel.noTable');
  },
  'travel.matrix': (program, { year, scenario, mode }) => travelMatrix(program, program.model(year, scenario), mode),
  'travel.own': (program, { ways }) => {
    const { read } = program.store();
    for (const { origin, destination } of ways) {
      place(program, origin);
      place(program, destination);
      if (origin === destination) throw new Refusal('input.unknownId', { what: 'territory', id: destination });
    }
    const asOf = today(program);
    return program.change(sentence('travel.own', { count: ways.length }), AREAS, (tx) => {
      const key = (row: { readonly mode: string; readonly origin: string; readonly destination: string }): string => `${row.mode} ${row.origin} ${row.destination}`;
      const before = new Map(travelTablesOf(read).times.map((row) => [key(row), row]));
      const named = new Set(ways.map(key));
      for (const { origin, destination, mode, minutes, source } of ways) {
        // One row for both directions: that of the way back goes, unless it holds for the way back alone or is entered here as well.
        const back = before.get(key({ mode, origin: destination, destination: origin }));
        if (back && !back.oneWay && !named.has(key(back))) removeTime(tx, back);
        if (minutes === null) removeTime(tx, { origin, destination, mode });
        else putTime(tx, { origin, destination, mode, minutes, oneWay: back?.oneWay ?? false, source, asOf });
      }
    });
  },
  'travel.import': (program, { times, source, asOf, replace }) => {
    const seen = new Map<string, number>();
    for (const { origin, destination, mode, minutes } of times) {
      const [from, to] = [place(program, origin), place(program, destination)];
      if (origin === destination) throw new Refusal('input.unknownId', { what: 'territory', id: destination });
      const key = `${mode} ${origin} ${destination}`;
      if ((seen.get(key) ?? minutes) !== minutes) throw new Refusal('travel.sameTwice', { from: from.name.uk, to: to.name.uk });
      seen.set(key, minutes);
    }
    const old = anyModel(program).travel.times.filter((row) => replace.includes(row.mode));
    if (times.length === 0 && old.length === 0) throw wrong('unknown');
    return program.change(sentence(times.length === 0 ? 'travel.clear' : 'travel.import', { count: times.length === 0 ? old.length : times.length }), AREAS, (tx) => {
      for (const row of old) if (!seen.has(`${row.mode} ${row.origin} ${row.destination}`)) removeTime(tx, row);
      for (const row of times) putTime(tx, { ...row, source, asOf });
    });
  },
  'place.point': (program, input) => {
    const row = place(program, input.territory);
    const point = pointOf(program, input);
    return program.change(sentence(point === null ? 'place.unpoint' : 'place.point', { name: row.name }), FIGURE_AREAS, (tx) => {
      putTerritories(tx, [{ ...row, lat: point?.lat ?? null, lon: point?.lon ?? null }]);
      putPoint(tx, row.id, input.how === 'none' ? null : { how: input.how, source: input.source, asOf: today(program) });
    });
  },
};

/** At most this many rows of a table are shown and taken. */
const MOST = 20_000;

/** Cells of a text as it is pasted from a spreadsheet (tabs), or written with semicolons. */
const pasted = (text: string): readonly (readonly string[])[] => [...records(text, text.includes('\t') ? '\t' : ';', MOST)];

/** Coordinates of an input, rounded to about a metre; null = none. Refuses an input that lacks what its way of placing needs. */
function pointOf(program: Program, { how, lat, lon, from, km, bearing }: Parsed<'place.point'>): { readonly lat: number; readonly lon: number } | null {
  if (how === 'none') return null;
  const rounded = (point: { readonly lat: number; readonly lon: number }) => ({ lat: Math.round(point.lat * 1e5) / 1e5, lon: Math.round(point.lon * 1e5) / 1e5 });
  if (how !== 'offset') {
    if (lat === undefined || lon === undefined) throw wrong('unknown');
    return rounded({ lat, lon });
  }
  if (from === undefined || km === undefined || bearing === undefined) throw wrong('unknown');
  const start = place(program, from);
  if (start.lat === null || start.lon === null) throw new Refusal('place.noPoint', { name: start.name.uk });
  return rounded(offset({ lat: start.lat, lon: start.lon }, km, bearing));
}
