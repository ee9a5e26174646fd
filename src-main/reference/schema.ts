import { z } from 'zod';
import { accessibility } from './accessibilitySchema.ts';
import { restoration } from './restorationSchema.ts';
import { integration } from './integrationSchema.ts';

/** A text in both languages; `en` is null where no confirmed translation exists. */
const label = z.strictObject({ uk: z.string(), en: z.string().nullable() });
/** `verified` = seen in a source; `recalled` = from memory. */
const confidence = z.enum(['verified', 'recalled']);
const date = z.union([z.iso.date(), z.literal('')]);
const key = z.string().min(1).max(120);

/** Where a service is given, as the classifier says. */
export const PLACES = ['home', 'street', 'semi_stationary', 'stationary', 'outside_provider', 'remote_internet', 'remote_phone', 'other_agreed_place'] as const;
/** For how long a service is given. */
export const DURATIONS = ['emergency', 'constant', 'temporary', 'one_off'] as const;
/** Sections of the classifier; `unconfirmed` = the name of the service, hence its section, is not known. */
export const SECTIONS = [
  'information_and_advice', 'shelter', 'prevention', 'children_and_families', 'supported_living', 'social_support', 'crisis', 'integration',
  'care', 'rehabilitation', 'respite', 'in_kind', 'accessibility', 'unconfirmed',
] as const;
/** The blocks of rows in which grids and papers list the services. */
export const BLOCKS = ['care', 'support', 'information', 'housing', 'unconfirmed'] as const;
/** What an entry of the norms is: only `norm`, `rule`, `state_value` and `price` are values of law or state; the rest is context. */
export const NORM_KINDS = ['norm', 'rule', 'state_value', 'price', 'parameter', 'guidance', 'observed', 'derived', 'act'] as const;

/** A row of the classifier. `id` is the program's own and never changes; `code` is null when the official one is not known. */
export const service = z.strictObject({
  id: z.string().regex(/^s[\d.]+$|^s-[a-z-]+$/),
  code: z.string().regex(/^\d{3}(\.\d)+$/).nullable(),
  codeConfidence: confidence.nullable(),
  /** How name and code were brought together; null = the name is not known. */
  pairing: z.enum(['seen', 'inferred', 'recalled', 'code_not_seen']).nullable(),
  /** null = the official name is not confirmed. */
  name: label.nullable(),
  /** A short name for grids and charts, where the official one is long. */
  short: label.nullable(),
  nameConfidence: confidence,
  section: z.enum(SECTIONS),
  block: z.enum(BLOCKS),
  classifierGroup: z.string(),
  basic: z.boolean(),
  basicConfidence: confidence,
  counted: z.enum(['person', 'family']),
  recipients: label.nullable(),
  recipientsConfidence: confidence,
  places: z.array(z.enum(PLACES)),
  placesConfidence: confidence,
  durations: z.array(z.enum(DURATIONS)),
  /** The state standard; `date` is the date of the order, `registered` its number at zakon.rada.gov.ua, '' = not seen. */
  standard: z.strictObject({ act: z.string().min(1), date, registered: z.string(), changes: z.string(), confidence }).nullable(),
  source: label,
  note: label.nullable(),
});

/** A target group with its legal basis and, where one was published, the share its default size rests on. */
export const group = z.strictObject({
  id: key,
  name: label,
  nameConfidence: confidence,
  /** What the group counts: `child` counts children even where the name speaks of families. */
  unit: z.enum(['person', 'family', 'child']),
  basis: label,
  basisConfidence: confidence,
  /** The factor of difficult life circumstances in the law. */
  factor: label.nullable(),
  services: z.array(key),
  servicesConfidence: confidence,
  /** Published share, 0–1, of the population named by `of`; equal bounds = none were published. */
  share: z.strictObject({
    of: z.enum(['total_population', 'children_0_17']),
    low: z.number().min(0).max(1), base: z.number().min(0).max(1), high: z.number().min(0).max(1),
    asOf: date, kind: z.enum(['direct', 'derived']), source: label, confidence,
  }).nullable(),
  /** Published national counts, for context only. */
  counts: z.array(z.strictObject({ measure: label, value: z.number().nullable(), printed: z.string(), source: label, confidence })),
  note: label.nullable(),
});

/** A norm, rule, price, state value or act. `value` is null for ranges (see `low`, `high`), texts and values that are not known. */
export const norm = z.strictObject({
  id: key,
  subject: label,
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** As printed in the source; '' = the value is not known. */
  printed: z.string(),
  unit: label,
  kind: z.enum(NORM_KINDS),
  /** The act the value comes from, '' = not known. */
  act: label,
  article: label,
  /** First and last day of force; for an act without a known day of force `since` is its date; '' = not known. */
  since: date,
  until: date,
  /** No longer in force although the day is not known. */
  repealed: z.boolean(),
  confidence,
  /** Services (ids) the entry is about. */
  appliesTo: z.array(key),
  /** What else it is about: kinds of providers, payment, cost, needs … */
  scope: z.array(z.string()),
  source: label,
  note: label.nullable(),
  checkedOn: z.iso.date(),
});

/** A published share of a group that needs a service: who was asked, where and when. `asked` = the words of the question, where they are not those of the classifier. */
export const rate = z.strictObject({
  id: key, group: key, service: key,
  low: z.number().min(0).max(1), base: z.number().min(0).max(1), high: z.number().min(0).max(1),
  /** People asked; null = not printed. */
  n: z.number().int().positive().nullable(),
  place: label, asOf: date, asked: label, source: label, url: z.url(), confidence,
});

/** How a rule of the checks looks at the figures, see usecases/checks. */
export const CHECK_KINDS = [
  'flag', 'parts', 'above', 'groupAbove', 'split', 'urbanRural', 'jump', 'servedNotProvided', 'queueAndFree', 'sample', 'old', 'future', 'noSource', 'noDate',
  'repeated', 'sameName', 'carried', 'prefilled', 'wide', 'staffOverfilled', 'staffNotFigures', 'staffSplit',
] as const;
/** What the limit of a rule counts. */
export const LIMIT_UNITS = ['share', 'months', 'answers', 'territories'] as const;

/** A rule of the checks with its severity and limit; both are the program's proposal and the community may set its own. */
export const check = z.strictObject({
  id: key,
  kind: z.enum(CHECK_KINDS),
  severity: z.enum(['error', 'warning', 'note']),
  /** From where on the rule speaks; null = the rule has no limit. */
  limit: z.number().positive().nullable(),
  limitUnit: z.enum(LIMIT_UNITS).nullable(),
  label,
  why: label,
});

/** A day of the year, `MM-DD`. */
const dayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const KINDS = ['research_3y', 'annual_update'] as const;
/** Dates of a stage; `assumption` = the act does not name them, the program proposes them. */
const dates = z.strictObject({ from: dayOfYear, to: dayOfYear, basis: label, confidence: z.enum(['verified', 'recalled', 'assumption']) });
/** The determination of needs: how often, its stages with their usual dates, and who usually takes part. */
export const cycle = z.strictObject({
  kinds: z.array(z.strictObject({ id: z.enum(KINDS), name: label, every: z.number().int().min(1), window: label, from: dayOfYear, to: dayOfYear, act: key, basis: label, confidence })).length(KINDS.length),
  stages: z.array(z.strictObject({
    id: z.enum(['start', 'collection', 'analysis', 'report', 'approval', 'publication', 'use']), name: label, basis: label, confidence, dates: z.strictObject({ research_3y: dates, annual_update: dates }),
  })).length(7),
  bodies: z.array(z.strictObject({ role: label, tasks: label })),
  bodiesBasis: label,
  bodiesConfidence: confidence,
});

/** An indicator of the data a determination rests on: proposed by the program, numbered in its order; the community sets its own list. */
export const indicator = z.strictObject({
  id: key, wording: label,
  /** As of 1 January of the year, or over the calendar year before it. */
  basis: z.enum(['jan1', 'year']),
  /** Where it usually comes from. */
  source: label,
  measure: z.enum(['population', 'groupSize']), group: z.string().max(120),
  sex: z.enum(['all', 'female', 'male']), age: z.enum(['all', '0-17', '18-59', '60+']), confidence,
});
/** Who fills a collection sheet: one sheet for the community, for each starosta district with its settlements, or for each provider. */
export const collector = z.strictObject({ id: key, name: label, scope: z.enum(['community', 'districts', 'providers']), indicators: z.array(key), services: z.array(key), measures: z.array(z.enum(['identified', 'waiting', 'served', 'places', 'posts', 'postsFilled'])) });
/** Indicators and collectors; what the list is and which form it stands for. */
export const indicators = z.strictObject({ note: label, act: label, confidence, indicators: z.array(indicator), sources: z.array(collector) });

/** Units of the parameters of staffing. */
export const STAFF_UNITS = ['days', 'hours', 'minutes', 'share', 'km/h', 'times', 'years'] as const;
/** Staffing: the method by workload, categories of staff, the main category of a service, parameters (law or assumption) and usual activities of services. */
export const staffing = z.strictObject({
  method: z.strictObject({ id: key, name: label, text: label, source: label, confidence }),
  categories: z.array(z.strictObject({ id: key, name: label })).min(1),
  /** The category whose load per post the norms of the service speak of. */
  main: z.array(z.strictObject({ service: key, category: key })),
  parameters: z.array(z.strictObject({
    id: key, name: label, value: z.number(), unit: z.enum(STAFF_UNITS), least: z.number(), most: z.number(), kind: z.enum(['law', 'assumption']), confidence, basis: label,
    /** May differ between categories of staff. */
    byCategory: z.boolean(),
  })),
  /** Minutes and times a year per recipient: a number, or the norm it is taken from (times × `timesFactor`); null and '' = not known, the community enters it. */
  activities: z.array(z.strictObject({
    id: key, service: key, category: key, name: label,
    /** Somebody goes to the recipient: travel counts. */
    visit: z.boolean(),
    minutes: z.number().positive().nullable(), minutesNorm: z.string(), times: z.number().positive().nullable(), timesNorm: z.string(), timesFactor: z.number().positive(),
    /** Of all recipients, or of a part whose number is entered. */
    of: z.enum(['all', 'part']), note: label.nullable(),
  })),
});

/** A parameter of the estimate of travel times: low ≤ base ≤ high. `assumption` = no source stands behind it. */
export const travelParameter = z.strictObject({
  id: key, label, unit: z.enum(['factor', 'kmh', 'minute', 'km', 'runs']),
  low: z.number().min(0), base: z.number().min(0), high: z.number().min(0),
  source: label, asOf: z.string(), note: label.nullable(), confidence, assumption: z.boolean(),
});

/** Whom to credit for a part of the book. */
export const source = z.strictObject({ id: key, what: label, credit: label, licence: label, asOf: z.string() });
const manifest = z.strictObject({ version: z.string().regex(/^\d{4}\.\d{2}(\.\d+)?$/), date: z.iso.date(), credit: label });

function duplicates(ids: readonly string[]): string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

/** The whole reference pack: shape, unique ids, every id used exists, bounds in order, since ≤ until. */
export const pack = z.strictObject({
  pack: manifest,
  services: z.array(service).min(1),
  groups: z.array(group).min(1),
  norms: z.array(norm).min(1),
  acts: z.array(norm),
  /** Left out in packs made before there were any. */
  rates: z.array(rate).default([]),
  cycle,
  sources: z.array(source),
  checks: z.array(check).min(1),
  /** Left out in packs made before there were any. */
  indicators: indicators.optional(),
  /** Left out in packs made before there was any. */
  staffing: staffing.optional(),
  accessibility: accessibility.optional(),
  /** Left out in packs made before there was any. */
  restoration: restoration.optional(),
  /** Left out in packs made before there were any. */
  travel: z.array(travelParameter).default([]),
  integration: integration.optional(),
}).superRefine((book, context) => {
  const fail = (message: string) => context.addIssue({ code: 'custom', message });
  const services = new Set(book.services.map((s) => s.id));
  const entries = [...book.norms, ...book.acts];
  for (const [what, ids] of Object.entries({ services: book.services.map((s) => s.id), codes: book.services.flatMap((s) => s.code ?? []), groups: book.groups.map((g) => g.id), norms: entries.map((n) => n.id), checks: book.checks.map((c) => c.id) })) {
    for (const id of duplicates(ids)) fail(`${what}: ${id} stands twice`);
  }
  for (const g of book.groups) {
    for (const id of g.services) if (!services.has(id)) fail(`groups: ${g.id} names the unknown service ${id}`);
    if (g.share && !(g.share.low <= g.share.base && g.share.base <= g.share.high)) fail(`groups: ${g.id} has bounds out of order`);
  }
  for (const id of duplicates(book.rates.map((r) => `${r.group} ${r.service}`))) fail(`rates: ${id} stands twice`);
  const groups = new Set(book.groups.map((g) => g.id));
  for (const r of book.rates) {
    if (!groups.has(r.group) || !services.has(r.service)) fail(`rates: ${r.id} names an unknown group or service`);
    if (!(r.low <= r.base && r.base <= r.high)) fail(`rates: ${r.id} has bounds out of order`);
  }
  for (const n of entries) {
    for (const id of n.appliesTo) if (!services.has(id)) fail(`norms: ${n.id} names the unknown service ${id}`);
    if (n.low !== null && n.high !== null && n.low > n.high) fail(`norms: ${n.id} has bounds out of order`);
    if (n.since && n.until && n.since > n.until) fail(`norms: ${n.id} ends before it begins`);
  }
  const listed = new Set(book.indicators?.indicators.map((i) => i.id));
  for (const i of book.indicators?.indicators ?? []) if ((i.measure === 'groupSize') !== groups.has(i.group)) fail(`indicators: ${i.id} names no group it counts`);
  for (const s of book.indicators?.sources ?? []) {
    for (const id of s.indicators) if (!listed.has(id)) fail(`indicators: ${s.id} names the unknown indicator ${id}`);
    for (const id of s.services) if (!services.has(id)) fail(`indicators: ${s.id} names the unknown service ${id}`);
  }
  for (const [what, ids] of [['indicators', [...(book.indicators?.indicators ?? []).map((i) => i.id)]], ['sources', [...(book.indicators?.sources ?? []).map((s) => s.id)]]] as const) for (const id of duplicates(ids)) fail(`${what}: ${id} stands twice`);
  const normIds = new Set(book.norms.map((n) => n.id));
  const categories = new Set(book.staffing?.categories.map((c) => c.id));
  for (const a of [...(book.staffing?.activities ?? []), ...(book.staffing?.main ?? [])]) {
    if (!services.has(a.service) || !categories.has(a.category)) fail(`staffing: ${a.service} ${a.category} is an unknown service or category`);
  }
  for (const a of book.staffing?.activities ?? []) for (const norm of [a.minutesNorm, a.timesNorm]) if (norm !== '' && !normIds.has(norm)) fail(`staffing: ${a.id} names the unknown norm ${norm}`);
  for (const p of book.staffing?.parameters ?? []) if (p.value < p.least || p.value > p.most) fail(`staffing: ${p.id} has bounds out of order`);
  for (const [what, rows] of Object.entries({ activities: book.staffing?.activities, parameters: book.staffing?.parameters, categories: book.staffing?.categories })) for (const id of duplicates((rows ?? []).map((row) => row.id))) fail(`staffing ${what}: ${id} stands twice`);
  for (const id of book.accessibility?.affected ?? []) if (!groups.has(id)) fail(`accessibility: the unknown group ${id}`);
  for (const id of duplicates(book.travel.map((p) => p.id))) fail(`travel: ${id} stands twice`);
  for (const p of book.travel) if (!(p.low <= p.base && p.base <= p.high)) fail(`travel: ${p.id} has bounds out of order`);
  for (const p of book.integration?.populations ?? []) if (p.group !== null && !groups.has(p.group)) fail(`integration: the unknown group ${p.group}`);
  for (const n of book.norms) if (n.kind === 'act') fail(`norms: ${n.id} is an act`);
  for (const n of book.acts) if (n.kind !== 'act') fail(`acts: ${n.id} is not an act`);
});

/** A validated reference pack. */
export type Pack = z.infer<typeof pack>;
export type PackService = z.infer<typeof service>;
export type PackGroup = z.infer<typeof group>;
export type PackRate = z.infer<typeof rate>;
export type PackNorm = z.infer<typeof norm>;
export type PackCycle = z.infer<typeof cycle>;
export type PackSource = z.infer<typeof source>;
export type PackIndicators = z.infer<typeof indicators>;
export type PackStaffing = z.infer<typeof staffing>;
export type PackAccessibility = z.infer<typeof accessibility>;
export type PackRestoration = z.infer<typeof restoration>;
export type PackTravel = z.infer<typeof travelParameter>;
export type PackIntegration = z.infer<typeof integration>;
export type PackCheck = z.infer<typeof check>;
