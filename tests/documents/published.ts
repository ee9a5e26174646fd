import { buildNeedsReport, type ReportViews } from '../../src-main/documents/needsReport.ts';
import { openDataFiles } from '../../src-main/documents/openData.ts';
import { buildSummary } from '../../src-main/documents/publicSummary/model.ts';
import { textOf } from '../../src-main/documents/tree.ts';
import { NOW } from './read.ts';

/** Reads CSV as RFC 4180 says: quotes doubled, line ends inside quotes kept. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] as string;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') { cell += '"'; i += 1; } else if (c === '"') quoted = false; else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') { row.push(cell); cell = ''; } else if (c === '\r' && text[i + 1] === '\n') { rows.push([...row, cell]); row = []; cell = ''; i += 1; } else cell += c;
  }
  return rows;
}

/** Rows of a table of the open data as records. */
export function table(views: ReportViews, name: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = parseCsv(openDataFiles(views, NOW)[`${name}.csv`] ?? '');
  return rows.map((row) => Object.fromEntries(head.map((field, i) => [field, row[i] ?? ''])));
}

/** What a reader of every file knows of a number: its value, that it is 1–4, or that it is hidden. Several files are joined. */
export type Told = { readonly kind: 'value'; readonly n: number } | { readonly kind: 'small' } | { readonly kind: 'hidden' } | { readonly kind: 'nothing' };
const read = (text: string): Told => {
  const digits = text.replaceAll(/[~*\s\u00a0]/g, '');
  return /^\d+$/.test(digits) ? { kind: 'value', n: Number(digits) } : /менше/.test(text) ? { kind: 'small' } : /приховано/.test(text) ? { kind: 'hidden' } : { kind: 'nothing' };
};

const NEEDS = 'Загальна, задоволена і незадоволена потреба';
export const FIELDS = ['general', 'served', 'unmet'] as const;
export type Row = Readonly<Record<(typeof FIELDS)[number], Told>>;
export interface ByFile { readonly report: Row | null; readonly open: Row; readonly summary: Row | null }

/** Everything told of each service, file by file. */
export function toldOfServices(views: ReportViews): ReadonlyMap<string, ByFile> {
  const paper = buildNeedsReport(views, { language: 'uk', edition: 'public' });
  const report = paper.blocks.find((b) => b.kind === 'table' && b.caption === NEEDS);
  const rows = report?.kind === 'table' ? report.rows.map((row) => row.map(textOf)) : [];
  const summary = buildSummary({ report: views, extra: { who: '', kind: null, next: null, plans: '', contact: '' } }, 'uk').rows;
  const open = table(views, 'needs').filter((row) => row['territory'] === views.plan.root);
  const of = (service: string, indicator: string): Told => {
    const row = open.find((each) => each['service'] === service && each['indicator'] === indicator);
    return row?.['status'] === 'published' ? { kind: 'value', n: Number(row['value']) } : row?.['status'] === 'suppressed' ? { kind: 'hidden' } : { kind: 'nothing' };
  };
  return new Map(views.needs.rows.map((need) => {
    const name = need.name?.uk ?? '';
    const printed = rows.find((row) => row[0] === name || row[0]?.startsWith(`${name} (`));
    const short = summary.find((row) => row.id === need.id);
    const row = (cells: readonly string[]): Row => ({ general: read(cells[0] ?? ''), served: read(cells[1] ?? ''), unmet: read(cells[2] ?? '') });
    return [need.id, {
      report: printed ? row(printed.slice(2, 5)) : null, summary: short ? row([short.general, short.served, short.unmet]) : null,
      open: { general: of(need.id, 'general_need'), served: of(need.id, 'served'), unmet: of(need.id, 'unmet_need') },
    }];
  }));
}

/** Files told together: a value where any tells it. */
export const joined = (files: readonly (Told | undefined)[]): Told =>
  files.find((told) => told?.kind === 'value') ?? files.find((told) => told?.kind === 'small') ?? files.find((told) => told?.kind === 'hidden') ?? { kind: 'nothing' };

/** Can a number be this, for all a reader knows? Hidden numbers are no zero and no 1–4 where the files say «менше 5» of those. */
export const possible = (told: Told, n: number): boolean => (told.kind === 'value' ? told.n === n : told.kind === 'small' ? n >= 1 && n <= 4 : true);
