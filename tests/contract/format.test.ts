import { describe, expect, test } from 'vitest';
import { editText, formatDate, formatDateTime, formatNumber, formatRange, formatShare, formatTime, formatValue, formatValueRange, roundFor, roundHalf } from '#contract/format.ts';
import { parseNumber } from '#contract/parse.ts';
import fc from 'fast-check';

describe('numbers as text', () => {
  test.each([
    [1574, 'uk', {}, '1\u00A0574'], [1574, 'en', {}, '1,574'], [12.5, 'uk', {}, '12,5'], [12.5, 'en', {}, '12.5'],
    [-266.7, 'uk', { digits: 1 }, '\u2212266,7'], [-266.7, 'en', { digits: 1 }, '\u2212266.7'], [26, 'uk', { sign: true }, '+26'],
    [0, 'uk', { sign: true }, '0'], [-0.2, 'uk', { digits: 0 }, '0'], [1234567.891, 'uk', { digits: 2 }, '1\u00A0234\u00A0567,89'], [3, 'uk', { digits: 2 }, '3,00'],
  ] as const)('%d in %s', (n, language, style, text) => expect(formatNumber(n, language, style)).toBe(text));

  test('what is not a number is refused, not printed', () => {
    expect(() => formatNumber(Number.NaN, 'uk')).toThrow(RangeError);
    expect(() => formatValue(Number.POSITIVE_INFINITY, 'person', 'uk')).toThrow(RangeError);
  });

  test.each([[2.5, 0, 3], [-2.5, 0, -3], [2.675, 2, 2.68], [1.005, 2, 1.01], [168.71000000000004, 2, 168.71], [0.5 - 1e-17, 0, 1], [-0.4, 0, 0], [1e-7, 2, 0], [1e21, 2, 1e21], [12345, -2, 12300]])(
    '%d at %d decimals', (n, digits, rounded) => expect(Object.is(roundHalf(n, digits), rounded)).toBe(true));

  test('shares', () => {
    expect(formatShare(316 / 453, 'uk')).toBe('69,8\u00A0%');
    expect(formatShare(316 / 453, 'en')).toBe('69.8%');
    expect(formatShare(1, 'uk', 0)).toBe('100\u00A0%');
  });

  test('ranges', () => {
    expect(formatRange(137, 168.71, 'uk')).toBe('137–169');
    expect(formatRange(136.9, 137.2, 'uk')).toBe('137');
    expect(formatRange(-5, 3, 'en')).toBe('\u22125–3');
    expect(formatValueRange(0.65, 0.7051, 'share', 'uk')).toBe('65,0–70,5\u00A0%');
    expect(formatValueRange(22.5, 23, 'post', 'uk')).toBe('22,5–23');
  });

  test('each unit has its own precision', () => {
    expect(formatValue(168.71, 'person', 'uk')).toBe('169');
    expect(formatValue(22.75, 'post', 'uk')).toBe('22,75');
    expect(formatValue(23, 'post', 'uk')).toBe('23');
    expect(formatValue(582, 'km2', 'uk')).toBe('582,0');
    expect(formatValue(4100, 'thousandUah', 'uk')).toBe('4\u00A0100,0');
    expect(formatValue(0.698, 'share', 'en')).toBe('69.8%');
    expect(roundFor(168.71, 'person')).toBe(169);
    expect(roundFor(0.69757, 'share')).toBe(0.698);
  });

  test('the text for editing is read back to the same value', () => {
    expect(editText(1574, 'person', 'uk')).toBe('1574');
    expect(editText(12.5, 'km2', 'uk')).toBe('12,5');
    expect(editText(0.07, 'share', 'uk')).toBe('7%');
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom('uk' as const, 'en' as const), (n, language) => {
      expect(parseNumber(editText(n, 'person', language), { kind: 'whole', language })).toEqual({ ok: true, value: n, estimate: false });
      expect(parseNumber(editText(n / 4, 'post', language), { kind: 'quarter', language })).toEqual({ ok: true, value: n / 4, estimate: false });
      expect(parseNumber(editText(n / 10_000_000, 'share', language), { kind: 'share', language })).toEqual({ ok: true, value: n / 10_000_000, estimate: false });
    }));
  });

  test('the text on the screen is read back too', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.constantFrom('uk' as const, 'en' as const), (n, language) => {
      expect(parseNumber(formatNumber(n, language, { digits: 0 }), { kind: 'whole', language })).toEqual({ ok: true, value: n, estimate: false });
      expect(parseNumber(formatNumber(n / 10, language, { digits: 1 }), { kind: 'decimal', language })).toEqual({ ok: true, value: n / 10, estimate: false });
    }));
  });
});

describe('dates as text', () => {
  test.each([
    ['2020-02-01', 'uk', '01.02.2020'], ['2020-02-01', 'en', '1 Feb 2020'], ['2020-09-30', 'en', '30 Sep 2020'], ['2020-02', 'uk', '02.2020'],
    ['2023-07', 'en', 'Jul 2023'], ['2022', 'uk', '2022'], ['', 'uk', ''], ['soon', 'en', 'soon'],
  ] as const)('%s in %s', (iso, language, text) => expect(formatDate(iso, language)).toBe(text));

  test('times stand on the clock of this computer', () => {
    const at = new Date(2020, 1, 3, 10, 12).toISOString();
    expect(formatTime(at)).toBe('10:12');
    expect(formatDateTime(at, 'uk')).toBe('03.02.2020, 10:12');
    expect(formatTime('never')).toBe('never');
  });
});
