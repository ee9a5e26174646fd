/**
 * Closed list of error codes. Sentences for people stand in the locales (`errors.<code>`), in both languages,
 * and say what happened and what to do; `meaning` here is for logs, support and the command line.
 */
export const ERRORS = {
  // input: the caller sent something the contract does not allow
  'input.invalid': { kind: 'input', meaning: 'The input does not fit the schema of the method; details.issues lists path and message.' },
  'input.unknownMethod': { kind: 'input', meaning: 'No method of this name; details.method.' },
  'input.value': { kind: 'input', meaning: 'A figure is not allowed here (negative, fraction of a person, share above 1); details.key, details.reason.' },
  'input.unknownId': { kind: 'input', meaning: 'An id is not known; details.what, details.id.' },
  'input.fileName': { kind: 'input', meaning: 'A file name is empty, too long or has characters that Windows forbids; details.name.' },
  'staff.person': { kind: 'refusal', meaning: 'A position, note or line of work reads like the name of a person; details.text.' },
  'staff.nameless': { kind: 'input', meaning: 'An own line of work has no name.' },
  'staff.parameter': { kind: 'input', meaning: 'A parameter lies outside what is possible; details.parameter, details.least, details.most.' },
  'workload.value': { kind: 'input', meaning: 'Posts by workload cannot be counted with this; details.field, details.reason (negative, share, hours, tooLarge).' },
  'survey.answer': { kind: 'input', meaning: 'An answer does not fit its question; details.question, details.id.' },
  'survey.nothing': { kind: 'input', meaning: 'Nothing was answered: there is nothing to store.' },
  'survey.roleTwice': { kind: 'input', meaning: 'The questionnaire has a question of this role already; details.role.' },
  // refusal: understood, but not now
  'survey.notWeighted': { kind: 'refusal', meaning: 'Weighted results were asked for, but no margin is known or the weights do not reach the margins; details.off (0–1, null = nothing to weight to).' },
  'plan.none': { kind: 'refusal', meaning: 'No plan is open.' },
  'plan.exists': { kind: 'refusal', meaning: 'A file of this name already exists; details.path.' },
  'plan.readOnly': { kind: 'refusal', meaning: 'The plan is open for reading only; details.reason.' },
  'plan.locked': { kind: 'refusal', meaning: 'Another program has the plan open; details.computer, details.since.' },
  'plan.newer': { kind: 'refusal', meaning: 'The plan was made by a newer version of the program; details.version.' },
  'plan.nothingToUndo': { kind: 'refusal', meaning: 'There is nothing to undo.' },
  'plan.nothingToRedo': { kind: 'refusal', meaning: 'There is nothing to redo.' },
  'plan.compacted': { kind: 'refusal', meaning: 'The last change cannot be taken back: compaction of the history took its details; details.at.' },
  'year.exists': { kind: 'refusal', meaning: 'The plan already has this year; details.year.' },
  'territory.hasChildren': { kind: 'refusal', meaning: 'A territory with territories inside cannot be removed; details.id.' },
  'provider.unitOfUnit': { kind: 'refusal', meaning: 'A unit can belong only to a provider that is no unit itself, and a provider with units cannot become one; details.name.' },
  'package.noWay': { kind: 'input', meaning: 'A basis, day or note was given for a service and place of the minimal package that have no answer yet; details.service, details.territory.' },
  'audit.exists': { kind: 'refusal', meaning: 'The facility has an accessibility audit of this day already; details.day.' },
  'audit.rule': { kind: 'input', meaning: 'The share from which on a facility is partly barrier-free lies above the share from which on it is barrier-free.' },
  'audit.publicWords': { kind: 'refusal', meaning: 'Words of an act for publication (who audited, name of the facility, fixes) read like personal data; details.count.' },
  'audit.noList': { kind: 'refusal', meaning: 'The reference book of the plan has no checklist of accessibility: it must be accepted anew.' },
  'restoration.circle': { kind: 'refusal', meaning: 'Tasks of restoration would wait for each other in a circle; details.names in their order.' },
  'restoration.about': { kind: 'input', meaning: 'A state is of one service or of one point of administrative services: one of the two must be named, not both.' },
  'restoration.dates': { kind: 'input', meaning: 'A last day lies before the first; details.from, details.to.' },
  'restoration.future': { kind: 'input', meaning: 'A state that is seen, a day done or told lies in the future; details.date.' },
  'place.noPoint': { kind: 'refusal', meaning: 'The place to measure from has no coordinates itself; details.name.' },
  'travel.sameTwice': { kind: 'input', meaning: 'The same way stands twice with different minutes; details.from, details.to.' },
  'travel.dates': { kind: 'input', meaning: 'A correction ends before it begins; details.from, details.to.' },
  'integration.onlyShare': { kind: 'input', meaning: 'A survey fills only indicators that are shares; details.indicator, details.name.' },
  'integration.surveyNothing': { kind: 'input', meaning: 'Nobody answered the question, or no option was chosen; details.question.' },
  'integration.noBook': { kind: 'refusal', meaning: 'The reference book of the plan has no indicators of integration: it must be accepted anew.' },
  'integration.population': { kind: 'input', meaning: 'The indicator is not measured for this population; details.name, details.population.' },
  'integration.computed': { kind: 'input', meaning: 'The program computes this indicator: nothing can be entered; details.name.' },
  'integration.aboveAll': { kind: 'input', meaning: 'A part is larger than its whole; details.name, details.numerator, details.denominator.' },
  'integration.both': { kind: 'input', meaning: 'A value and the counts it follows from were given together; details.name.' },
  'integration.range': { kind: 'input', meaning: 'A value lies outside the scale of the indicator; details.name, details.most.' },
  'integration.bounds': { kind: 'input', meaning: 'Bounds without a value, or the value lies outside them; details.name.' },
  'integration.twice': { kind: 'input', meaning: 'The same line was given twice; details.name.' },
  'integration.periodTaken': { kind: 'refusal', meaning: 'The period has values already; details.period.' },
  'integration.nothing': { kind: 'refusal', meaning: 'There is nothing to take or move; details.period.' },
  'integration.targetNeutral': { kind: 'input', meaning: 'An indicator without a better side has no target; details.name.' },
  'integration.targetEmpty': { kind: 'input', meaning: 'A target number is asked for but not given; details.name.' },
  'integration.targetHost': { kind: 'input', meaning: 'The residents cannot be the target here: they are measured themselves or not at all; details.name.' },
  'integration.targetBaseline': { kind: 'input', meaning: 'The period of the baseline has no value; details.name, details.period.' },
  'integration.targetWorse': { kind: 'input', meaning: 'The target is worse than the baseline; details.name.' },
  'integration.used': { kind: 'refusal', meaning: 'An own indicator with values keeps how it is counted and for whom; details.name, details.count.' },
  'cycle.exists': { kind: 'refusal', meaning: 'There is a determination of this kind and year already; details.year.' },
  'cycle.approved': { kind: 'refusal', meaning: 'The determination has an approved snapshot and stays; details.name.' },
  'cycle.dates': { kind: 'input', meaning: 'A stage ends before it begins; details.from, details.to.' },
  'cycle.reason': { kind: 'input', meaning: 'A stage that is not needed has no reason.' },
  'cycle.future': { kind: 'input', meaning: 'A day done or decided lies in the future; details.date.' },
  'cycle.person': { kind: 'refusal', meaning: 'A role or body reads like the name of a person; details.text; repeat with notAPerson when it is none.' },
  'approval.unknown': { kind: 'refusal', meaning: 'Needs are not known and no reason is given; details.count.' },
  'snapshot.noPaper': { kind: 'refusal', meaning: 'A snapshot made before this paper was kept; details.name.' },
  'snapshot.noIndicators': { kind: 'refusal', meaning: 'A snapshot made before tables of indicators were kept; details.name.' },
  'snapshot.exists': { kind: 'refusal', meaning: 'A snapshot of this name exists already; details.name.' },
  'projection.ageGroup': { kind: 'refusal', meaning: 'A group that is an age band grows by age and by those who come or leave, not by residents who join; details.name, details.from.' },
  'projection.eventPlace': { kind: 'refusal', meaning: 'A difference in an event names another place than that of the event; details.name.' },
  'projection.nothing': { kind: 'refusal', meaning: 'Nothing to take over: the numbers are not known or figures of the year stand already; details.year.' },
  'scenario.exists': { kind: 'refusal', meaning: 'A scenario of this id or name exists; details.name.' },
  'job.unknown': { kind: 'refusal', meaning: 'No such job, or its result was already collected; details.jobId.' },
  'job.cancelled': { kind: 'refusal', meaning: 'The job was cancelled.' },
  'work.running': { kind: 'refusal', meaning: 'A long action of the plan (approval, compaction) runs already.' },
  'work.stale': { kind: 'refusal', meaning: 'The plan was changed or closed while a long action was being prepared: nothing was stored.' },
  'publication.words': { kind: 'refusal', meaning: 'Words of a file for publication read like personal data or small counts and nobody confirmed them; details.count, details.file.' },
  'choice.reason': { kind: 'refusal', meaning: 'A choice other than the usual one needs a reason; details.what.' },
  'rate.unusable': { kind: 'refusal', meaning: 'This source has no share that can count for the group and service; details.source, details.why.' },
  'collection.confirm': { kind: 'refusal', meaning: 'The list of indicators is the one the program proposes, so it cannot be confirmed as the official one.' },
  'collection.linked': { kind: 'refusal', meaning: 'The indicator has a link already.' },
  'collection.empty': { kind: 'refusal', meaning: 'A sheet would ask for nothing; details.name.' },
  'collection.noList': { kind: 'data', meaning: 'No list of indicators was found in the file.' },
  'import.unknown': { kind: 'refusal', meaning: 'No such import: it was finished, closed, or dropped because nobody used it or another plan was opened; details.importId.' },
  'import.personal': { kind: 'refusal', meaning: 'Columns with personal data would be kept; details.columns (letters).' },
  'import.mapping': { kind: 'refusal', meaning: 'What the columns mean is not complete; details.reason.' },
  'import.register': { kind: 'data', meaning: 'The file has no head of the provider register: no column of names with a column of codes or services.' },
  'import.stale': { kind: 'refusal', meaning: 'The plan or the choices changed since the check: it must be made again.' },
  // data: something on disk is not as it should be
  'plan.notFound': { kind: 'data', meaning: 'There is no file at this path; details.path.' },
  'plan.foreign': { kind: 'data', meaning: 'The file is not a plan of this program; details.path.' },
  'plan.damaged': { kind: 'data', meaning: 'The plan file is damaged; it was not changed; details.path, details.backup (newest verified copy or null).' },
  'plan.journalMissing': { kind: 'data', meaning: 'The plan was copied while a change was being written and its journal did not come along; details.path.' },
  'folder.notFound': { kind: 'data', meaning: 'The folder cannot be read; details.path.' },
  'disk.full': { kind: 'data', meaning: 'The disk is full or refuses writing; details.path.' },
  'backup.failed': { kind: 'data', meaning: 'The automatic backup of today could not be made; work goes on; details.path.' },
  'backup.notFound': { kind: 'data', meaning: 'There is no such backup; details.path.' },
  'reference.noBook': { kind: 'data', meaning: 'The file is no reference book of the program at all.' },
  'reference.older': { kind: 'data', meaning: 'A reference book is not newer than the one in force; details.version, details.present.' },
  'reference.invalid': { kind: 'data', meaning: 'The reference pack cannot be read; details.reason.' },
  'staff.noTable': { kind: 'data', meaning: 'No table with a column of positions and one of posts was found; details.name.' },
  'travel.noTable': { kind: 'data', meaning: 'Neither a list from–to–minutes nor a square table of minutes was found.' },
  'import.format': { kind: 'data', meaning: 'The file is no table the program reads; details.name, details.found (html, pdf, docx, text, zip, picture, unknown).' },
  'import.oldExcel': { kind: 'data', meaning: 'A workbook of an old or binary kind (.xls, .xlsb): it must be saved as .xlsx first; details.name.' },
  'import.password': { kind: 'data', meaning: 'The file is protected with a password.' },
  'import.damaged': { kind: 'data', meaning: 'The file is cut off or contradicts itself; details.why.' },
  'import.unread': { kind: 'data', meaning: 'The window cannot read the chosen file: it was moved, or its disk is gone; details.name.' },
  'import.empty': { kind: 'data', meaning: 'There is no filled cell in the file.' },
  'import.tooLarge': { kind: 'data', meaning: 'The file is larger than any table of a community, or unpacks to more than it should; details.what, details.limit.' },
  'import.unsafe': { kind: 'data', meaning: 'The file declares entities or a document type, which no spreadsheet program does; details.part.' },
  // transport and bug
  'transport.lost': { kind: 'transport', meaning: 'The program behind the window does not answer.' },
  'transport.forbidden': { kind: 'transport', meaning: 'The request did not come from the program window.' },
  bug: { kind: 'bug', meaning: 'An error of the program itself; details.id leads to the log.' },
} as const satisfies Record<string, { kind: 'input' | 'refusal' | 'data' | 'transport' | 'bug'; meaning: string }>;

/** A code of {@link ERRORS}. */
export type ErrorCode = keyof typeof ERRORS;

/** JSON details of an error: only what a sentence or a support person needs, never personal data. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** An error as it crosses a door. */
export interface ErrorObject {
  readonly code: ErrorCode;
  readonly kind: (typeof ERRORS)[ErrorCode]['kind'];
  readonly details: ErrorDetails;
}

/** Answer of `dispatch`: a value or an error, never an exception. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorObject };

/** Thrown inside the program to refuse with a code; `dispatch` turns it into an {@link ErrorObject}. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(`${code}: ${ERRORS[code].meaning}`, options);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
