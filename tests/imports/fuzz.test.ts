import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../../src-main/contract/errors.ts';
import { detectTables } from '../../src-main/imports/detect/detect.ts';
import { readFile } from '../../src-main/imports/read/read.ts';
import { records } from '../../src-main/imports/read/csv.ts';
import { ods, utf8, xlsx, type Sheet } from './files.ts';

const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((value) => value.trim() === value && value !== '' && !/[\p{Cc}\p{Cs}\ufeff\ufffe\uffff]|_x/u.test(value));
const cell = fc.oneof(text, fc.integer({ min: -1e6, max: 1e6 }), fc.constant(null));
const sheet = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }).filter((rows) => rows.some((row) => row.some((value) => value !== null))).map((rows): Sheet => ({ name: 'А', rows }));
/** Rows without what is empty at their ends, and without empty rows at the end. */
const trimmed = (rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] => {
  const short = rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== null) + 1));
  return short.slice(0, short.findLastIndex((row) => row.length > 0) + 1);
};

test('what is written is read, as .xlsx and .ods; tables are found on anything', () => {
  fc.assert(fc.property(sheet, (written) => {
    for (const bytes of [xlsx(written), ods(written)]) {
      const [read] = readFile('а', bytes);
      expect(trimmed(read?.rows ?? [])).toEqual(trimmed(written.rows));
      for (const table of detectTables(read ?? { name: '', rows: [], merged: [], hidden: false, hiddenRows: [], hiddenColumns: [] })) {
        expect(table.headBottom < table.dataTop && table.dataTop <= table.dataBottom && table.left <= table.right).toBe(true);
      }
    }
  }), { numRuns: 25, seed: 1 });
});

test('fields in quotes come back whole', () => {
  const field = fc.string({ unit: fc.constantFrom('а', '"', ';', '\n', ' ', '1'), maxLength: 6 });
  fc.assert(fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
    const written = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';')).join('\r\n');
    expect([...records(written, ';')]).toEqual(rows);
  }), { numRuns: 100, seed: 1 });
});

test('a file cut or spoilt anywhere is read or refused, never an error of the program', () => {
  const whole = [xlsx({ name: 'А', rows: [['Село', 'Осіб'], ['Вишневе', 5], ['Річки', { date: '2026-01-01' }]], merges: ['A1:B1'] }), ods({ name: 'А', rows: [['Село', 'Осіб'], ['Вишневе', 5]] }), utf8('Село;Осіб\n"Вишневе";5\n')];
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 }), fc.nat(), fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }), (which, cut, spoils) => {
    const bytes = Uint8Array.from(whole[which] ?? []);
    for (const [at, value] of spoils) bytes[at % bytes.length] = value;
    const file = spoils.length === 0 ? bytes.subarray(0, cut % bytes.length) : bytes;
    try {
      readFile('а.xlsx', file).forEach(detectTables);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }), { numRuns: 250, seed: 1 });
});
