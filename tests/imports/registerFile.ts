import { readFileSync } from 'node:fs';
import type { RawCell } from '../../src-main/imports/types.ts';
import { root } from '../helpers/root.ts';

/** Codes of the classifier in its order: the 37 columns «Так/Ні». */
export const SERVICES: readonly string[] = (JSON.parse(readFileSync(`${root}/resources/reference/services.json`, 'utf8')) as { code: string | null }[]).flatMap(({ code }) => (code === null ? [] : [code]));

/** Heads of the export as the handbook of the register describes them. */
export const HEADS: readonly string[] = [
  'Ідентифікаційний код', 'Назва', 'Скорочена назва', 'Організаційно-правова форма', 'Код батьківської організації', 'Форма власності', 'Телефон', 'Електронна пошта', 'Вебсайт',
  'Індекс юридичної адреси', 'Юридична адреса', 'Індекс адреси надання послуг', 'Адреса надання послуг', 'Дата останньої перевірки', 'Назва останньої перевірки', 'Результат останньої перевірки',
  ...SERVICES, 'Дата набуття статусу',
];

interface Given { readonly code: string | number; readonly name: string; readonly form?: string; readonly ownership?: string; readonly phone?: string; readonly email?: string; readonly legal?: string; readonly service?: string; readonly yes?: readonly string[]; readonly on?: string }
/** A row of the export; without `yes` the service columns are empty, as in rows of further addresses. */
export const line = ({ code, name, form = '', ownership = '', phone = '', email = '', legal = '', service = '', yes, on = '' }: Given): readonly RawCell[] =>
  [code, name, '', form, '', ownership, phone, email, '', '', legal, '', service, '', '', '', ...SERVICES.map((each) => (yes === undefined ? null : yes.includes(each) ? 'Так' : 'Ні')), on].map((cell) => (cell === '' ? null : cell));

/** A small export: a territorial centre with two addresses, a sole trader, a natural person, an organisation elsewhere. Names and numbers are made up. */
export const register = (): readonly (readonly RawCell[])[] => [
  HEADS,
  line({ code: '26145678', name: 'Територіальний центр соціального обслуговування', form: 'Комунальна установа', ownership: 'Комунальна власність', phone: '0463921122', email: 'tc@example.com', legal: 'с. Вишневе, вул. Шкільна, 4', service: 'с. Вишневе, вул. Шкільна, 4', yes: ['015.1', '015.3', '019.0'], on: '20.11.2026' }),
  line({ code: '26145678', name: 'Територіальний центр соціального обслуговування', service: 'с. Садове, вул. Лісова, 1' }),
  line({ code: '3012345671', name: 'ФОП «Турбота»', form: 'Фізична особа-підприємець', ownership: 'Приватна власність', phone: '0671112233', legal: 'с. Вишневе, вул. Садова, 8', service: 'с. Вишневе, вул. Садова, 8', yes: ['015.1'], on: '01.10.2026' }),
  line({ code: '2912345678', name: 'Коваленко Ольга Іванівна', phone: '0671112244', email: 'o@example.com', legal: 'с. Вишневе, вул. Садова, 9', yes: ['015.1'] }),
  line({ code: 4061234, name: 'Громадська організація «Поруч»', form: 'Громадська організація', phone: '0441112233', email: 'p@example.com', service: 'м. Київ, вул. Хрещатик, 1', yes: ['002.0'], on: '15.09.2026' }),
];

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
/** Rows as Excel's «XML Spreadsheet 2003»: empty cells are skipped by `ss:Index`. */
export function excelXml(sheet: string, rows: readonly (readonly RawCell[])[]): string {
  const body = rows.map((row) => {
    let skipped = false;
    const cells = row.map((cell, column) => {
      if (cell === null) { skipped = true; return ''; }
      const at = skipped ? ` ss:Index="${column + 1}"` : '';
      skipped = false;
      return `<Cell${at}><Data ss:Type="${typeof cell === 'number' ? 'Number' : 'String'}">${escape(String(cell))}</Data></Cell>`;
    });
    return `<Row>${cells.join('')}</Row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1"/></Styles><Worksheet ss:Name="${sheet}"><Table>${body.join('')}</Table></Worksheet></Workbook>`;
}
