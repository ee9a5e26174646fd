import { Refusal } from '../../contract/errors.ts';
import type { RawCell, RawSheet } from '../types.ts';
import { damaged, LIMITS, within } from './limits.ts';
import { sheetBuilder, type Budget, type SheetBuilder } from './sheet.ts';
import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

/** Parts of a sheet that hold cells or texts which are not its own. */
const ASIDE = new Set(['annotation', 'tracked-changes', 'shapes', 'dde-links', 'frame', 'custom-shape']);

type Attributes = Readonly<Record<string, string>>;

function valueOf(attributes: Attributes, text: string): RawCell {
  const formula = attributes['table:formula'] !== undefined;
  if (attributes['calcext:value-type'] === 'error') return { error: text === '' ? 'formula' : text };
  const value = attributes['office:value'];
  switch (attributes['office:value-type']) {
    case 'float': case 'currency': return value === undefined || !Number.isFinite(Number(value)) ? { error: 'value' } : Number(value);
    case 'percentage': return value === undefined || !Number.isFinite(Number(value)) ? { error: 'value' } : { share: Number(value) };
    case 'date': return /^\d{4}-\d{2}-\d{2}/.test(attributes['office:date-value'] ?? '') ? { date: (attributes['office:date-value'] as string).slice(0, 10) } : text;
    case 'boolean': return attributes['office:boolean-value'] === 'true';
    case 'string': return attributes['office:string-value'] ?? text;
    default: return text === '' ? (formula ? { error: 'formula' } : null) : text;
  }
}

/** How many times a row or cell is repeated: empty ones may be repeated to the end of the sheet. */
function repeated(attributes: Attributes, name: string): number {
  const times = Number(attributes[name] ?? 1);
  if (!Number.isInteger(times) || times < 1) throw damaged('repeat');
  return times;
}

/** Reads all sheets of an OpenDocument spreadsheet. Formulas are never computed: their kept values are read. */
export function readOds(zip: Zip, onProgress: (done: number, of: number) => void): readonly RawSheet[] {
  if (zip.entries.has('META-INF/manifest.xml')) readXml(zip, 'META-INF/manifest.xml', { open(name) { if (name === 'encryption-data') throw new Refusal('import.password'); } });
  const of = zip.entries.get('content.xml')?.packed ?? 0;
  const budget: Budget = { cells: 0, characters: 0 };
  const sheets: RawSheet[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let sheet: SheetBuilder | null = null;
  let aside = 0;
  let row = 0;
  let rowTimes = 1;
  let column = 0;
  let columns = 0;
  let cells: { readonly column: number; readonly value: RawCell }[] = [];
  let cell: Attributes | null = null;
  let text = '';
  let paragraphs = 0;

  readXml(zip, 'content.xml', {
    open(name, attributes) {
      if (aside > 0 || ASIDE.has(name)) { aside += 1; return; }
      switch (name) {
        case 'style': style = attributes['style:name'] ?? ''; return;
        case 'table-properties': if (attributes['table:display'] === 'false') hiddenStyles.add(style); return;
        case 'table':
          within('sheets', sheets.length + 1);
          sheet = sheetBuilder(attributes['table:name'] ?? '', hiddenStyles.has(attributes['table:style-name'] ?? ''), budget);
          row = 0;
          columns = 0;
          return;
        case 'table-column': {
          const times = repeated(attributes, 'table:number-columns-repeated');
          if ((attributes['table:visibility'] ?? 'visible') !== 'visible') sheet?.hideColumns(columns, columns + times - 1);
          columns += times;
          return;
        }
        case 'table-row':
          rowTimes = repeated(attributes, 'table:number-rows-repeated');
          column = 0;
          cells = [];
          if ((attributes['table:visibility'] ?? 'visible') !== 'visible') for (let n = 0; n < Math.min(rowTimes, 10_000); n += 1) sheet?.hideRow(row + n);
          return;
        case 'table-cell': case 'covered-table-cell': cell = attributes; text = ''; paragraphs = 0; return;
        case 'p': if (paragraphs > 0) text += '\n'; paragraphs += 1; return;
        case 's': text += ' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 100)); return;
        case 'tab': case 'line-break': text += ' ';
      }
    },
    text(piece) { if (aside === 0 && cell !== null && paragraphs > 0 && text.length <= LIMITS.cell) text += piece; },
    close(name) {
      if (aside > 0) { aside -= 1; return; }
      if (name === 'table-cell' || name === 'covered-table-cell') {
        const at = cell ?? {};
        const times = repeated(at, 'table:number-columns-repeated');
        const value = name === 'covered-table-cell' ? null : valueOf(at, text);
        if (value !== null && value !== '') {
          within('columns', column + times);
          for (let n = 0; n < times; n += 1) cells.push({ column: column + n, value });
        }
        const wide = Number(at['table:number-columns-spanned'] ?? 1);
        const high = Number(at['table:number-rows-spanned'] ?? 1);
        if (wide > 1 || high > 1) sheet?.merge({ top: row, left: column, bottom: row + high - 1, right: column + wide - 1 });
        column += times;
        cell = null;
      } else if (name === 'table-row') {
        if (cells.length > 0) {
          within('rows', row + rowTimes);
          for (let n = 0; n < rowTimes; n += 1) for (const each of cells) sheet?.cell(row + n, each.column, each.value);
        }
        row += rowTimes;
      } else if (name === 'table' && sheet !== null) {
        sheets.push(sheet.done());
        sheet = null;
      }
    },
  }, (bytes) => onProgress(bytes, of));
  return sheets;
}
