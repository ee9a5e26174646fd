import { strToU8, zipSync } from 'fflate';

/** A cell of a test file: `f` = formula (with or without the value it kept), `date` a serial with a date look, `percent` a share with a per cent look. */
export type Cell = string | number | boolean | null | { readonly f: string; readonly v?: string | number } | { readonly date: string } | { readonly percent: number } | { readonly error: string } | { readonly rich: readonly string[] };
/** A sheet of a test file; addresses of merges as in Excel, rows and columns hidden by their numbers from 1. */
export interface Sheet { readonly name: string; readonly rows: readonly (readonly Cell[])[]; readonly merges?: readonly string[]; readonly hiddenRows?: readonly number[]; readonly hiddenColumns?: readonly number[]; readonly state?: 'hidden' }

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const letters = (n: number): string => (n < 26 ? String.fromCharCode(65 + n) : letters(Math.floor(n / 26) - 1) + letters(n % 26));
const serial = (iso: string): number => Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A zip of texts and bytes. */
export const zip = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, body]) => [name, typeof body === 'string' ? strToU8(body) : body])));

/** Parts of an .xlsx workbook as Excel writes them: shared strings, styles, merges. */
export function xlsxParts(sheets: readonly Sheet[]): Record<string, string> {
  const strings: string[] = [];
  const shared = (text: string): number => { const at = strings.indexOf(text); return at >= 0 ? at : strings.push(text) - 1; };
  const cell = (ref: string, value: Cell): string => {
    if (value === null) return `<c r="${ref}" s="1"/>`;
    if (typeof value === 'string') return `<c r="${ref}" t="s"><v>${shared(`<t xml:space="preserve">${escape(value)}</t>`)}</v></c>`;
    if (typeof value === 'number') return `<c r="${ref}"><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c r="${ref}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if ('date' in value) return `<c r="${ref}" s="2"><v>${serial(value.date)}</v></c>`;
    if ('percent' in value) return `<c r="${ref}" s="3"><v>${value.percent}</v></c>`;
    if ('error' in value) return `<c r="${ref}" t="e"><v>${value.error}</v></c>`;
    if ('rich' in value) return `<c r="${ref}" t="s"><v>${shared(value.rich.map((run) => `<r><rPr><b/></rPr><t>${escape(run)}</t></r>`).join(''))}</v></c>`;
    return `<c r="${ref}"${typeof value.v === 'string' ? ' t="str"' : ''}><f>${escape(value.f)}</f>${value.v === undefined ? '' : `<v>${escape(String(value.v))}</v>`}</c>`;
  };
  const sheetXml = ({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: Sheet): string =>
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1"/>${hiddenColumns.length ? `<cols>${hiddenColumns.map((n) => `<col min="${n}" max="${n}" width="9" hidden="1"/>`).join('')}</cols>` : ''}<sheetData>${rows
      .map((row, r) => (row.length === 0 ? '' : `<row r="${r + 1}" spans="1:${row.length}"${hiddenRows.includes(r + 1) ? ' hidden="1"' : ''}>${row.map((value, c) => cell(letters(c) + (r + 1), value)).join('')}</row>`)).join('')}</sheetData>${merges.length ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''}</worksheet>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${REL}"><sheets>${sheets.map(({ name, state }, n) => `<sheet name="${escape(name)}" sheetId="${n + 1}"${state ? ` state="${state}"` : ''} r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, n) => `<Relationship Id="rId${n + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}<Relationship Id="s" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="t" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>',
  };
  sheets.forEach((sheet, n) => { parts[`xl/worksheets/sheet${n + 1}.xml`] = sheetXml(sheet); });
  parts['xl/sharedStrings.xml'] = `<sst count="${strings.length}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`;
  return parts;
}

/** An .xlsx file. */
export const xlsx = (...sheets: readonly Sheet[]): Uint8Array => zip(xlsxParts(sheets));

/** An .ods file as LibreOffice writes it: repeated empty rows and columns to the end of the sheet, covered cells. */
export function ods(...sheets: readonly Sheet[]): Uint8Array {
  const cell = (value: Cell): string => {
    if (value === null) return '<table:table-cell/>';
    if (typeof value === 'string') return `<table:table-cell office:value-type="string"><office:annotation><text:p>коментар</text:p></office:annotation><text:p>${escape(value)}</text:p></table:table-cell>`;
    if (typeof value === 'number') return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
    if (typeof value === 'object' && 'date' in value) return `<table:table-cell office:value-type="date" office:date-value="${value.date}"><text:p>${value.date}</text:p></table:table-cell>`;
    if (typeof value === 'object' && 'percent' in value) return `<table:table-cell office:value-type="percentage" office:value="${value.percent}"><text:p>${value.percent * 100}%</text:p></table:table-cell>`;
    if (typeof value === 'object' && 'f' in value) return `<table:table-cell table:formula="of:=${escape(value.f)}"${value.v === undefined ? '' : ` office:value-type="float" office:value="${value.v}"`}/>`;
    throw new Error('no such cell');
  };
  const body = sheets.map(({ name, rows, hiddenRows = [], hiddenColumns = [] }) => `<table:table table:name="${escape(name)}">${Array.from({ length: 8 }, (_, n) => `<table:table-column${hiddenColumns.includes(n + 1) ? ' table:visibility="collapse"' : ''}/>`).join('')}${rows
    .map((row, n) => `<table:table-row${hiddenRows.includes(n + 1) ? ' table:visibility="filter"' : ''}>${row.map(cell).join('')}<table:table-cell table:number-columns-repeated="16300"/></table:table-row>`).join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`).join('');
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="/"/></manifest:manifest>',
  });
}

/** Text in windows-1251. */
export function windows1251(text: string): Uint8Array {
  const table = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, n) => n));
  return Uint8Array.from([...text].map((letter) => { const at = table.indexOf(letter); if (at < 0) throw new Error(`not in windows-1251: ${letter}`); return at; }));
}
export const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
export const utf8 = (text: string): Uint8Array => strToU8(text);
