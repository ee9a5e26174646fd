import type { Edition, JobView } from '../contract/api/documents.ts';
import type { ReportViews } from '../documents/needsReport.ts';
import type { SummaryFormat, SummaryViews } from '../documents/publicSummary.ts';

/** Work a thread can do: what can be copied, so that it crosses to the thread. */
export type JobWork = DocumentWork | SummaryWork | OpenDataWork | ImportWork;

/** Reading a table file: the rows come back as pieces and never lie on the disk. */
export interface ImportWork { readonly kind: 'import.read'; readonly name: string; readonly bytes: Uint8Array }

/** What every file needs to be made. */
interface FileWork {
  readonly language: 'uk' | 'en';
  readonly resourcesDir: string;
  /** ISO time written into the file; passed in so that the same input gives the same file. */
  readonly now: string;
  /** Name of the file without extension. */
  readonly name: string;
}

/** Making a paper. */
export interface DocumentWork extends FileWork { readonly kind: 'document'; readonly document: 'needs-report'; readonly edition: Edition; readonly format: 'docx' | 'pdf'; readonly views: ReportViews }
/** Making the public summary. */
export interface SummaryWork extends FileWork { readonly kind: 'summary'; readonly format: SummaryFormat; readonly views: SummaryViews }
/** Making the open data. */
export interface OpenDataWork extends FileWork { readonly kind: 'openData'; readonly views: ReportViews }

/** What a thread tells about its work. */
export type JobMessage =
  | { readonly kind: 'piece'; readonly piece: unknown }
  | { readonly kind: 'step'; readonly step: string; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly error: NonNullable<JobView['error']> };
