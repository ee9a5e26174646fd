import { z } from 'zod';
import type { ErrorObject } from '../errors.ts';
import { id, language, Nothing, paperFormat, scope, text } from '../inputs.ts';
import { command, mutation, query, type Revision } from '../method.ts';
import type { FileOut, Label } from '../models.ts';

/** робоча (equal to the screen) or для оприлюднення (counts under 5 hidden). */
export type Edition = 'service' | 'public';

/** A section of a paper with the department's own words. */
export interface DocumentSection {
  readonly id: string;
  readonly title: string;
  /** Text derived from the data today, '' when the section has only tables. */
  readonly derived: string;
  /** The department's words, kept in the plan. */
  readonly words: string;
  /** For recommendations: the derived text the words were written over, when it has changed since. */
  readonly basedOn: string | null;
  readonly stale: boolean;
  /** Words replace the derived text (recommendations) or follow it. */
  readonly mode: 'after' | 'instead';
}
/** A paper before it is made: its sections with the department’s words. */
export interface DocumentView { readonly id: 'needs-report'; readonly title: string; readonly sections: readonly DocumentSection[]; readonly warnings: readonly string[] }

/** State of a long job. */
export interface JobView {
  readonly jobId: string;
  readonly phase: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  /** Name of the present step: `jobs.step.<step>` in the locales. */
  readonly step: string;
  readonly done: number;
  readonly of: number;
  readonly result: unknown;
  readonly error: Omit<ErrorObject, 'kind'> | null;
}

/** Id of an approved snapshot the paper is made from; left out = the data as they stand now. */
const snapshot = id.optional();

/** Actions of papers and of long work. */
export const documents = {
  'documents.list': query(Nothing('Papers the program can make from this plan.')).returns<readonly { readonly id: string; readonly title: Label }[]>(),
  'document.view': query(z.strictObject({ ...scope, document: z.enum(['needs-report']), language, snapshot })
    .meta({ description: 'Sections of a paper: texts derived from the data, now or as approved in a snapshot, and the department’s own words.' })).returns<DocumentView>(),
  'document.setWords': mutation(z.strictObject({ document: z.enum(['needs-report']), section: id, language, words: text(20_000), basedOn: text(20_000).default('') })
    .meta({ description: 'Keeps the department’s words of a section; they survive regeneration.' })).returns<Revision>(),
  'job.start': command(z.strictObject({
    job: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('document'), document: z.enum(['needs-report']), language, edition: z.enum(['service', 'public']), format: paperFormat, ...scope, snapshot }),
      z.strictObject({ kind: z.literal('summary'), language, format: z.enum(['docx', 'pdf', 'png']), ...scope, snapshot }),
      z.strictObject({ kind: z.literal('openData'), language, ...scope, snapshot }),
    ]),
  }).meta({ description: 'Starts long work in a thread of its own: making a paper, the public summary or the open data. Returns at once.' })).returns<{ readonly jobId: string }>(),
  'job.get': query(z.strictObject({ jobId: id }).meta({ description: 'How far a job is, and its result when done (a paper as a file).' })).returns<JobView>(),
  'job.cancel': command(z.strictObject({ jobId: id }).meta({ description: 'Ends the thread of a job.' })).returns<null>(),
};
export type { FileOut };
