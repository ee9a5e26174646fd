import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { bars, coverage } from '../../src-main/documents/charts/bars.ts';
import { dumbbell } from '../../src-main/documents/charts/dumbbell.ts';
import { segments } from '../../src-main/documents/charts/segments.ts';
import { ticks } from '../../src-main/documents/charts/svg.ts';
import { rasterise } from '../../src-main/documents/raster.ts';
import { renderTable, type SheetTable } from '../../src-main/documents/xlsx.ts';
import { byScript, plain } from '../../src-main/documents/tree.ts';
import { parts, resources } from './read.ts';

const number = { number: (n: number) => String(n) };
const legend = { served: 'a', need: 'b', capacity: 'c', unknown: 'd', unmet: 'e', coverage: 'f', ...number };
const row = { name: 'Допомога памʼяттю <&>', served: 316, need: 453, capacity: 315, servedText: '316', needText: '453', unmetText: '137', coverageText: '69,8 %' };
const parse = (svg: string): void => {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => { throw error; });
  parser.write(svg).close();
};

describe('charts', () => {
  test('are well-formed, even with nothing known or markup in names', () => {
    for (const svg of [
      dumbbell([row, { ...row, served: null, need: null, capacity: null, coverageText: '' }], legend), dumbbell([], legend), bars([], number), coverage([{ name: 'x', share: 1.2, text: '120 %' }, { name: 'y', share: null, text: 'н/д' }]),
      bars([{ name: 'A', value: 10, low: 8, high: 12, estimate: true, text: '~ 10' }, { name: 'B', value: null, low: null, high: null, estimate: false, text: 'н/д' }], number), segments([]), segments([{ id: 'known', count: 3, name: 'x' }]),
    ]) {
      parse(svg);
      expect(svg).not.toMatch(/NaN|Infinity/);
    }
  });

  test('what is not known is hatched, never drawn as zero', () => {
    const svg = dumbbell([{ ...row, need: null, served: null, capacity: null, coverageText: '', unmetText: 'потреба н/д' }], legend);
    expect(svg.split('fill="url(#hatch)"').length - 1).toBe(2);
    expect(svg.match(/<circle/g)?.length).toBe(2);
  });

  test('the apostrophe letter is drawn with the mark that the typeface has', () => {
    expect(dumbbell([row], legend)).not.toContain('\u02bc');
    expect(dumbbell([row], legend)).toContain('пам\u2019яттю');
  });

  test('steps of an axis start at zero and cover the largest value', () => {
    for (const max of [0, 1, 3, 7, 61, 545, 578, 2259, 99_999]) {
      const list = ticks(max);
      expect(list[0]).toBe(0);
      expect(list.at(-1)).toBeGreaterThanOrEqual(max);
      expect(list.length).toBeLessThanOrEqual(6);
    }
  });

  test('become pictures with letters from the bundled typeface', async () => {
    const picture = await rasterise(dumbbell([row], legend), resources, 3);
    expect(Array.from(picture.png.slice(1, 4))).toEqual([0x50, 0x4e, 0x47]);
    expect(picture.width).toBe(642);
    const empty = await rasterise(dumbbell([{ ...row, name: '', unmetText: '', coverageText: '', servedText: '', needText: '' }], { ...legend, served: '', need: '', capacity: '', unknown: '', unmet: '', coverage: '', number: () => '' }), resources, 3);
    expect(picture.png.length).toBeGreaterThan(empty.png.length + 1000);
  });
});

describe('sheets', () => {
  const table: SheetTable = {
    title: 'Потреби: 2020/уся [громада]', note: 'Одиниці – особи', language: 'uk', columns: [{ title: 'Послуга', kind: 'text' }, { title: 'Не отримують', kind: 'number' }, { title: 'Охоплення', kind: 'share' }, { title: 'Дата', kind: 'date' }],
    rows: [['=1+1 <&>', 137, 0.698, '2020-02-01'], ['015.1', 31.5, null, ''], ['\u0001', 0, 1, 'невідомо']],
  };
  test('hold real numbers, per cents and dates; unknown is an empty cell, a formula stays text', async () => {
    const made = parts(await renderTable(table));
    for (const [name, text] of made) if (/\.(xml|rels)$/.test(name)) parse(text);
    const sheet = made.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toMatch(/<c r="B4" s="\d+"><v>137<\/v><\/c>/);
    expect(sheet).toMatch(/<c r="C4" s="\d+"><v>0\.698<\/v><\/c>/);
    expect(sheet).toMatch(/<c r="D4" s="\d+"><v>43862<\/v><\/c>/);
    expect(sheet).toMatch(/<c r="B6" s="\d+"><v>0<\/v><\/c>/);
    expect(sheet).not.toMatch(/<c r="C5"[^>]*><v>/);
    expect(sheet).not.toContain('<f>');
    expect(made.get('xl/styles.xml')).toMatch(/0\.0%/);
    expect(made.get('xl/workbook.xml')).toContain('name="Потреби  2020 уся  громада"');
  });

  test('the head is frozen and bold; equal tables are equal bytes', async () => {
    const [one, two] = [await renderTable(table), await renderTable(table)];
    expect(Buffer.compare(one, two)).toBe(0);
    expect(parts(one).get('xl/worksheets/sheet1.xml')).toMatch(/<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"\/>/);
    expect(parts(one).get('xl/styles.xml')).toContain('<b/>');
  });
});

test('Cyrillic stretches of an English paper are told apart', () => {
  const runs = byScript(plain('"Догляд вдома, 24/7" and Центр «Поруч», 5 people'), 'en');
  expect(runs.filter((r) => r.lang === 'uk').map((r) => r.text)).toEqual(['Догляд вдома, 24', 'Центр «Поруч», 5']);
  expect(runs.map((r) => r.text).join('')).toBe('"Догляд вдома, 24/7" and Центр «Поруч», 5 people');
  expect(byScript(plain('Сім'), 'uk')).toEqual([{ text: 'Сім' }]);
});
