import type { Answers, AnswerValue, ColumnUse, FileRows, Question, ReadView } from '../contract/api/surveys.ts';
import type { Parsed } from '../contract/api.ts';
import { asksPersonal, hidePersonal, MASK, withoutForbidding } from '../domain/surveys/personal.ts';
import { readAnswers, suggestColumns } from '../domain/surveys/read.ts';
import { guardSheet, personalIn } from '../imports/personal/guard.ts';
import { questionsOf } from '../store/surveys.ts';
import type { RawCell } from '../imports/types.ts';
import { fromBase64 } from './bytes.ts';
import type { Program } from './program.ts';
import { anyModel, asked, surveyOf } from './surveyFacts.ts';
import { readTables } from './tables.ts';

/** Answers with what looks personal hidden in the open ones, and how many pieces were. */
export function withoutPersonal(questions: readonly Question[], answers: Answers): { readonly answers: Answers; readonly hidden: number } {
  let hidden = 0;
  const kept: Record<string, AnswerValue> = { ...answers };
  for (const question of questions) {
    const value = answers[question.id];
    if (question.kind !== 'open' || typeof value !== 'string') continue;
    const codes = hidePersonal(value);
    hidden += codes.hidden;
    // A sentence that names a person or a place to live is hidden whole.
    kept[question.id] = codes.text.split(/(?<=[.!?;\n])\s+/u).map((part) => { const found = personalIn(part) !== null; hidden += found ? 1 : 0; return found ? MASK : part; }).join(' ');
  }
  return { answers: kept, hidden };
}

type Table = Parsed<'surveys.read'>;

/** Kinds of personal data by column: its head asks for them, or most of its cells are. */
function personalColumns(titles: readonly string[], rows: Table['rows'], head: boolean): readonly (string | null)[] {
  const [heads = [], ...body] = rows;
  const found = new Map(guardSheet(head ? [heads.map(withoutForbidding), ...body] : rows, head ? [0] : []).filter((each) => each.where === 'column').map((each) => [each.column, each.class]));
  return titles.map((title, i) => asksPersonal(title) ?? found.get(i) ?? null);
}

/** A pasted table: its heads, what each column is, what the rows say. A column of personal data is never read. */
export function readTable(program: Program, { survey: id, rows, head, uses: given }: Table) {
  surveyOf(program, id);
  const model = anyModel(program);
  const questions = questionsOf(program.store().read, id).map((question) => asked(model, question));
  const heads = head ? rows[0] ?? [] : [];
  const body = head ? rows.slice(1) : rows;
  const width = Math.max(0, ...rows.map((row) => row.length));
  const titles = Array.from({ length: width }, (_, i) => heads[i] ?? '');
  const codes = new Map(model.services.flatMap((service) => (service.code === null ? [] : [[service.id, service.code] as const])));
  const suggested = head ? suggestColumns(titles, questions, codes) : titles.map((_, i): ColumnUse => ({ question: questions[i]?.id ?? '', part: '' }));
  const personal = personalColumns(titles, rows, head);
  const uses = titles.map((_, i): ColumnUse => (personal[i] === null ? given?.[i] ?? suggested[i] ?? { question: '', part: '' } : { question: '', part: '' }));
  const read = readAnswers(body, uses, questions);
  let hidden = 0;
  const answers = read.answers.map((row) => { const clean = withoutPersonal(questions, row); hidden += clean.hidden; return clean.answers; });
  return { titles, personal, uses, body, answers, unread: read.unread, hidden };
}

/** What storing a pasted table would do; nothing is stored. */
export function readView(program: Program, input: Table): ReadView {
  const { titles, personal, uses, body, answers, unread, hidden } = readTable(program, input);
  return {
    columns: titles.map((title, i) => ({
      title, use: uses[i] ?? { question: '', part: '' }, personal: personal[i] ?? null,
      sample: personal[i] === null ? [...new Set(body.slice(0, 50).map((row) => row[i] ?? '').filter((cell) => cell !== ''))].slice(0, 3).map((cell) => hidePersonal(cell).text.slice(0, 80)) : [],
    })),
    rows: body.length, good: answers.length, unread: unread.slice(0, 100).map((cell) => ({ ...cell, text: hidePersonal(cell.text).text })), unreadCount: unread.length, hidden,
  };
}

/** Rows and columns of answers taken at once. */
const MOST = { rows: 20_000, columns: 400, cell: 4000 } as const;

/** A cell as its reader sees it; what the file could not work out is empty. */
function textOf(cell: RawCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell).slice(0, MOST.cell);
  return 'date' in cell ? cell.date : 'share' in cell ? `${cell.share * 100}%` : '';
}

/** The fullest sheet of a saved table as text, empty rows left out. Hidden rows count: a filter of Excel hides answers, it does not remove them. */
export async function fileRows(program: Program, name: string, base64: string): Promise<FileRows> {
  const [sheet] = (await readTables(program, name, fromBase64(base64))).toSorted((a, b) => b.rows.length - a.rows.length);
  const rows = (sheet?.rows ?? []).map((row) => row.slice(0, MOST.columns).map(textOf)).filter((row) => row.some((cell) => cell.trim() !== ''));
  return { rows: rows.slice(0, MOST.rows), cut: Math.max(0, rows.length - MOST.rows) };
}
