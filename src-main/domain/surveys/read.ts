import type { Answers, AnswerValue, ColumnUse, Question } from '../../contract/api/surveys.ts';
import { foldText, parseNumber } from '../../contract/parse.ts';
import { fit } from './answers.ts';

/** Words of the parts of a question about a service, in the heads of columns and in cells. */
const PARTS = [['satisfied', /задовол|satisf/u], ['gets', /отрим|get|receiv/u], ['needs', /потреб|need/u]] as const satisfies readonly (readonly [ColumnUse['part'], RegExp])[];
/** Heads by which people name the questions of strata. */
const ROLE_HEADS: Readonly<Record<string, RegExp>> = { territory: /насел\p{L}+ пункт|округ|де ви (живете|мешкаєте)|громад|settlement|where do you live/u, sex: /^(ваша )?стать|gender|\bsex\b/u, age: /(^|\s)вік|скільки вам рок|\bage\b|how old/u, groups: /груп|категор|group/u };
const UNSAID = new Set(['', '-', '–', '—', 'н/д', 'нд', '?', '…', 'не відповів', 'не відповіла', 'без відповіді', 'n/k', 'no answer']);
const YES = new Set(['так', 'т', '1', '+', 'yes', 'y', 'true', 'x', 'х', '✓', 'потребую', 'отримую', 'потрібно', 'need', 'get']);
const NO = new Set(['ні', 'н', '0', '2', 'no', 'n', 'false', 'не потребую', 'не отримую', 'не потрібно']);
const SEXES: readonly (readonly [string, RegExp])[] = [['female', /^(ж|жін|f$|fem|wom)/u], ['male', /^(ч|чол|m$|mal|man)/u]];
const PLACE = /^(с\.|смт\.?|с-ще|селище|село|м\.|місто)\s+/u;

/** Cells of a table repeat: each text is worked out once. */
function once(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      if (known.size > 5000) known.clear();
      known.set(text, (found = work(text)));
    }
    return found;
  };
}
const fold = once(foldText);
const bare = once((text) => foldText(text).replace(/^\d+[.)]\s*(?!\d)/, '').replace(/[?:*.]+\s*$/, '').trim());

/** What the columns of a table are, by their heads; a question (or a part of one) is taken once. */
export function suggestColumns(heads: readonly string[], questions: readonly Question[], codes: ReadonlyMap<string, string>): ColumnUse[] {
  const taken = new Set<string>();
  const titles = questions.map((question) => ({ question, title: bare(question.title), code: codes.get(question.service) ?? '' }));
  return heads.map((head) => {
    const words = bare(head);
    if (words === '') return { question: '', part: '' };
    const fits = [
      titles.find(({ title }) => title === words),
      ...titles.filter(({ title }) => words.includes(title)).toSorted((a, b) => b.title.length - a.title.length),
      titles.find(({ code }) => code !== '' && new RegExp(`(^|\\D)${code.replaceAll('.', '\\.')}(?![\\d.]*\\d)`).test(words)),
      titles.find(({ title }) => words.length >= 12 && title.includes(words)),
      titles.find(({ question }) => question.role !== '' && ROLE_HEADS[question.role]?.test(words)),
    ];
    for (const found of fits) {
      if (found === undefined) continue;
      const { question, title } = found;
      const rest = words.replace(title, ' ');
      const part = question.kind !== 'service' ? '' : PARTS.find(([, pattern]) => pattern.test(rest))?.[0] ?? '';
      const name = `${question.id} ${part}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return { question: question.id, part };
    }
    return { question: '', part: '' };
  });
}

/** Index of the options' texts, longest first, so that a text inside another one is not taken for it. */
const longestFirst = (question: Question) => question.options.map((option, at) => ({ id: option.id, at, words: bare(option.text) })).toSorted((a, b) => b.words.length - a.words.length);

function oneOption(question: Question, cell: string): string | undefined {
  const words = bare(cell);
  const exact = question.options.find((option) => bare(option.text) === words || option.id === cell);
  if (exact) return exact.id;
  if (/^\d{1,3}$/.test(words) && question.role !== 'age') return question.options[Number(words) - 1]?.id;
  if (question.role === 'sex') return SEXES.find(([, pattern]) => pattern.test(words))?.[0];
  if (question.role === 'age' && /^\d{1,3}$/.test(words)) return Number(words) < 18 ? '0-17' : Number(words) < 60 ? '18-59' : '60+';
  const place = (text: string): string => bare(text).replace(PLACE, '');
  const close = question.role === 'territory' ? question.options.filter((option) => place(option.text) === place(cell)) : [];
  return close.length === 1 ? close[0]?.id : undefined;
}

function manyOptions(question: Question, cell: string): string[] | undefined {
  let words = bare(cell);
  const found: string[] = [];
  for (const option of longestFirst(question)) if (option.words !== '' && words.includes(option.words)) { found.push(option.id); words = words.replace(option.words, ' '); }
  for (const piece of words.split(/[;,|\n]|\s\s+/).map((one) => one.trim()).filter((one) => one !== '')) {
    const id = oneOption(question, piece);
    if (id === undefined) return undefined;
    found.push(id);
  }
  return question.options.filter((option) => found.includes(option.id)).map((option) => option.id);
}

const yesNo = (words: string): 0 | 1 | undefined => (YES.has(words) ? 1 : NO.has(words) ? 0 : undefined);

/** Puts one cell into the answers of a row. Returns false when its text was not understood. */
function put(row: Record<string, AnswerValue>, question: Question, part: ColumnUse['part'], cell: string): boolean {
  const words = fold(cell);
  if (UNSAID.has(words)) return true;
  if (question.kind === 'service') {
    const [needs, gets, satisfied] = (row[question.id] ?? [null, null, null]) as (number | null)[];
    const write = (value: readonly (number | null)[]): true => { row[question.id] = value as unknown as AnswerValue; return true; };
    if (part === 'satisfied') { const n = Number(words.replace(/\D.*$/, '')); return n >= 1 && n <= 5 ? write([needs ?? null, gets ?? null, n]) : false; }
    const plain = yesNo(words);
    if (part === 'gets') return plain === undefined ? false : write([needs ?? null, plain, satisfied ?? null]);
    if (part === 'needs') return plain === undefined ? false : write([plain, gets ?? null, satisfied ?? null]);
    // One column for both: «потребую, отримую».
    if (/потреб|need|отрим|get|receiv/u.test(words)) return write([/(?<!не )потреб|need/u.test(words) ? 1 : 0, /(?<!не )отрим|get|receiv/u.test(words) ? 1 : 0, satisfied ?? null]);
    return plain === undefined ? false : write([plain, gets ?? null, satisfied ?? null]);
  }
  const number = (): number | undefined => { const parsed = parseNumber(cell, { kind: 'decimal' }); return parsed.ok && parsed.value !== null ? parsed.value : undefined; };
  const value = question.kind === 'open' ? cell : question.kind === 'single' ? oneOption(question, cell) : question.kind === 'multiple' ? manyOptions(question, cell) : number();
  const fitted = value === undefined ? undefined : fit(question, value);
  if (fitted === undefined) return false;
  if (fitted !== null) row[question.id] = fitted;
  return true;
}

/** A table of answers as it was understood. Cells that were not are listed and count as not answered. */
export interface ReadTable { readonly answers: readonly Answers[]; readonly unread: readonly { readonly row: number; readonly column: number; readonly text: string }[] }

/** Reads rows of cells; rows in which nothing was answered are left out. */
export function readAnswers(rows: readonly (readonly string[])[], uses: readonly ColumnUse[], questions: readonly Question[]): ReadTable {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const unread: { row: number; column: number; text: string }[] = [];
  const answers = rows.map((cells, r) => {
    const row: Record<string, AnswerValue> = {};
    uses.forEach(({ question: id, part }, column) => {
      const question = byId.get(id);
      const cell = (cells[column] ?? '').trim();
      if (question && !put(row, question, part, cell)) unread.push({ row: r + 1, column, text: cell.slice(0, 60) });
    });
    // Satisfaction belongs to those who get the service.
    for (const question of questions) {
      if (question.kind !== 'service' || row[question.id] === undefined) continue;
      const fitted = fit(question, row[question.id] as AnswerValue);
      if (fitted === null || fitted === undefined) delete row[question.id]; else row[question.id] = fitted;
    }
    return row;
  });
  return { answers: answers.filter((row) => Object.keys(row).length > 0), unread };
}
