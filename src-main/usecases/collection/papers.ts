import { formatDate, formatNumber, roundFor, type Language } from '../../contract/format.ts';
import type { FileOut } from '../../contract/models.ts';
import { Refusal } from '../../contract/errors.ts';
import { MEASURES } from '../../contract/measures.ts';
import { renderCollectionSheet, type SheetLine } from '../../documents/sheets/collectionSheet.ts';
import { indicatorsPaper, indicatorWords, reminderPaper, type IndicatorsPaperIn } from '../../documents/sheets/papers.ts';
import { packed } from '../../documents/sheets/workbook.ts';
import { inLanguage, type Paper } from '../../documents/tree.ts';
import { writerOf } from '../../documents/writer.ts';
import { renderTable, XLSX_MIME } from '../../documents/xlsx.ts';
import { sheetsOf, type StoredSheet } from '../../store/collection.ts';
import { base64 } from '../bytes.ts';
import type { PlanModel } from '../model.ts';
import type { Program } from '../program.ts';
import { approvedIndicators } from '../snapshots.ts';
import { hashOfList, indicatorsView, listOf } from './indicators.ts';
import { metaText } from './recognise.ts';
import { keyOfAddress, sheetsView, unitOf } from './sheets.ts';
import { periodOf, unitWord, whatOf } from './words.ts';

const none = (): Promise<never> => Promise.reject(new Error('these papers have no pictures'));
const fileName = (text: string): string => text.replaceAll(/[<>:"/\\|?*\p{Cc}\s]+/gu, ' ').trim().slice(0, 100);
const docx = async (program: Program, paper: Paper, name: string): Promise<FileOut> => {
  const { mime, render } = await writerOf('docx');
  return { name: `${fileName(name)}.docx`, mime, base64: base64(await render(paper, { resources: { wasm: none, resource: none, path: () => '' }, now: program.now().toISOString() })) };
};

/** The table of indicators as a paper or a workbook: the same lines in both; of a snapshot, that of the whole community. */
export async function indicatorsFile(program: Program, model: PlanModel, territory: string, language: Language, format: 'docx' | 'xlsx', snapshot?: string): Promise<FileOut> {
  const approved = snapshot === undefined ? null : approvedIndicators(program, snapshot);
  const view = approved?.view ?? indicatorsView(program, model, territory);
  const unknown = language === 'uk' ? 'н/д' : 'n/k';
  const rows = view.rows.map((row) => {
    const number = row.value === null || row.value.value === null ? null : roundFor(row.value.value, row.value.unit);
    const estimate = row.value?.state === 'assumption' && row.value.ref?.kind === 'result';
    return { number: row.number, wording: `${inLanguage(row.wording, language)}${row.basis === 'year' ? ' **' : ''}`, value: number === null ? unknown : `${estimate ? '~' : ''}${formatNumber(number, language)}`, source: inLanguage(row.source, language), year: row.basis === 'year', amount: number, estimate };
  });
  const place = view.territory === model.root ? '' : inLanguage(model.territory(view.territory)?.name ?? { uk: '', en: null }, language);
  const input: IndicatorsPaperIn = {
    language, community: inLanguage(model.meta.title, language), place, year: model.year, teaching: model.meta.teaching !== null, rows, act: inLanguage(view.act, language), estimates: rows.some((row) => row.estimate),
    approved: approved && { decision: approved.decision, on: formatDate(approved.decidedOn, language) },
    confirmed: view.confirmed && { ...view.confirmed, on: formatDate(view.confirmed.on, language) },
  };
  const words = indicatorWords(input);
  const name = `${language === 'uk' ? 'Дані для визначення потреб' : 'Data for determining needs'} ${model.year}${place === '' ? '' : ` ${place}`}`;
  if (format === 'docx') return docx(program, indicatorsPaper(input), name);
  const table = await renderTable({
    title: words.title, note: words.notes.join(' '), language, columns: words.heads.map((title, n) => ({ title, kind: n === 2 ? 'number' as const : 'text' as const })),
    rows: rows.map((row) => [row.number, row.wording, row.amount, `${row.source}${row.estimate ? ` (~ ${language === 'uk' ? 'оцінка за часткою' : 'estimated by a share'})` : ''}`]),
  });
  return { name: `${fileName(name)}.xlsx`, mime: XLSX_MIME, base64: base64(table) };
}

/** Sheets that were not returned, as a paper. */
export function reminder(program: Program, model: PlanModel, language: Language): Promise<FileOut> {
  const { rows, today } = sheetsView(program, model);
  const date = (iso: string): string => (iso === '' ? '' : formatDate(iso, language));
  const waiting = rows.filter((row) => row.state === 'made' || row.state === 'sent').toSorted((a, b) => b.lateDays - a.lateDays);
  return docx(program, reminderPaper({
    language, community: inLanguage(model.meta.title, language), teaching: model.meta.teaching !== null, day: date(today), year: model.year,
    rows: waiting.map((row) => ({ name: inLanguage(row.name, language), sent: date(row.sent), due: date(row.due), giveTo: row.giveTo, late: row.lateDays, known: row.known, asks: row.asks })),
  }), `${language === 'uk' ? 'Нагадування про аркуші збору' : 'Reminder about collection sheets'} ${model.year}`);
}

/** One sheet as bytes. */
function sheetBytes(program: Program, sheet: StoredSheet): Uint8Array {
  const model = program.model(sheet.year, 'base');
  const { list } = listOf(program, model);
  const lines = sheet.addresses.flatMap(({ indicator, address }): SheetLine[] => {
    const key = keyOfAddress(address, sheet.year);
    if (key === null) return [];
    const own = list.find((each) => each.id === indicator);
    return [{
      address, number: own?.number ?? '', what: whatOf(model, list, indicator, key).uk, place: model.territory(key.territory)?.name.uk ?? '', period: periodOf(own?.basis ?? 'jan1', sheet.year),
      unit: unitWord(unitOf(model, key)), quarter: MEASURES[key.measure].value === 'quarter',
    }];
  });
  return renderCollectionSheet({
    meta: metaText({ sheet: sheet.id, year: sheet.year, root: model.root, list: hashOfList(list) }), name: sheet.name, community: model.meta.title.uk, year: sheet.year, due: sheet.due, giveTo: sheet.giveTo, teaching: model.meta.teaching !== null, lines,
  });
}

/** Sheets as files: one, or all in a zip; two of one name are numbered. */
export function sheetFiles(program: Program, ids: readonly string[]): FileOut {
  const stored = sheetsOf(program.store().read);
  const sheets = ids.map((id) => { const sheet = stored.find((each) => each.id === id); if (!sheet) throw new Refusal('input.unknownId', { what: 'sheet', id }); return sheet; });
  const files: Record<string, Uint8Array> = {};
  for (const sheet of sheets) {
    const name = fileName(`${sheet.year} ${sheet.name}`);
    let free = `${name}.xlsx`;
    for (let n = 2; files[free] !== undefined; n += 1) free = `${name} ${n}.xlsx`;
    files[free] = sheetBytes(program, sheet);
  }
  const [first] = Object.entries(files);
  if (first && Object.keys(files).length === 1) return { name: first[0], mime: XLSX_MIME, base64: base64(first[1]) };
  return { name: `Аркуші збору ${sheets[0]?.year ?? ''}.zip`, mime: 'application/zip', base64: base64(packed(files)) };
}
