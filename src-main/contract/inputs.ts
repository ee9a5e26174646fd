import { z } from 'zod';
import { FIGURE_METHODS, INTEGRATION_NUMBERS, PROJECTED, RESULTS, STAFF_NUMBERS, SURVEY_NUMBERS } from './models.ts';
import { REACH_RESULTS, TRAVEL_MODES } from './lists.ts';
import { MEASURE_IDS } from './measures.ts';

/** Building blocks of the inputs. Every object is strict: an unknown field is refused. */
export const id = z.string().min(1).max(120);
/** An id, or '' = none. */
export const optionalId = z.string().max(120);
/** A calendar year of the plan. */
export const year = z.number().int().min(1991).max(2100);
/** Id of a scenario; `base` = the base. */
export const scenario = z.string().min(1).max(60).default('base');
/** A text of at most so many characters. */
export const text = (max: number) => z.string().max(max);
/** A day of the calendar, `YYYY-MM-DD`. */
export const isoDate = z.iso.date();
/** Language of a paper or answer. */
export const language = z.enum(['uk', 'en']);
/** Absolute path on this computer, '' allowed; no system has a path with a zero byte. */
export const optionalPath = z.string().max(4096).regex(/^[^\0]*$/);
/** Absolute path on this computer. */
export const path = optionalPath.min(1);
/** Name of a file without folder; the extension is added when missing. */
export const fileName = z.string().min(1).max(120);
/** Bytes of a table file as base64: a little above what is read, so that a file just too large is refused as such. */
export const fileBytes = z.string().max(32_100_000);

/** Address of a figure. */
export const figureKey = z.strictObject({
  measure: z.enum(MEASURE_IDS),
  group: optionalId.default(''),
  service: optionalId.default(''),
  provider: optionalId.default(''),
  territory: id,
  sex: z.enum(['all', 'female', 'male']).default('all'),
  age: z.enum(['all', '0-17', '18-59', '60+']).default('all'),
  year,
  scenario,
});

/** What changes in a figure; a field left out stays as it is. `value: null` = not known. */
export const figurePatch = z.strictObject({
  value: z.number().nullable().optional(),
  low: z.number().nullable().optional(),
  high: z.number().nullable().optional(),
  method: z.enum(FIGURE_METHODS).optional(),
  source: text(400).optional(),
  asOf: z.union([isoDate, z.literal('')]).optional(),
  counted: z.enum(['person', 'family']).optional(),
  note: text(1000).optional(),
});

/** Kind of file of a paper. */
export const paperFormat = z.enum(['docx', 'pdf']).default('docx');

/** A page's year and scenario. */
export const scope = { year, scenario };
/** Input of a view that asks for a year and a scenario only. */
export const Scope = (description: string) => z.strictObject(scope).meta({ description });
/** Input of a method that takes nothing. */
export const Nothing = (description: string) => z.strictObject({}).meta({ description });

/** How reach is asked for. */
export const reachAsk = {
  ...scope, service: optionalId.default(''), target: optionalId.default(''), mode: z.enum(TRAVEL_MODES).default('car'), within: z.number().min(1).max(600).default(30),
  who: optionalId.default('population'), barrierFree: z.boolean().default(false), smooth: z.boolean().default(false),
};

/** Which number is to be explained. */
export const traceRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('figure'), key: figureKey }),
  z.strictObject({
    kind: z.literal('result'), result: z.enum(RESULTS), service: optionalId.default(''), group: optionalId.default(''),
    territory: id, year, scenario, provider: optionalId.optional(),
  }),
  z.strictObject({ kind: z.literal('projected'), what: z.enum(PROJECTED), service: optionalId.default(''), group: optionalId.default(''), territory: id, year, target: year, scenario }),
  z.strictObject({ kind: z.literal('survey'), what: z.enum(SURVEY_NUMBERS), survey: id, question: optionalId.default(''), option: optionalId.default(''), role: z.enum(['territory', 'sex', 'age', 'groups', '']).default(''), part: optionalId.default(''), weighted: z.boolean().default(false), year, scenario }),
  z.strictObject({ kind: z.literal('staff'), what: z.enum(STAFF_NUMBERS), provider: id, service: id, category: id, year, scenario }),
  z.strictObject({ kind: z.literal('reach'), what: z.enum(REACH_RESULTS), ...reachAsk, point: optionalId.default(''), territory: id }),
  z.strictObject({ kind: z.literal('access'), facility: id, year, scenario }),
  z.strictObject({ kind: z.literal('integration'), what: z.enum(INTEGRATION_NUMBERS), indicator: id, population: id, period: optionalId.default(''), year, scenario }),
]);
