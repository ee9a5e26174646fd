import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { foldText, parseDate, parseNumber, type NumberKind } from '#contract/parse.ts';

const value = (text: string, kind: NumberKind, language: 'uk' | 'en' = 'uk') => {
  const parsed = parseNumber(text, { kind, language });
  return parsed.ok ? (parsed.estimate ? `~${parsed.value}` : parsed.value) : parsed.reason;
};

describe('what people type', () => {
  test.each(['', '  ', '–', '-', '—', '−', 'н/д', 'Н/Д', 'нд', 'н. д.', 'невідомо', 'не відомо', 'немає даних', 'n/k', '…', '\u00A0'])('«%s» is not known', (text) => {
    for (const kind of ['whole', 'quarter', 'share', 'decimal', 'signed'] as const) expect(value(text, kind)).toBe(null);
  });
  test.each(['0', '0,0', '-0', 'немає', 'Немає', 'none'])('«%s» is zero', (text) => expect(Object.is(value(text, 'whole'), 0)).toBe(true));

  test.each([
    ['1 234,5', 'decimal', 1234.5], ['12.5', 'decimal', 12.5], ['1 234', 'whole', 1234], ['1\u00A0234', 'whole', 1234], ['1\u2009234\u202F567', 'whole', 1234567],
    ['12,0', 'whole', 12], [' 453 ', 'whole', 453], ['+26', 'signed', 26], ['−266', 'signed', -266], ['–266', 'signed', -266], ['- 5', 'signed', -5],
    ['1,234.5', 'decimal', 1234.5], ['1.234,5', 'decimal', 1234.5], ['1,234,567', 'whole', 1234567], ['1.234.567', 'whole', 1234567], ['1,234', 'decimal', 1.234],
    ['12345,678', 'decimal', 12345.678], ['0,25', 'quarter', 0.25], ['22.75', 'quarter', 22.75], ['~50', 'whole', '~50'], ['≈ 1 200', 'whole', '~1200'],
    ['50%', 'share', 0.5], ['69,8 %', 'share', 0.698], ['0,07', 'share', 0.07], ['100%', 'share', 1], ['~7 %', 'share', '~0.07'], ['7%', 'share', 0.07],
  ] as const)('«%s» as %s', (text, kind, expected) => expect(value(text, kind)).toBe(expected));

  test.each([
    ['12ю', 'whole', 'notNumber'], ['1е3', 'whole', 'notNumber'], ['1e3', 'whole', 'notNumber'], ['0x1F', 'whole', 'notNumber'], ['Infinity', 'decimal', 'notNumber'], ['NaN', 'decimal', 'notNumber'],
    ['=1+1', 'whole', 'notNumber'], ['#Н/Д', 'whole', 'notNumber'], ['١٢', 'whole', 'notNumber'], ['1²', 'whole', 'notNumber'], ['(26)', 'signed', 'notNumber'], ['--5', 'signed', 'notNumber'],
    ['.', 'decimal', 'notNumber'], [',5', 'decimal', 'notNumber'], ['5,', 'decimal', 'notNumber'], ['1,2.3,4', 'decimal', 'notNumber'], ['453 осіб', 'whole', 'notNumber'], ['від 2', 'whole', 'notNumber'],
    ['12,5', 'whole', 'notWhole'], ['0,5', 'signed', 'notWhole'], ['-5', 'whole', 'negative'], ['−0,5', 'decimal', 'negative'], ['-1%', 'share', 'negative'],
    ['1,234', 'whole', 'ambiguous'], ['1.234', 'whole', 'ambiguous'], ['n/a', 'whole', 'ambiguous'], ['відсутні', 'whole', 'ambiguous'], ['1', 'share', 'ambiguous'],
    ['12 34', 'whole', 'grouping'], ['1 2345', 'whole', 'grouping'], ['1234 567', 'whole', 'grouping'], ['1,23,456', 'whole', 'grouping'],
    ['8–15', 'whole', 'range'], ['8-15', 'whole', 'range'], ['8 – 15', 'decimal', 'range'], ['0,3', 'quarter', 'step'], ['50', 'share', 'percentSign'], ['101%', 'share', 'shareRange'],
    ['50%', 'whole', 'percent'], ['9999999999999', 'whole', 'tooLarge'], ['1'.repeat(41), 'whole', 'tooLarge'], ['1'.repeat(1_000_000), 'decimal', 'tooLarge'], ['~', 'whole', 'notNumber'], ['%', 'share', 'notNumber'],
  ] as const)('«%.20s» as %s is refused: %s', (text, kind, reason) => expect(value(text, kind)).toBe(reason));

  test('a comma before three digits separates groups in English', () => {
    expect(value('1,574', 'whole', 'en')).toBe(1574);
    expect(value('12,345', 'decimal', 'en')).toBe(12345);
    expect(value('12.345', 'decimal', 'en')).toBe(12.345);
    expect(value('1.574', 'whole', 'en')).toBe('ambiguous');
    expect(value('12,5', 'decimal', 'en')).toBe(12.5);
  });

  test('any text gets an answer, and numbers fit their kind', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('whole', 'quarter', 'share', 'decimal', 'signed'), (text, kind) => {
      const parsed = parseNumber(text, { kind: kind as NumberKind });
      if (!parsed.ok || parsed.value === null) return;
      expect(Number.isFinite(parsed.value)).toBe(true);
      if (kind === 'whole') expect(Number.isInteger(parsed.value) && parsed.value >= 0).toBe(true);
      if (kind === 'share') expect(parsed.value).toBeLessThanOrEqual(1);
    }));
  });
});

describe('dates people type', () => {
  test.each([['01.02.2020', '2020-02-01'], ['1.2.2020', '2020-02-01'], ['1/2/2020', '2020-02-01'], ['2020-02-01', '2020-02-01'], ['1 Feb 2020', '2020-02-01'], ['29.02.2024', '2024-02-29'], ['', ''], ['н/д', '']])(
    '«%s»', (text, iso) => expect(parseDate(text)).toBe(iso));
  test.each(['31.02.2020', '29.02.2023', '2020', '01.13.2020', '1.1.20', '01.02.1850', 'вчора', '2020-02-30'])('«%s» is refused', (text) => expect(parseDate(text)).toBe(null));
});

test('search folds case and apostrophes', () => {
  expect(foldText(" Знам'янка ")).toBe(foldText('ЗНАМ’ЯНКА'));
  expect(foldText('ПІДГІРʼЯ')).toBe('підгірʼя');
});
