import { left, plain, type Inline, type Language, type Paper } from '../tree.ts';

/** One line of the table of indicators, as it is printed. */
export interface IndicatorLine { readonly number: string; readonly wording: string; readonly value: string; readonly source: string; readonly year: boolean }
/** What the table of indicators is printed from. */
export interface IndicatorsPaperIn {
  readonly language: Language; readonly community: string; readonly place: string; readonly year: number; readonly teaching: boolean; readonly rows: readonly IndicatorLine[];
  /** The official list was loaded and checked: the table may be called the form of annex 1. */
  readonly confirmed: { readonly by: string; readonly on: string; readonly source: string } | null;
  /** The decision by which these numbers were approved; null = as they stand now. */
  readonly approved: { readonly decision: string; readonly on: string } | null;
  readonly act: string; readonly estimates: boolean;
}

/** Words of the papers of data collection. The title and heads of annex 1 as its form has them (наказ № 130-Н, додаток 1). */
const TEXTS = {
  uk: {
    annex: ['Додаток 1', 'до Порядку визначення потреб населення адміністративно-територіальної одиниці / територіальної громади у соціальних послугах (пункт 1 розділу II)'],
    formTitle: 'Дані щодо соціально-демографічної ситуації у територіальній громаді та кількості осіб / сімей, які належать до вразливих груп населення або перебувають у складних життєвих обставинах',
    title: 'Дані для визначення потреб (за зразком додатка 1)', heads: (year: number) => ['№', 'Показник', `Кількість осіб (станом на 01 січня ${year} року) / ** за попередній календарний рік`, 'Орієнтовні джерела отримання інформації'],
    period: (year: number) => `** За попередній календарний рік (${year - 1}).`, estimate: '~ Оцінка за опублікованою часткою, а не облік громади.', unknown: 'н/д – невідомо.',
    proposal: (act: string) => `Перелік показників складено за зразком (${act}); офіційний перелік не звірено, тому ця таблиця не є формою додатка 1.`,
    approved: (decision: string, on: string) => `Числа такі, як їх затверджено рішенням № ${decision} від ${on}.`,
    confirmed: (by: string, on: string, source: string) => `Перелік показників звірено з офіційним: ${by}, ${on}. Джерело: ${source}.`,
    table: 'Таблиця', caption: 'Показники', edition: 'Для роботи в громаді', watermark: 'навчальні дані', subject: (year: number) => `Дані для визначення потреб, ${year} рік`,
    reminder: 'Нагадування: аркуші збору даних, які не повернено', reminderText: (day: string) => `Станом на ${day}. Просимо повернути заповнені аркуші у строк, щоб дані увійшли до визначення потреб.`,
    reminderHeads: ['№', 'Хто заповнює', 'Надіслано', 'Повернути до', 'Кому', 'Запізнення, днів', 'Заповнено'], none: 'Усі аркуші повернено.', notSent: 'не позначено', of: 'з', reminderSubject: 'Нагадування про аркуші збору',
  },
  en: {
    annex: ['Annex 1', 'to the Procedure for determining the needs of the population of an administrative unit / territorial community in social services (paragraph 1 of section II)'],
    formTitle: 'Data on the socio-demographic situation in the territorial community and the number of persons / families who belong to vulnerable groups or are in difficult life circumstances',
    title: 'Data for determining needs (after the model of annex 1)', heads: (year: number) => ['No.', 'Indicator', `Number of persons (as of 1 January ${year}) / ** over the previous calendar year`, 'Indicative sources of information'],
    period: (year: number) => `** Over the previous calendar year (${year - 1}).`, estimate: '~ Estimated by a published share, not counted by the community.', unknown: 'n/k: not known.',
    proposal: (act: string) => `The list of indicators follows a model (${act}); the official list was not checked, so this table is not the form of annex 1.`,
    approved: (decision: string, on: string) => `Numbers as approved by decision No. ${decision} of ${on}.`,
    confirmed: (by: string, on: string, source: string) => `The list of indicators was checked against the official one: ${by}, ${on}. Source: ${source}.`,
    table: 'Table', caption: 'Indicators', edition: 'For use within the community', watermark: 'training data', subject: (year: number) => `Data for determining needs, ${year}`,
    reminder: 'Reminder: collection sheets not returned', reminderText: (day: string) => `As of ${day}. Please return the filled sheets in time, so that the data enter the determination of needs.`,
    reminderHeads: ['No.', 'Filled in by', 'Sent', 'Due', 'Return to', 'Late, days', 'Filled in'], none: 'All sheets are back.', notSent: 'not noted', of: 'of', reminderSubject: 'Reminder about collection sheets',
  },
} as const;

const SHARES = [6, 44, 20, 30];
const base = (language: Language, teaching: boolean) => ({ language, edition: 'service' as const, editionLabel: TEXTS[language].edition, watermark: teaching ? TEXTS[language].watermark : null, words: { table: TEXTS[language].table, figure: '' }, notes: [] });

/** Heads and notes of the table of indicators, alike on paper and in a workbook. */
export function indicatorWords({ language, year, approved, confirmed, act, estimates, rows }: IndicatorsPaperIn): { readonly title: string; readonly heads: readonly string[]; readonly notes: readonly string[] } {
  const t = TEXTS[language];
  return {
    title: confirmed ? t.formTitle : t.title, heads: t.heads(year),
    notes: [...(approved ? [t.approved(approved.decision, approved.on)] : []), confirmed ? t.confirmed(confirmed.by, confirmed.on, confirmed.source) : t.proposal(act), ...(rows.some((row) => row.year) ? [t.period(year)] : []), ...(estimates ? [t.estimate] : []), ...(rows.some((row) => row.value === t.unknown.split(/[ :]/)[0]) ? [t.unknown] : [])],
  };
}

/** The table of indicators as a paper: called the form of annex 1 only when its list was checked. */
export function indicatorsPaper(input: IndicatorsPaperIn): Paper {
  const t = TEXTS[input.language];
  const words = indicatorWords(input);
  const rows = input.rows.map((row): Inline[] => [plain(row.number), plain(row.wording), plain(row.value), plain(row.source)]);
  return {
    ...base(input.language, input.teaching), title: words.title, subject: t.subject(input.year),
    head: { right: input.confirmed ? t.annex : [], left: [], title: [words.title], below: [input.community, ...(input.place === '' ? [] : [input.place])] },
    blocks: [
      { kind: 'table', caption: t.caption, rows, columns: words.heads.map((title, n) => ({ title, align: n === 2 ? 'right' as const : 'left' as const, share: SHARES[n] ?? 20 })) },
      ...words.notes.map(left),
    ],
  };
}

/** What a reminder of sheets not returned is printed from. */
export interface ReminderIn { readonly language: Language; readonly community: string; readonly teaching: boolean; readonly day: string; readonly year: number; readonly rows: readonly { readonly name: string; readonly sent: string; readonly due: string; readonly giveTo: string; readonly late: number; readonly known: number; readonly asks: number }[] }

/** Sheets that are not back, as a paper. */
export function reminderPaper({ language, community, teaching, day, year, rows }: ReminderIn): Paper {
  const t = TEXTS[language];
  const shares = [5, 29, 13, 13, 17, 12, 12];
  return {
    ...base(language, teaching), title: t.reminder, subject: t.reminderSubject, head: { right: [], left: [], title: [t.reminder], below: [community, t.subject(year)] },
    blocks: rows.length === 0 ? [left(t.none)] : [
      left(t.reminderText(day)),
      {
        kind: 'table', caption: t.reminderSubject, columns: t.reminderHeads.map((title, n) => ({ title, align: n >= 5 ? 'right' as const : 'left' as const, share: shares[n] ?? 10 })),
        rows: rows.map((row, n): Inline[] => [plain(String(n + 1)), plain(row.name), plain(row.sent === '' ? t.notSent : row.sent), plain(row.due), plain(row.giveTo), plain(row.late > 0 ? String(row.late) : ''), plain(`${row.known} ${t.of} ${row.asks}`)]),
      },
    ],
  };
}
