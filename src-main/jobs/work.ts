import type { Edition } from '../contract/api/documents.ts';
import type { ReportViews } from '../documents/needsReport.ts';

/** Work a thread can do: what can be copied, so that it crosses to the thread. */
export type JobWork = DocumentWork | ImportWork;

/** Reading a table file: the rows come back as pieces and never lie on the disk. */
export interface ImportWork { readonly kind: 'import.read'; readonly name: string; readonly bytes: Uint8Array }

/** Making a paper. */
export type DocumentWork = {
  readonly kind: 'document';
  readonly document: 'needs-report';
  readonly language: 'uk' | 'en';
  readonly edition: Edition;
  readonly views: ReportViews;
  readonly resourcesDir: string;
  /** ISO time written into the file; passed in so that the same input gives the same file. */
  readonly now: string;
  /** Name of the file without extension. */
  readonly name: string;
};

/** What a thread tells about its work. */
export type JobMessage =
  | { readonly kind: 'piece'; readonly piece: unknown }
  | { readonly kind: 'step'; readonly step: string; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly error: { readonly code: string; readonly details: Readonly<Record<string, unknown>> } };
