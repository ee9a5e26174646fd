import type { Parsed } from '../contract/api.ts';
import type { Difference, ProjectionEvent } from '../contract/api/projection.ts';
import type { Figure } from '../contract/models.ts';
import { Refusal } from '../contract/errors.ts';
import { putAudit, putAuditAnswer, putAuditFix, type StoredAnswer, type StoredAudit, type StoredFix } from '../store/audits.ts';
import { putAccepted, type Accepted } from '../store/checks.ts';
import { putNeedChoice, putOverlap, setProvided, type NeedChoice, type StoredOverlap } from '../store/choices.ts';
import { putSheet, type StoredSheet } from '../store/collection.ts';
import { putDetermination, putStage, type StoredDetermination, type StoredStage } from '../store/cycle.ts';
import { putFigures } from '../store/figures.ts';
import type { Tx } from '../store/handles.ts';
import { EMPTY_VALUE, putIndicatorTarget, putIndicatorValue, type StoredTarget, type StoredValue } from '../store/integration.ts';
import { addYear, putScenario, setMeta, type PlanMeta, type Scenario } from '../store/meta.ts';
import { putLocalNorm, type LocalNorm } from '../store/norms.ts';
import { putDifference, putEvent } from '../store/projection.ts';
import type { Facility, Transfer } from '../contract/api/capacity.ts';
import type { TravelCorrection, TravelPlace } from '../contract/api/reach.ts';
import type { PackageAnswer } from '../contract/api/package.ts';
import { putAnswer } from '../store/package.ts';
import { NEW_PROVIDER, putFacility, putProvider, putTransfer, type StoredProvider } from '../store/providers.ts';
import { aid, answers, putChannel, putPoint, putTask, states, type StoredAnswer as InclusionAnswer } from '../store/restoration.ts';
import type { Aid, Channel, RestorationTask, RestoredState, ServicePoint } from '../contract/api/restoration.ts';
import { putRateChoice, type RateChoice } from '../store/rates.ts';
import type { Position, WorkLine, WorkShare } from '../contract/api/staff.ts';
import { NEW_POSITION, putPosition, putShare, putWork } from '../store/staff.ts';
import { putNeighbours, putTerritories, type StoredTerritory } from '../store/territories.ts';
import { putUse } from '../store/surveys.ts';
import { putCorrection, putTime, putTravelPlace, type StoredTime } from '../store/travel.ts';
import { setWords } from '../store/words.ts';
import { collectorsIn } from './collection/indicators.ts';
import { addressesOf, nameOfSheet } from './collection/sheets.ts';
import { cycle } from './cycle.ts';
import { sentence, today, type Program } from './program.ts';
import { readSample, type SampleName } from './sampleFiles.ts';
import { sampleUse, seedSurvey } from './sampleSurvey.ts';
import { figure, seedCommunity, seedManual } from './seed.ts';

/** A shipped sample plan, as it lies in `resources/samples`. */
interface Sample {
  /** A bundled community by code, or one made up. */
  readonly community: { readonly code: string } | { readonly name: string; readonly type: 'urban' | 'settlement' | 'rural'; readonly raion: string; readonly oblast: string };
  readonly year: number;
  readonly years?: readonly number[];
  readonly calcDate: string;
  readonly meta: Partial<PlanMeta>;
  /** Left out `parent` = inside the community; the root itself has `parent: null`. */
  readonly territories?: readonly (Omit<StoredTerritory, 'parent' | 'formerName'> & { readonly parent?: string | null })[];
  readonly scenarios?: readonly Scenario[];
  /** Codes of bundled communities beside a made up one. */
  readonly neighbours?: readonly string[];
  readonly localNorms?: readonly LocalNorm[];
  /** The department's words of sections of a paper (the needs report when none is named), in Ukrainian. */
  readonly words?: readonly { readonly document?: string; readonly section: string; readonly words: string }[];
  readonly providers?: readonly (Pick<StoredProvider, 'id' | 'name' | 'kind' | 'sector'> & Partial<StoredProvider>)[];
  readonly facilities?: readonly Facility[];
  /** Travel: local corrections, own minutes, terrain and transport; texts left out are those of the sample. */
  readonly travel?: { readonly corrections: readonly TravelCorrection[]; readonly times: readonly Pick<StoredTime, 'origin' | 'destination' | 'mode' | 'minutes'>[]; readonly places: readonly (Pick<TravelPlace, 'territory'> & Partial<TravelPlace>)[] };
  readonly transfers?: readonly Transfer[];
  readonly packageAnswers?: readonly PackageAnswer[];
  /** Accessibility audits; criteria that are not named have the answer `rest`. */
  readonly audits?: readonly (Omit<StoredAudit, 'answers' | 'fixes'> & { readonly rest: StoredAnswer['answer']; readonly answers: readonly (Pick<StoredAnswer, 'item' | 'answer'> & Partial<StoredAnswer>)[]; readonly fixes: readonly Omit<StoredFix, 'audit'>[] })[];
  readonly integration?: { readonly values: readonly (Pick<StoredValue, 'indicator' | 'population' | 'period'> & Partial<StoredValue>)[]; readonly targets: readonly StoredTarget[] };
  readonly restoration?: { readonly points: readonly ServicePoint[]; readonly states: readonly RestoredState[]; readonly tasks: readonly (Omit<RestorationTask, 'facility'> & { readonly facility?: string })[]; readonly channels: readonly Channel[]; readonly answers: readonly InclusionAnswer[]; readonly aid: readonly Aid[] };
  readonly provided?: Readonly<Record<string, 'yes' | 'no'>>;
  readonly choices?: readonly NeedChoice[];
  readonly overlaps?: readonly StoredOverlap[];
  readonly determinations?: readonly (StoredDetermination & { readonly stages: readonly Omit<StoredStage, 'determination'>[] })[];
  /** What was approved of an earlier year, taken as people take it. */
  readonly approval?: Parsed<'cycle.approve'>;
  readonly rateChoices?: readonly Omit<RateChoice, 'author' | 'at'>[];
  readonly events?: readonly ProjectionEvent[];
  readonly differences?: readonly Difference[];
  readonly accepted?: readonly Omit<Accepted, 'author' | 'at'>[];
  /** Collection sheets given out; what they ask for follows from the plan. */
  readonly sheets?: readonly Omit<StoredSheet, 'id' | 'year' | 'name' | 'addresses'>[];
  /** Files of surveys beside this one. */
  readonly surveys?: readonly string[];
  readonly staff?: { readonly positions: readonly (Pick<Position, 'id' | 'provider' | 'service' | 'category' | 'position' | 'posts' | 'filled'> & Partial<Position>)[]; readonly work: readonly (Pick<WorkLine, 'provider' | 'service' | 'activity' | 'category'> & Partial<WorkLine>)[]; readonly shares?: readonly (Pick<WorkShare, 'provider' | 'service' | 'category'> & Partial<WorkShare>)[] };
  /** Source of all figures that give none of their own. */
  readonly source: string;
  readonly asOf: string;
  readonly figures: readonly (Pick<Figure, 'measure' | 'value'> & Partial<Figure>)[];
}

/** Who wrote and decided in a sample, as `history.by` names it. */
const SAMPLE_AUTHOR = 'sample';

/** Fills a new plan with a shipped sample. */
export function seedSample(tx: Tx, program: Program, name: SampleName): void {
  const sample = readSample<Sample>(program, name);
  const at = program.now().toISOString();
  let root: string;
  if ('code' in sample.community) {
    const community = program.data.community(sample.community.code);
    if (!community) throw new Refusal('input.unknownId', { what: 'community', id: sample.community.code });
    root = community.code;
    seedCommunity(tx, program.data, program.latest(), community, sample.year, sample.calcDate, at);
  } else {
    root = 'community';
    seedManual(tx, program.data, program.latest(), sample.community, root, sample.year, sample.calcDate);
  }
  setMeta(tx, sample.meta);
  for (const year of sample.years ?? []) addYear(tx, year);
  putTerritories(tx, (sample.territories ?? []).map((row) => ({ ...row, parent: row.parent === undefined ? root : row.parent, formerName: '' })));
  for (const scenario of sample.scenarios ?? []) putScenario(tx, scenario);
  for (const norm of sample.localNorms ?? []) putLocalNorm(tx, norm);
  for (const { document = 'needs-report', section, words } of sample.words ?? []) setWords(tx, { document, section, language: 'uk', words, basedOn: '', at });
  if (sample.neighbours) putNeighbours(tx, sample.neighbours.map((code) => ({ code, borderKm: null, added: true, removed: false })));
  for (const provider of sample.providers ?? []) putProvider(tx, { ...NEW_PROVIDER, ...provider });
  for (const facility of sample.facilities ?? []) putFacility(tx, facility);
  for (const correction of sample.travel?.corrections ?? []) putCorrection(tx, correction);
  for (const time of sample.travel?.times ?? []) putTime(tx, { oneWay: false, source: sample.source, asOf: sample.asOf, ...time });
  for (const place of sample.travel?.places ?? []) putTravelPlace(tx, { terrain: '', bus: '', runs: null, busAccessible: '', taxi: '', source: sample.source, ...place });
  for (const transfer of sample.transfers ?? []) putTransfer(tx, transfer);
  for (const answer of sample.packageAnswers ?? []) putAnswer(tx, answer);
  for (const { rest, answers, fixes, ...audit } of sample.audits ?? []) {
    putAudit(tx, audit);
    const said = new Map(answers.map((answer) => [answer.item, answer]));
    for (const { id: item } of program.latest().accessibility?.items ?? []) putAuditAnswer(tx, audit.id, { item, answer: rest, measured: [], note: '', ...said.get(item) });
    for (const fix of fixes) putAuditFix(tx, { ...fix, audit: audit.id });
  }
  for (const value of sample.integration?.values ?? []) putIndicatorValue(tx, { ...EMPTY_VALUE, ...value });
  for (const target of sample.integration?.targets ?? []) putIndicatorTarget(tx, target);
  if (sample.restoration) seedRestoration(tx, sample.restoration);
  for (const [service, provided] of Object.entries(sample.provided ?? {})) setProvided(tx, service, provided);
  for (const choice of sample.choices ?? []) putNeedChoice(tx, choice);
  for (const overlap of sample.overlaps ?? []) putOverlap(tx, overlap);
  putFigures(tx, sample.figures.map((row) => figure({ author: SAMPLE_AUTHOR, territory: root, year: sample.year, method: 'register', source: sample.source, asOf: sample.asOf, ...row })), at);
  for (const { stages, ...determination } of sample.determinations ?? []) {
    putDetermination(tx, determination);
    for (const stage of stages) putStage(tx, { ...stage, determination: determination.id });
  }
  sample.staff?.positions.forEach((row, sort) => putPosition(tx, { ...NEW_POSITION, year: sample.year, source: sample.source, asOf: sample.asOf, ...row, sort }));
  for (const line of sample.staff?.work ?? []) putWork(tx, { year: sample.year, name: '', recipients: null, times: null, volume: null, minutes: null, source: sample.source, ...line });
  for (const share of sample.staff?.shares ?? []) putShare(tx, { year: sample.year, support: null, individual: null, mode: '', ...share });
  for (const choice of sample.rateChoices ?? []) putRateChoice(tx, { ...choice, author: SAMPLE_AUTHOR, at });
  for (const event of sample.events ?? []) putEvent(tx, event);
  for (const difference of sample.differences ?? []) putDifference(tx, difference);
  for (const accepted of sample.accepted ?? []) putAccepted(tx, { ...accepted, author: SAMPLE_AUTHOR, at });
  for (const survey of sample.surveys ?? []) seedSurvey(tx, program, survey);
}

function seedRestoration(tx: Tx, rows: NonNullable<Sample['restoration']>): void {
  for (const row of rows.points) putPoint(tx, row);
  for (const row of rows.states) states.put(tx, row);
  for (const row of rows.tasks) putTask(tx, { facility: '', ...row });
  for (const row of rows.channels) putChannel(tx, row);
  for (const row of rows.answers) answers.put(tx, row);
  for (const row of rows.aid) aid.put(tx, row);
}

/** What can only be done in an open plan: sheets are given out, and an earlier year is approved through the action people use; on a day before that decision nothing is approved yet. */
export async function finishSample(program: Program, name: SampleName): Promise<void> {
  const { year, sheets = [], surveys = [], approval } = readSample<Sample>(program, name);
  const model = program.model(year, 'base');
  const made = sheets.flatMap((sheet, at): readonly StoredSheet[] => {
    const collector = collectorsIn(program).list.find((each) => each.id === sheet.collector);
    return collector ? [{ ...sheet, id: `sheet-${at + 1}`, year, name: nameOfSheet(model, collector, sheet).uk, addresses: addressesOf(program, model, collector, sheet) }] : [];
  });
  const uses = surveys.map((survey) => sampleUse(program, model, survey));
  if (made.length > 0) {
    program.change(sentence('sheets.make', { count: made.length }), ['collection'], (tx) => {
      for (const sheet of made) putSheet(tx, sheet);
      for (const use of uses) putUse(tx, use);
    });
  }
  if (approval && approval.decidedOn <= today(program)) await cycle['cycle.approve'](program, approval);
}
