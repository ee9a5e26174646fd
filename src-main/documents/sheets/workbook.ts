import { strToU8, zipSync } from 'fflate';
import { clean } from '../tree.ts';

/** Looks of a cell; `number`, `text` and `date` are the cells to be filled in: the only ones that are not locked. */
const LOOKS = ['plain', 'title', 'note', 'head', 'locked', 'centre', 'number', 'text', 'date', 'bold', 'body'] as const;
export type CellLook = (typeof LOOKS)[number];
export interface FormCell { readonly text: string; readonly look: CellLook }
/** What may stand in a block of cells (`A1:B2`); `whole` and `quarter` also allow «н/д». */
export interface FormRule { readonly cells: string; readonly kind: 'whole' | 'quarter' | 'list' | 'date' | 'length'; readonly list?: readonly string[]; readonly most?: number; readonly from?: string; readonly title: string; readonly say: string }
/** A sheet of a form: rows of cells from column A, widths in characters (0 = hidden), rows that are hidden (from 1), the row of heads that is printed on each page. */
export interface FormSheet {
  readonly name: string; readonly widths: readonly number[]; readonly rows: readonly (readonly (FormCell | null)[])[]; readonly hiddenRows: readonly number[];
  readonly merges: readonly string[]; readonly rules: readonly FormRule[]; readonly headRow: number | null; readonly landscape: boolean; readonly foot: string;
  /** Heights of rows by their number, points; the others fit one line. */
  readonly heights?: Readonly<Record<number, number>>;
}

const escape = (text: string): string => clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
export const columnName = (n: number): string => String.fromCharCode(65 + n);
/** Day number of Excel. */
const serial = (iso: string): number => Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const align = (horizontal: string, vertical: string, wrap: boolean): string => `<alignment horizontal="${horizontal}" vertical="${vertical}"${wrap ? ' wrapText="1"' : ''}/>`;
const xf = (font: number, fill: number, border: number, format: number, inner: string, open = false): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${inner}<protection locked="${open ? 0 : 1}"/></xf>`;
const XFS: Readonly<Record<CellLook, string>> = {
  plain: xf(0, 0, 0, 0, align('left', 'top', false)), title: xf(1, 0, 0, 0, align('left', 'center', true)), note: xf(2, 0, 0, 0, align('left', 'top', true)),
  head: xf(3, 2, 1, 0, align('center', 'center', true)), locked: xf(0, 0, 1, 0, align('left', 'top', true)), centre: xf(0, 0, 1, 0, align('center', 'top', true)),
  number: xf(0, 3, 1, 4, align('right', 'top', false), true), text: xf(0, 3, 1, 0, align('left', 'top', true), true), date: xf(0, 3, 1, 164, align('left', 'top', false), true),
  bold: xf(3, 0, 0, 0, align('left', 'top', true)), body: xf(0, 0, 0, 0, align('left', 'top', true)),
};
const font = (more: string, size = 11): string => `<font>${more}<sz val="${size}"/><name val="Calibri"/><family val="2"/><charset val="204"/></font>`;
const fill = (rgb: string): string => `<fill><patternFill patternType="solid"><fgColor rgb="FF${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const side = (name: string): string => `<${name} style="thin"><color rgb="FF78838E"/></${name}>`;
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="4">${font('')}${font('<b/>', 14)}${font('<i/>')}${font('<b/>')}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('EDF0F2')}${fill('FFF8DC')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${LOOKS.length}">${LOOKS.map((look) => XFS[look]).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function cellXml(cell: FormCell | null, row: number, column: number): string {
  if (cell === null) return '';
  const at = `${columnName(column)}${row}`;
  const style = LOOKS.indexOf(cell.look);
  return cell.text === '' ? `<c r="${at}" s="${style}"/>` : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(cell.text)}</t></is></c>`;
}

/** A rule as data validation. Where «н/д» is allowed a formula decides; relative to the first cell of the block. */
function ruleXml({ cells, kind, list = [], most = 0, from = '', title, say }: FormRule): string {
  const first = cells.split(':')[0] ?? cells;
  const said = `errorTitle="${escape(title.slice(0, 31))}" error="${escape(say.slice(0, 225))}" promptTitle="${escape(title.slice(0, 31))}" prompt="${escape(say.slice(0, 225))}" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${cells}"`;
  const steps = kind === 'quarter' ? `${first}*4=INT(${first}*4)` : `${first}=INT(${first})`;
  switch (kind) {
    case 'list': return `<dataValidation type="list" ${said}><formula1>"${escape(list.join(','))}"</formula1></dataValidation>`;
    case 'date': return `<dataValidation type="date" operator="between" ${said}><formula1>${serial(from)}</formula1><formula2>${serial('2100-12-31')}</formula2></dataValidation>`;
    case 'length': return `<dataValidation type="textLength" operator="lessThanOrEqual" ${said}><formula1>${most}</formula1></dataValidation>`;
    default: return `<dataValidation type="custom" ${said}><formula1>${escape(`IF(ISNUMBER(${first}),AND(${first}>=0,${steps}),OR(${first}="н/д",${first}="–",${first}="-"))`)}</formula1></dataValidation>`;
  }
}

function sheetXml(sheet: FormSheet, at: number): string {
  const { widths, rows, hiddenRows, merges, rules, headRow, landscape, foot, heights = {} } = sheet;
  const pane = headRow === null ? '' : `<pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${at === 0 ? ' tabSelected="1"' : ''} showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`
    + `<cols>${widths.map((width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width === 0 ? 2 : width}" customWidth="1"${width === 0 ? ' hidden="1"' : ''}/>`).join('')}</cols>`
    + `<sheetData>${rows.map((row, n) => `<row r="${n + 1}"${hiddenRows.includes(n + 1) ? ' hidden="1"' : ''}${heights[n + 1] === undefined ? '' : ` ht="${heights[n + 1]}" customHeight="1"`}>${row.map((cell, column) => cellXml(cell, n + 1, column)).join('')}</row>`).join('')}</sheetData>`
    // Locked against slips of the hand, without a password; widths and heights may be changed.
    + '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
    + (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '')
    + (rules.length > 0 ? `<dataValidations count="${rules.length}">${rules.map(ruleXml).join('')}</dataValidations>` : '')
    + `<pageMargins left="0.6" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;8${escape(foot.replaceAll('&', '&&').slice(0, 180))}&amp;R&amp;8&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
}

/** Writes a form as a workbook: locked but for the cells to be filled in, with rules for them, ready to be printed on A4. Equal forms are equal bytes. */
export function renderForm(sheets: readonly FormSheet[]): Uint8Array {
  const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;
  const titles = sheets.flatMap(({ name, headRow }, at) => (headRow === null ? [] : [`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${escape(quoted(name))}!$${headRow}:$${headRow}</definedName>`]));
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.map(({ name }, n) => `<sheet name="${escape(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets>${titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, n) => `<Relationship Id="rId${n + 1}" Type="${RELS}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${RELS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(sheets.map((sheet, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheetXml(sheet, n)])),
  };
  return packed(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** Files as one zip; equal files are equal bytes. */
export const packed = (files: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, [bytes, { mtime: new Date(1980, 0, 1), level: 6 as const }]])));
