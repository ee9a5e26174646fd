// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Num, TraceRef } from '#contract/models.ts';
import { ChartCard, GapDumbbell, gapTable, heatOf, heatOfShare, RangeBars, rangeTable, ScoreBars, SegmentedBar, segmentTable, tableText, type GapDatum, type RangeDatum, type Segment } from '../../src-renderer/charts/index.ts';
import { bySizeUnknownLast } from '../../src-renderer/charts/types.ts';
import { makeWords } from '../../src-renderer/charts/words.ts';
import { setLanguage, translate } from '../../src-renderer/i18n/index.ts';

type Translate = (key: string, params?: Record<string, unknown>) => unknown;

const ref = (result: 'unmet' | 'coverage' = 'unmet', service = 's'): TraceRef => ({ kind: 'result', result, service, group: '', territory: 'x', year: 2020, scenario: 'base' });
const num = (value: number | null, more: Partial<Num> = {}): Num => ({ state: value === null ? 'unknown' : 'computed', value, low: value, high: value, unit: 'person', assumed: false, recalled: false, ref: ref(), missing: [], ...more });
const share = (value: number | null, more: Partial<Num> = {}) => num(value, { unit: 'share', ...more });

const gap = (id: string, need: number | null, served: number | null, capacity: number | null, unmet: number | null, coverage: number | null): GapDatum =>
  ({ id, code: id, label: `Послуга ${id}`, need: num(need), served: num(served), capacity: num(capacity), unmet: num(unmet, { ref: ref('unmet', id) }), coverage: share(coverage) });
const GAPS = [gap('015.2', null, 18, 25, null, null), gap('015.1', 453, 316, 318, 137, 0.698), gap('019.0', 576, 576, 600, 0, 1), gap('015.3', 545, 361, 365, 184, 0.662), gap('021.0', null, null, null, null, null)];
const GROUPS: RangeDatum[] = [
  { id: 'deaf', label: 'Порушення слуху', num: num(null) },
  { id: 'idp', label: 'ВПО', num: num(61, { state: 'carried' }) },
  { id: 'old', label: 'Особи похилого віку', num: num(2259, { low: 2259, high: 2567, assumed: true, state: 'prefilled' }) },
  { id: 'none', label: 'Нуль', num: num(0) },
];

afterEach(() => {
  cleanup();
  setLanguage('uk');
});
const words = (lang: 'uk' | 'en' = 'uk') => makeWords(lang, (key, params) => String((translate as unknown as Translate)(key, { lng: lang, ...params })));
const marks = (kind: string) => document.querySelectorAll(`[data-mark="${kind}"]`).length;
const cellsOf = (table: HTMLElement) => within(table).getAllByRole('row').map((row) => [...row.children].map((c) => c.textContent));

describe('not known is not zero', () => {
  it('draws a hatched lane and no ring for an unknown need', () => {
    render(<GapDumbbell rows={GAPS} />);
    expect(document.querySelectorAll('[data-unknown="need"]')).toHaveLength(2);
    expect(marks('need')).toBe(3);
    expect(marks('served')).toBe(4);
    expect(marks('capacity')).toBe(4);
    expect(screen.getAllByText('потреба н/д')).toHaveLength(2);
  });
  it('says what is known of a number that is only partly known, on the chart and in its table', () => {
    const row = { ...gap('022.0', null, 1, null, null, null), unmet: num(null, { state: 'partial', low: 2 }), coverage: share(null, { state: 'partial', high: 0.25 }) };
    render(<GapDumbbell rows={[...GAPS, row]} />);
    expect(screen.getByText('від 2')).toBeTruthy();
    expect(screen.getByText(/до 25,0.%/)).toBeTruthy();
    expect(tableText(gapTable([row], words('en')), words('en'))).toContain('from 2');
  });
  it('says how many are served beside the axis too, when the need is not known', () => {
    render(<GapDumbbell rows={[...GAPS, gap('022.0', null, 1, null, null, null)]} />);
    expect(screen.getAllByText('1').some((text) => text.classList.contains('ch-served'))).toBe(true);
  });
  it('draws no bar for an unknown size and a bar of no width for zero', () => {
    render(<RangeBars rows={GROUPS} />);
    expect(document.querySelectorAll('[data-unknown="value"]')).toHaveLength(1);
    expect([...document.querySelectorAll('[data-mark="bar"]')].map((b) => Number(b.getAttribute('width')) > 0)).toEqual([true, true, false]);
  });
  it('copies not known in words and zero as 0', () => {
    const lines = tableText(gapTable(GAPS, words()), words()).split('\r\n').map((l) => l.split('\t'));
    expect(lines[0]).toEqual(['Послуга', 'Код', 'потреба', 'отримує', 'спроможність', 'без послуги', 'охоплення']);
    expect(lines[1]).toEqual(['Послуга 015.3', '015.3', '545', '361', '365', '184', '66,2%']);
    expect(lines.at(-1)).toEqual(['Послуга 021.0', '021.0', 'н/д', 'н/д', 'н/д', 'н/д', 'н/д']);
    expect(lines[3]?.[5]).toBe('0');
  });
  it('puts unknown rows last whatever their order', () => {
    expect(bySizeUnknownLast(GAPS, (g) => g.unmet).map((g) => g.id)).toEqual(['015.3', '015.1', '019.0', '015.2', '021.0']);
  });
});

describe('the table twin', () => {
  it('holds the data of the dumbbells, in the order of the chart, each number a button that opens its trace', async () => {
    const onTrace = vi.fn();
    render(<ChartCard title="Найбільші розриви" table={gapTable(GAPS, words())} onTrace={onTrace}><GapDumbbell rows={GAPS} /></ChartCard>);
    await userEvent.click(screen.getByRole('button', { name: 'Таблицею: Найбільші розриви' }));
    expect(screen.queryByRole('img')).toBeNull();
    const rows = cellsOf(screen.getByRole('table', { name: 'Найбільші розриви' }));
    expect(rows[1]).toEqual(['Послуга 015.3', '015.3', '545', '361', '365', '184', '66,2\u00a0%']);
    expect(rows.map((r) => r[0])).toEqual(['Послуга', 'Послуга 015.3', 'Послуга 015.1', 'Послуга 019.0', 'Послуга 015.2', 'Послуга 021.0']);
    await userEvent.click(screen.getByRole('button', { name: '137' }));
    expect(onTrace).toHaveBeenCalledExactlyOnceWith(ref('unmet', '015.1'));
    await userEvent.click(screen.getByRole('button', { name: 'Діаграмою: Найбільші розриви' }));
    expect(screen.getByRole('img')).toBeTruthy();
  });
  it('tells bounds and states of sizes apart', () => {
    const table = rangeTable(GROUPS, words());
    expect(table.rows.map((r) => r.id)).toEqual(['old', 'idp', 'none', 'deaf']);
    const lines = tableText(table, words()).split('\r\n').map((l) => l.split('\t'));
    expect(lines[1]).toEqual(['Особи похилого віку', '2259', '2259', '2567', 'оцінка']);
    expect(lines[2]?.at(-1)).toBe('торік, не підтверджено');
    expect(lines[4]).toEqual(['Порушення слуху', 'н/д', '', '', 'не відомо']);
  });
  it('lists every code of a segmented bar', () => {
    const parts: Segment[] = [{ id: 'a', look: 'full', label: 'Надається', items: [{ id: '1', label: '002.0' }, { id: '2', label: '003.0' }] }, { id: 'b', look: 'unknown', label: 'Не відомо', items: [] }];
    expect(tableText(segmentTable(parts, words()), words())).toContain('Надається\t2\t002.0, 003.0');
    render(<SegmentedBar parts={parts} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Усього 2: Надається – 2; Не відомо – 0');
    expect(screen.getByRole('img').children).toHaveLength(1);
  });
});

describe('names for those who cannot see', () => {
  it('gives each chart an image role and a sentence', () => {
    render(<GapDumbbell rows={GAPS} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Потреба, отримує і спроможність: 5 послуг; потребу не відомо: 2. Усі числа – у таблиці.');
  });
  it('leaves no Cyrillic outside lang="uk" in English', async () => {
    setLanguage('en');
    const rows = GAPS.map((g) => ({ ...g, lang: 'uk' as const }));
    render(<ChartCard title="Largest gaps" table={gapTable(rows, words('en'))}><GapDumbbell rows={rows} /></ChartCard>);
    const loose = () => [...document.body.querySelectorAll('*')].filter((e) => !e.closest('[lang=uk]') && (/\p{Script=Cyrillic}/u.test([...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.textContent).join('')) || /\p{Script=Cyrillic}/u.test(e.getAttribute('aria-label') ?? '')));
    expect(loose()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'As a table: Largest gaps' }));
    expect(loose()).toEqual([]);
  });
  it('says estimate and last year in words', () => {
    render(<ScoreBars name="Черговість" onTrace={vi.fn()} rows={[{ id: 'a', label: 'А', score: num(78, { unit: 'point', assumed: true }), parts: [40, 38], reason: 'базова' }]} />);
    expect(screen.getByRole('button', { name: '78, оцінка' })).toBeTruthy();
    expect(screen.getByText('40 + 38')).toBeTruthy();
  });
});

describe('a number in the chart', () => {
  it('opens its trace by click', () => {
    const onTrace = vi.fn();
    render(<GapDumbbell rows={GAPS} onTrace={onTrace} />);
    fireEvent.click(screen.getByText('184'));
    expect(onTrace).toHaveBeenCalledExactlyOnceWith(ref('unmet', '015.3'));
  });
});

describe('heat by the value that is shown', () => {
  it.each([[1.2, 'h1'], [0.9, 'h1'], [0.895, 'h1'], [0.894, 'h2'], [0.75, 'h2'], [0.745, 'h2'], [0.744, 'h3'], [0.65, 'h3'], [0.645, 'h3'], [0.644, 'h4'], [0.01, 'h4'], [0.005, 'h4'], [0.0049, 'h5'], [0, 'h5']] as const)('%d → %s', (value, heat) => {
    expect(heatOfShare(value)).toBe(heat);
  });
  it('is no colour when need or coverage is not known, and white when nobody needs it', () => {
    const cell = (need: number | null, unmet: number | null, coverage: number | null) => ({ need: num(need), unmet: num(unmet), coverage: share(coverage) });
    expect(heatOf(cell(null, null, null))).toBe('nd');
    expect(heatOf(cell(5, 5, null))).toBe('nd');
    expect(heatOf(cell(0, 0, null))).toBe('h0');
    expect(heatOf({ ...cell(2, 2, 0), unmet: num(2, { state: 'partial' }) })).toBe('nd');
    expect(heatOf(cell(5, 5, 0))).toBe('h5');
  });
});
