import { z } from 'zod';
import { fileBytes, fileName, id, isoDate, language, optionalId, paperFormat, scope, text } from '../inputs.ts';
import { mutation, query, type Revision } from '../method.ts';
import type { FileOut, Label } from '../models.ts';
import { QUESTION_KINDS, ROLES, SELECTIONS } from '../lists.ts';

export type QuestionKind = (typeof QUESTION_KINDS)[number];
export type Role = (typeof ROLES)[number];

/** A choice of a question. For `territory` and `groups` the id is that of the plan. */
export interface Option { readonly id: string; readonly text: string }
/** One question. `scale` counts from 1 to `max`. `service` is an id of the classifier, '' otherwise. */
export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly role: Role | '';
  readonly title: string;
  readonly options: readonly Option[];
  readonly service: string;
  readonly max: number;
}
/** Needs it (1 yes, 0 no), gets it (1, 0), satisfaction 1–5; null = not answered. */
export type ServiceAnswer = readonly [needs: number | null, gets: number | null, satisfied: number | null];
/** What was answered to one question, by its kind: option id, option ids, number, text, or {@link ServiceAnswer}. A question left out was not answered. */
export type AnswerValue = string | number | readonly string[] | ServiceAnswer;
/** Answers of one respondent by question id. Nothing says who or when. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** How respondents were chosen: only `random` and `all` allow a margin of error. */
export type Selection = (typeof SELECTIONS)[number];

/** How many answers are wanted. Defaults are assumptions of the program (resources/templates/questionnaire.json). */
export interface SamplePlan {
  /** Wanted margin, 0–1, at 95 %. */
  readonly margin: number;
  /** `whole`: the margin holds for the community; `each`: for each part. */
  readonly goal: 'whole' | 'each';
  readonly allocation: 'proportional' | 'equal';
  /** How much the way of choosing widens the margin; 1 = simple random. */
  readonly designEffect: number;
  /** Share of the invited who will answer, 0–1. */
  readonly response: number;
  /** Parts the plan is made for. */
  readonly by: Role;
}
/** Which known margins the answers are weighted to, and how far one weight may go from the average. */
export interface Weighting { readonly by: readonly Role[]; readonly low: number; readonly high: number }
/** Entered sizes of strata, persons: by role and option; '' = the whole. They stand before the plan's own figures. */
export type Targets = Readonly<Partial<Record<Role | 'whole', Readonly<Record<string, number>>>>>;

/** A survey in the list. */
export interface SurveyInfo {
  readonly id: string;
  readonly name: string;
  /** ISO dates of the field work, '' = not given. */
  readonly started: string;
  readonly ended: string;
  readonly selection: Selection;
  /** How many people were asked to answer, null = not recorded. */
  readonly invited: number | null;
  readonly note: string;
  readonly questions: number;
  readonly answers: number;
}

/** A question with what is wrong with it. */
export interface QuestionView extends Question {
  /** Its words ask for personal data: which kind. */
  readonly asks: 'name' | 'phone' | 'address' | 'taxNumber' | 'document' | 'email' | 'birthDate' | null;
  /** Official name of the service, null when it is not confirmed or the question is of another kind. */
  readonly serviceName: Label | null;
}
/** The questionnaire as it is asked now. */
export interface FormView extends SurveyInfo { readonly list: readonly QuestionView[]; readonly plan: SamplePlan; readonly weighting: Weighting; readonly assumptions: Label }

/** One part of the sampling plan and its response. null = the size of the part is not known. */
export interface SampleRow {
  readonly id: string;
  readonly name: Label;
  readonly population: number | null;
  /** Where the size comes from: entered here, a figure of the plan (also an estimate), or nowhere. */
  readonly from: 'entered' | 'plan' | 'none';
  readonly needed: number | null;
  readonly invited: number | null;
  /** Margin the needed answers give in this part, 0–1; null for one answer or none. */
  readonly margin: number | null;
  readonly answered: number;
}
/** How many answers are needed, and how many came, by stratum. */
export interface SampleView {
  readonly plan: SamplePlan;
  readonly whole: SampleRow;
  readonly rows: readonly SampleRow[];
  /** Answers that name no part. */
  readonly unplaced: number;
  /** Parts overlap (groups): their sizes and answers are not added. */
  readonly overlapping: boolean;
  /** Margin that the answers at hand give for the whole, 0–1; null when respondents were not chosen by chance. */
  readonly reached: number | null;
  readonly chance: boolean;
  readonly selection: Selection;
  /** The sizes typed for the margins of the weighting, by role, with those of the plan. */
  readonly sizes: readonly { readonly role: Role; readonly rows: readonly Omit<SampleRow, 'needed' | 'invited' | 'margin'>[] }[];
}

/**
 * A share among respondents. `few`: under 30 answers, counts only; `indicative`: not chosen by chance, no interval; `rate`: with a 95 %
 * interval; `exact`: everybody answered; `conflict`: more answers than people; `none`: nobody answered.
 */
export interface Share {
  readonly kind: 'rate' | 'exact' | 'indicative' | 'few' | 'conflict' | 'none';
  readonly yes: number;
  readonly answered: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Answers the interval rests on: effective number after weighting, corrected for the finite population. */
  readonly nEff: number | null;
  /** Effective number of answers after weighting (Kish), before the finite population; equals `answered` without weights. */
  readonly kish: number;
  readonly population: number | null;
}
/** A service or option with its share, plain and weighted. */
export interface ShareRow { readonly id: string; readonly name: Label; readonly code: string | null; readonly share: Share; readonly weighted: Share | null }
/** What answers say of one service. */
export interface ServiceResult extends ShareRow {
  readonly question: string;
  readonly gets: number;
  readonly getsAnswered: number;
  /** Needs it and does not get it: counts. */
  readonly without: number;
  /** Of those who get it and said how satisfied they are: 4 and 5 of 5. */
  readonly satisfied: Share;
  readonly satisfaction: number | null;
}
/** Why a role cannot be a margin: no question, sizes missing, options that nobody answered (their people are not represented). */
export interface WeightMargin {
  readonly role: Role;
  readonly chosen: boolean;
  readonly state: 'used' | 'off' | 'noQuestion' | 'missing' | 'zero';
  /** Options without a known size. */
  readonly missing: readonly Label[];
  /** Options with people but without answers: no weight can speak for them. */
  readonly empty: readonly Label[];
  /** Respondents who did not say. */
  readonly unsaid: number;
}
/** How answers are weighted and what it does to them. */
export interface WeightView {
  readonly margins: readonly WeightMargin[];
  /** null = no margins to weight to. */
  readonly result: {
    readonly converged: boolean; readonly iterations: number;
    /** Largest difference between a weighted share and its margin, 0–1. */
    readonly off: number; readonly trimmed: number; readonly kish: number; readonly lowest: number; readonly highest: number;
  } | null;
}
/** What the answers say. */
export interface ResultsView {
  readonly survey: SurveyInfo;
  readonly answers: number;
  /** Respondents in the chosen part. */
  readonly among: number;
  readonly population: number | null;
  readonly weights: WeightView;
  readonly services: readonly ServiceResult[];
  readonly questions: readonly { readonly id: string; readonly title: string; readonly kind: QuestionKind; readonly answered: number; readonly mean: number | null; readonly rows: readonly ShareRow[] }[];
  readonly strata: readonly { readonly role: Role; readonly options: readonly { readonly id: string; readonly name: Label; readonly answers: number }[] }[];
  /** The chosen service by strata. */
  readonly split: readonly { readonly role: Role; readonly rows: readonly ShareRow[] }[];
}

/** A cell of the plan that a survey can fill: service × group, for the whole community or in one territory. */
export interface TakeRow {
  readonly service: string;
  readonly group: string;
  /** The territory, '' = the whole community. */
  readonly territory: string;
  readonly serviceName: Label | null;
  readonly code: string | null;
  readonly groupName: Label;
  /** null = the whole community. */
  readonly territoryName: Label | null;
  readonly yes: number;
  readonly answered: number;
  readonly population: number | null;
  readonly share: Share;
  /** What stands in the plan now. */
  readonly now: { readonly yes: number | null; readonly answered: number | null; readonly source: string };
  /** Why it cannot be taken over. */
  readonly blocked: 'none' | 'conflict' | null;
}
/** A territory in taking over: how many answers, how many cells can be taken, and why none: too few answers there, or too few of one group to one question. */
export interface TakePlace { readonly id: string; readonly name: Label; readonly answers: number; readonly cells: number; readonly why: 'few' | 'fewInGroups' | 'conflict' | null }
/** By territory only cells with a share (30 answers and more) are rows; `places` says of every territory how it stands, and is empty for the whole community. */
export interface TakeView {
  readonly source: string; readonly weighted: boolean; readonly canWeight: boolean;
  readonly by: TakeBy;
  readonly rows: readonly TakeRow[];
  readonly places: readonly TakePlace[];
}
/** What results are taken over for. */
export type TakeBy = 'whole' | 'territory';

/** Who answered and how the results were weighted, as it was when they were taken over. Effective numbers by Kish. */
export interface TakenFacts {
  readonly name: string;
  readonly started: string;
  readonly ended: string;
  readonly invited: number | null;
  readonly note: string;
  readonly answered: number;
  readonly population: number | null;
  readonly designEffect: number;
  readonly strata: readonly { readonly role: Role; readonly unsaid: number; readonly rows: readonly { readonly name: Label; readonly people: number | null; readonly answered: number }[] }[];
  readonly weights: { readonly by: readonly Role[]; readonly kish: number; readonly lowest: number; readonly highest: number } | null;
}

/** Stored answers of a survey, some at a time. `n` is a running number in the order of the random ids: it says neither who nor when. */
export interface AnswersView { readonly count: number; readonly rows: readonly { readonly id: string; readonly n: number; readonly answers: Answers }[] }

/** A theme open answers are coded to. */
export interface Theme { readonly id: string; readonly name: string; readonly count: number }
/** Open answers with their themes. */
export interface OpenView {
  readonly questions: readonly { readonly id: string; readonly title: string; readonly answered: number }[];
  readonly question: string;
  readonly themes: readonly Theme[];
  readonly rows: readonly { readonly answer: string; readonly text: string; readonly themes: readonly string[] }[];
  readonly coded: number;
}

/** What a column of a pasted table is: a question, and for a service which part of it. '' = skipped. */
export interface ColumnUse { readonly question: string; readonly part: '' | 'needs' | 'gets' | 'satisfied' }
/** A pasted table as it was understood. */
export interface ReadView {
  readonly columns: readonly { readonly title: string; readonly use: ColumnUse; readonly personal: string | null; readonly sample: readonly string[] }[];
  readonly rows: number;
  readonly good: number;
  /** Cells that were not understood: row from 1 (without the head), column, text. At most 100. */
  readonly unread: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly unreadCount: number;
  /** Words hidden in open answers. */
  readonly hidden: number;
}

/** A saved table as text; `cut` = rows beyond what can be taken at once. */
export interface FileRows { readonly rows: readonly (readonly string[])[]; readonly cut: number }

const part = z.enum(['', 'needs', 'gets', 'satisfied']);
const role = z.enum(ROLES);
const option = z.strictObject({ id, text: text(300) });
const question = z.strictObject({
  kind: z.enum(QUESTION_KINDS), role: z.union([role, z.literal('')]).default(''), title: text(600).min(1), options: z.array(option).max(100).default([]),
  service: optionalId.default(''), max: z.number().int().min(2).max(10).default(5),
});
const answerValue = z.union([text(4000), z.number(), z.array(z.string().max(120)).max(100), z.tuple([z.number().nullable(), z.number().nullable(), z.number().nullable()])]);
const answers = z.record(id, answerValue);
const share = z.number().gt(0).max(1);
const table = { survey: id, rows: z.array(z.array(z.string().max(4000)).max(400)).max(20_000), head: z.boolean().default(true), uses: z.array(z.strictObject({ question: optionalId, part })).max(400).optional() };

/** Actions of surveys. */
export const surveys = {
  'surveys.view': query(z.strictObject({}).meta({ description: 'Surveys of the plan: name, dates, how respondents were chosen, questions and answers.' })).returns<readonly SurveyInfo[]>(),
  'surveys.form.view': query(z.strictObject({ survey: id }).meta({ description: 'A survey with its questionnaire; questions that ask for personal data are named.' })).returns<FormView>(),
  'surveys.sample.view': query(z.strictObject({ ...scope, survey: id }).meta({ description: 'How many answers are needed for the wanted margin, by parts of the community or by groups, and how many there are.' })).returns<SampleView>(),
  'surveys.results.view': query(z.strictObject({ ...scope, survey: id, role: z.union([role, z.literal('')]).default(''), option: optionalId.default(''), question: optionalId.default('') })
    .meta({ description: 'Shares with 95 % intervals, unweighted and weighted, satisfaction, among all or one part of the respondents; a question can be split by parts.' })).returns<ResultsView>(),
  'surveys.open.view': query(z.strictObject({ survey: id, question: optionalId.default('') }).meta({ description: 'Open answers of a question with their themes and counts.' })).returns<OpenView>(),
  'surveys.answers.view': query(z.strictObject({ survey: id, from: z.number().int().min(0).max(1e6).default(0), limit: z.number().int().min(1).max(200).default(50), answer: optionalId.default('') })
    .meta({ description: 'Stored answers, some at a time, or the one with this id.' })).returns<AnswersView>(),
  'surveys.take.view': query(z.strictObject({ ...scope, survey: id, weighted: z.boolean().default(false), by: z.enum(['whole', 'territory']).default('whole') }).meta({ description: 'What taking the results over into the plan would store, cell by cell, for the whole community or by territory.' })).returns<TakeView>(),
  'surveys.read': query(z.strictObject(table).meta({ description: 'Reads a pasted table of answers without storing: what each column is, what was not understood, what looks personal.' })).returns<ReadView>(),
  'surveys.file': query(z.strictObject({ name: fileName, base64: fileBytes }).meta({ description: 'Rows of the fullest sheet of a saved table (.xlsx, .ods, .csv), as text; nothing is stored.' })).returns<FileRows>(),
  'surveys.questionnaire': query(z.strictObject({ survey: id, language, large: z.boolean().default(false), format: paperFormat }).meta({ description: 'The questionnaire for printing as a .docx or .pdf file; large = large print.' })).returns<FileOut>(),
  'surveys.add': mutation(z.strictObject({ name: text(200).min(1), from: z.enum(['builtin', 'empty', 'copy']), copy: optionalId.default(''), language })
    .meta({ description: 'Adds a survey with the built-in questionnaire, an empty one, or the questionnaire of another survey (never its answers).' })).returns<Revision & { readonly id: string }>(),
  'surveys.set': mutation(z.strictObject({
    survey: id, name: text(200).min(1).optional(), started: z.union([isoDate, z.literal('')]).optional(), ended: z.union([isoDate, z.literal('')]).optional(), selection: z.enum(SELECTIONS).optional(), invited: z.number().int().min(0).max(1e9).nullable().optional(), note: text(1000).optional(),
    plan: z.strictObject({ margin: z.number().min(0.005).max(0.5), goal: z.enum(['whole', 'each']), allocation: z.enum(['proportional', 'equal']), designEffect: z.number().min(1).max(10), response: share, by: role }).optional(),
    weighting: z.strictObject({ by: z.array(z.enum(['territory', 'sex', 'age'])).max(3), low: z.number().min(0.01).max(1), high: z.number().min(1).max(100) }).optional(),
  }).meta({ description: 'Changes facts of a survey; what is left out stays.' })).returns<Revision>(),
  'surveys.size': mutation(z.strictObject({ survey: id, role: z.enum([...ROLES, 'whole']), option: optionalId.default(''), people: z.number().int().min(0).max(1e9).nullable() })
    .meta({ description: 'Enters how many people are in a part for this survey; null takes it back, so that the figure of the plan counts.' })).returns<Revision>(),
  'surveys.remove': mutation(z.strictObject({ survey: id }).meta({ description: 'Removes a survey with its questionnaire and answers; figures taken over from it stay.' })).returns<Revision>(),
  'surveys.question.put': mutation(z.strictObject({ survey: id, id: optionalId.default(''), question, after: optionalId.default('') })
    .meta({ description: 'Adds a question (empty id; after = the one before it, empty = at the end) or changes it whole.' })).returns<Revision & { readonly id: string }>(),
  'surveys.question.move': mutation(z.strictObject({ survey: id, id, by: z.number().int().min(-500).max(500) }).meta({ description: 'Moves a question up (negative) or down.' })).returns<Revision>(),
  'surveys.question.remove': mutation(z.strictObject({ survey: id, id }).meta({ description: 'Removes a question; what was answered to it is no longer shown.' })).returns<Revision>(),
  'surveys.answer.add': mutation(z.strictObject({ survey: id, answers }).meta({ description: 'Stores the answers of one respondent; words of open answers that look personal are hidden first.' })).returns<Revision & { readonly id: string; readonly hidden: number; readonly answers: number }>(),
  'surveys.answer.set': mutation(z.strictObject({ survey: id, id, answers }).meta({ description: 'Corrects the answers of one respondent whole; themes stay on open answers that are still there.' })).returns<Revision & { readonly hidden: number }>(),
  'surveys.answer.remove': mutation(z.strictObject({ survey: id, id }).meta({ description: 'Removes the answers of one respondent with their themes.' })).returns<Revision>(),
  'surveys.answers.add': mutation(z.strictObject(table).meta({ description: 'Stores a pasted table of answers, one row a respondent, in one step and in no order.' })).returns<Revision & { readonly added: number }>(),
  'surveys.answers.clear': mutation(z.strictObject({ survey: id }).meta({ description: 'Removes all answers of a survey.' })).returns<Revision>(),
  'surveys.theme.put': mutation(z.strictObject({ survey: id, question: id, id: optionalId.default(''), name: text(120).min(1) }).meta({ description: 'Adds a theme of open answers (empty id) or renames it.' })).returns<Revision & { readonly id: string }>(),
  'surveys.theme.remove': mutation(z.strictObject({ survey: id, question: id, id }).meta({ description: 'Removes a theme and takes it off all answers.' })).returns<Revision>(),
  'surveys.code': mutation(z.strictObject({ survey: id, question: id, answer: id, theme: id, on: z.boolean() }).meta({ description: 'Puts a theme on an open answer or takes it off.' })).returns<Revision>(),
  'surveys.take': mutation(z.strictObject({ ...scope, survey: id, weighted: z.boolean().default(false), cells: z.array(z.strictObject({ service: id, group: id, territory: optionalId.default('') })).min(1).max(5000) })
    .meta({ description: 'Takes results over into the plan: yes, answered and population of service × group (territory empty = the whole community), method survey, in one step.' })).returns<Revision>(),
};
