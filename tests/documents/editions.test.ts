import { describe, expect, test } from 'vitest';
import { buildNeedsReport, needsReportSections, smallCountsInWords, type ReportViews } from '../../src-main/documents/needsReport.ts';
import { isSmall, maskCells, maskParts, maskService, type Mask, type ServiceCounts } from '../../src-main/documents/needsReport/suppress.ts';
import { textOf, type Edition, type Language, type Paper, type TableBlock } from '../../src-main/documents/tree.ts';
import { both, num, SERVICES, views, type ServiceFacts } from './fixtures.ts';

const build = (language: Language, edition: Edition, facts: readonly ServiceFacts[] = SERVICES): Paper => buildNeedsReport(views(facts), { language, edition });
const tables = (paper: Paper): TableBlock[] => paper.blocks.filter((b) => b.kind === 'table');
const rowOf = (paper: Paper, caption: string, name: string): string[] => {
  const row = tables(paper).find((t) => t.caption === caption)?.rows.find((r) => textOf(r[0] ?? []).startsWith(name));
  return (row ?? []).map(textOf);
};
const NEEDS = 'Загальна, задоволена і незадоволена потреба';

/** Counts of people a service can have: served and need known, the rest follows. */
const counts = (general: number, served: number, capacity: number | null): ServiceCounts => {
  const unmet = Math.max(0, general - served);
  return { general, served, unmet, excess: Math.max(0, served - general), occupied: null, capacity, gapPersons: capacity === null ? null : Math.max(0, general - capacity), low: unmet, high: unmet };
};
const fits = (mask: Mask, shown: number | null, n: number | null): boolean => (mask === 'show' ? shown === n : mask === 'small' ? isSmall(n) : n !== 0);

describe('the edition for publication', () => {
  test('no count under five can be read or worked out from what is printed of a service', () => {
    for (let general = 0; general <= 24; general++) for (let served = 0; served <= 24; served++) {
      const real = counts(general, served, null);
      const m = maskService(real, 'public');
      const names = ['general', 'served', 'unmet', 'excess'] as const;
      for (const name of names) if (isSmall(real[name])) expect(m[name]).toBe('small');
      // Whoever knows the rules tries all pairs of numbers that would print the same.
      const possible: ServiceCounts[] = [];
      for (let g = 0; g <= 40; g++) for (let s = 0; s <= 40; s++) {
        const other = counts(g, s, null);
        if (names.every((name) => fits(m[name], real[name], other[name]))) possible.push(other);
      }
      for (const name of names) if (isSmall(real[name])) expect(new Set(possible.map((p) => p[name])).size, `${name} of ${general}, ${served}`).toBeGreaterThan(1);
      if (m.any) expect(m.derived).toBe('cover');
    }
  });

  test('where a share stands for few people it is hidden; its source, its reason and the way are printed', () => {
    const rate = (group: string, value: number, size: number, n: number): NonNullable<ReportViews['rates']>[number] => ({
      service: '015.1', group: both(group), rate: num(value, 'share', { low: value / 2, high: value }), potential: num(value * size, 'person'), source: 'survey', from: both('Опитування 2026'), asOf: '2026-10-31', n, reason: 'облік новий',
    });
    const base = views(SERVICES);
    const needs = { ...base.needs, rows: base.needs.rows.map((row) => (row.id === '015.1' ? { ...row, chosen: 'max' as const } : row)) };
    const all: ReportViews = { ...base, needs, rates: [rate('Старші', 0.3, 1000, 100), rate('Мала група', 0.1, 30, 100), rate('Мало відповідей', 0.04, 1000, 100)], reasons: { '015.1': 'облік не бачить сіл' } };
    const printed = (edition: Edition) => tables(buildNeedsReport(all, { language: 'uk', edition })).find((t) => t.caption.startsWith('Звідки частки'))?.rows.map((row) => row.map(textOf)) ?? [];
    const told = 'власне опитування; Опитування 2026; 31.10.2026; обрано, бо облік новий';
    expect(printed('service').map((row) => row.slice(1))).toEqual([['Старші', '30,0\u00a0%', '15,0–30,0\u00a0%', told, '100'], ['Мала група', '10,0\u00a0%', '5,0–10,0\u00a0%', told, '100'], ['Мало відповідей', '4,0\u00a0%', '2,0–4,0\u00a0%', told, '100']]);
    expect(printed('public').map((row) => row.slice(2, 4))).toEqual([['30,0\u00a0%', '15,0–30,0\u00a0%'], ['приховано', 'приховано'], ['приховано', 'приховано']]);
    expect(buildNeedsReport(all, { language: 'uk', edition: 'service' }).blocks.flatMap((b) => (b.kind === 'list' ? b.items.map(textOf) : []))).toContain('Догляд вдома – більше з обліку та розрахунку за групами: облік не бачить сіл');
  });

  test('a small gap against the capacity is not printed, nor are need and capacity that would give it', () => {
    const m = maskService(counts(450, 300, 447), 'public');
    expect([m.gapPersons, m.general, m.capacity]).toEqual(['small', 'cover', 'cover']);
  });

  test('parts of a group and cells of a row hide together', () => {
    expect(maskParts(41, [38, 3], 'public')).toEqual({ whole: 'show', parts: ['cover', 'small'] });
    expect(maskParts(41, [30, 11], 'public')).toEqual({ whole: 'show', parts: ['show', 'show'] });
    expect(maskParts(3, [null, null], 'public').whole).toBe('small');
    expect(maskCells([3, 200, null, 0], 'public')).toEqual(['cover', 'cover', 'show', 'cover']);
    expect(maskCells([3, 200], 'service')).toEqual(['show', 'show']);
  });

  test('prints «менше 5» and «приховано» instead of numbers, and keeps zero', () => {
    const paper = build('uk', 'public');
    expect(rowOf(paper, NEEDS, 'Кризове')).toEqual(['Кризове та екстрене втручання', 'осіб', '10', 'приховано', 'менше 5', 'приховано', 'приховано', '8']);
    expect(rowOf(paper, NEEDS, 'Притулок').slice(2, 6)).toEqual(['менше 5', 'менше 5', '0', 'приховано']);
    expect(rowOf(paper, NEEDS, 'Тимчасовий').slice(2, 5)).toEqual(['приховано', 'менше 5', 'менше 5']);
    expect(rowOf(paper, 'Чисельність цільових груп', 'Особи, які постраждали')[2]).toBe('менше 5');
    expect(rowOf(paper, 'Чисельність цільових груп', 'Діти').slice(2, 5)).toEqual(['41', 'приховано', 'менше 5']);
    expect(rowOf(paper, 'Незадоволена потреба за територіями', 'Представництво')).toEqual(['Представництво інтересів', 'приховано', 'приховано', '5']);
    expect(rowOf(paper, 'Громада в числах', 'Баланс')[1]).toBe('менше 5');
    expect(textOf(paper.blocks.flatMap((b) => (b.kind === 'paragraph' ? b.runs : [])))).toContain('баланс ВПО – менше 5');
  });

  test.each(['uk', 'en'] as const)('no printed count of people is 1–4, in tables, texts and pictures (%s)', (language) => {
    const people = /(?<![\d.,\u00a0–~№(])−?[1-4]\*?\u00a0(?:ос|сім|дит|person|people|famil|child)/u;
    for (const block of build(language, 'public').blocks) {
      if (block.kind === 'table') {
        const columns = block.columns.flatMap((c, i) => (/потреба|тримують|Чисельність|Жінки|Чоловіки|Зайнято|спроможн|Громада|Гриц|Срібне|need|Served|Unmet|Size|Women|Men|Occupied|apacity|Community|Sribne|Hryts/u.test(c.title) ? [i] : []));
        for (const row of block.rows) for (const i of columns) expect(textOf(row[i] ?? []), `${block.caption}: ${textOf(row[0] ?? [])}`).not.toMatch(/^[~−\s]*[1-4]\*?$/u);
      }
      if (block.kind === 'paragraph') expect(textOf(block.runs)).not.toMatch(people);
      if (block.kind === 'list') for (const item of block.items) expect(textOf(item)).not.toMatch(people);
      if (block.kind === 'chart' && /font-weight="600"/.test(block.svg) && !/rx="2"/.test(block.svg)) expect(block.svg).not.toMatch(/>[1-4]\*?<\/text>/);
    }
  });

  test('every number it prints is the one of the edition for office use', () => {
    const open = tables(build('uk', 'service'));
    for (const table of tables(build('uk', 'public'))) {
      const twin = open.find((t) => t.caption === table.caption);
      for (const row of table.rows) {
        const same = twin?.rows.find((r) => textOf(r[0] ?? []).replace(/ \(.*/, '') === textOf(row[0] ?? []).replace(/ \(.*/, ''));
        row.forEach((cell, i) => { if (!/менше 5|приховано|\(отримує/.test(textOf(cell))) expect(textOf(cell)).toBe(textOf(same?.[i] ?? [])); });
      }
    }
  });

  test('points to small counts in the department’s own words', () => {
    expect(smallCountsInWords({ needs: 'Послугу отримують 3 особи та 14 осіб.', gaps: 'Усе гаразд: 2,5 ставки, 40 осіб.' })).toEqual([{ section: 'needs', found: ['3 особи'] }]);
    expect(smallCountsInWords({ needs: '2 families wait' })[0]?.found).toEqual(['2 families']);
  });
});

describe('the edition for office use', () => {
  test('prints the published figures to the digit, with range, mark and source', () => {
    const paper = build('uk', 'service');
    expect(rowOf(paper, NEEDS, 'Догляд вдома')).toEqual(['Догляд вдома', 'осіб', '453', '316', '137*', '69,8\u00a0%', '137–169', '8']);
    expect(rowOf(paper, NEEDS, 'Денний догляд').slice(2, 6)).toEqual(['545', '361', '184', '66,2\u00a0%']);
    expect(rowOf(paper, NEEDS, 'Догляд стаціонарний').slice(2, 6)).toEqual(['н/д', '18', 'н/д', 'н/д']);
    expect(rowOf(build('en', 'service'), 'General, met and unmet need', 'Home care').slice(2, 7)).toEqual(['453', '316', '137*', '69.8%', '137–169']);
  });

  test('never adds services up: no row is a total', () => {
    for (const table of tables(build('uk', 'service'))) for (const row of table.rows) expect(textOf(row[0] ?? [])).not.toMatch(/^(Усього|Разом|Всього)/);
  });

  test('says that formulas are the program’s own and where a recalled norm took part', () => {
    const paper = build('uk', 'service');
    const text = textOf(paper.blocks.flatMap((b) => (b.kind === 'paragraph' ? b.runs : b.kind === 'table' ? b.note ?? [] : [])));
    expect(text).toContain('Це розрахунок програми, а не формула нормативного акта.');
    expect(text).toContain('звірте з текстом акта');
    expect(text).not.toContain('130-Н');
  });
});

describe('sections for editing', () => {
  const sections = needsReportSections(views(), 'uk');
  const of = (id: string): string => sections.find((s) => s.id === id)?.derived ?? '';
  test('are nine, in order', () => expect(sections.map((s) => s.id)).toEqual(['method', 'groups', 'system', 'needs', 'gaps', 'flags', 'recommendations', 'notMeasured', 'sources']));

  test('recommendations follow from the data and name service and figures', () => {
    const lines = of('recommendations').split('\n');
    expect(lines[0]).toContain('Організувати базову послугу «Підтримане проживання осіб похилого віку та осіб з інвалідністю» (потреба – 11\u00a0осіб)');
    expect(lines[1]).toContain('(потребу ще треба визначити)');
    expect(lines.join('\n')).toContain('«Догляд вдома»: не отримують 137*\u00a0осіб, загальна потреба – 453\u00a0особи, межі 137–169. Заповнити вакансії – 9\u00a0ставок: це дає змогу обслужити ще 90\u00a0осіб; для решти');
    expect(lines.join('\n')).toContain('«Денний догляд»: не отримують 184\u00a0особи, загальна потреба – 545\u00a0осіб. Ввести 7\u00a0ставок і 185\u00a0місць');
    expect(lines.join('\n')).toContain('«Консультування»: отримують 236\u00a0осіб за потреби 210\u00a0осіб.');
    expect(lines.at(-1)).toContain('Визначити потребу в послугах');
    expect(lines.join('\n')).not.toContain('Натуральна допомога');
  });

  test('vacancies that cover the gap close it', () => {
    const facts = SERVICES.map((s) => (s.id === '015.1' ? { ...s, posts: 60 } : s));
    expect(needsReportSections(views(facts), 'uk').find((s) => s.id === 'recommendations')?.derived).toContain('і закриває розрив');
  });

  test('what is unknown is listed, not counted as zero', () => {
    expect(of('notMeasured')).toContain('Бездомні особи; Особи з порушеннями слуху');
    expect(of('needs')).toBe('');
  });
});

describe('red flags in the paper', () => {
  const of = (flags: ReportViews['overview']['flags'], edition: 'service' | 'public' = 'service', facts = SERVICES): string => {
    const made = views(facts);
    return needsText({ ...made, overview: { ...made.overview, flags } }, edition);
  };
  const needsText = (made: ReportViews, edition: 'service' | 'public'): string => {
    const paper = buildNeedsReport(made, { language: 'uk', edition });
    const at = paper.blocks.findIndex((b) => b.kind === 'heading' && b.text.includes('Червоні позначки'));
    const next = paper.blocks.findIndex((b, i) => i > at && b.kind === 'heading');
    return paper.blocks.slice(at + 1, next).flatMap((b) => (b.kind === 'list' ? b.items.map((item) => textOf(item)) : b.kind === 'paragraph' ? [textOf(b.runs)] : [])).join('\n');
  };
  const flag = (id: string, params: Readonly<Record<string, number | string | ReturnType<typeof both>>>, service: string | null = null): ReportViews['overview']['flags'][number] =>
    ({ id, level: 'warn', title: { key: '', params: {} }, text: { key: '', params }, service, link: null, page: 'needs' });
  test('every kind has its own words, none is dropped and none speaks of what is not known', () => {
    const all = [
      flag('noProvider', { services: both('А; Б') }), flag('excess:002.0', { n: 26 }, '002.0'), flag('overFilled:015.1', { n: 2 }, '015.1'), flag('overOccupied:015.2', { n: 7 }, '015.2'),
      flag('published', { total: 1599, places: 25, persons: 1574 }), flag('recalled:x', { norm: both('Навантаження'), value: 6, unit: both('осіб на ставку') }), flag('notInForce:y', { norm: both('Стара норма'), value: 4, unit: both('год') }), flag('population', { difference: -120 }),
    ];
    const lines = of(all).split('\n');
    expect(lines).toHaveLength(all.length);
    expect(lines.join('\n')).not.toMatch(/н\/д|undefined|\[object/u);
    for (const [at, words] of ['ніхто не надає', 'на 26 більше', 'заповнених ставок більше', 'зайнятих місць більше', '1\u00a0599', 'Навантаження – 6 осіб на ставку', 'не діє', 'різниця – 120'].entries()) expect(lines[at]).toContain(words);
  });
  test('an unknown kind stops the making: no flag is dropped in silence', () => expect(() => of([flag('new:thing', {})])).toThrow(/new:thing/u));
  test('an edition for publication tells no small number', () => {
    const text = of([flag('overOccupied:016.0', { n: 3 }, '016.0'), flag('published', { total: 1599, places: 25, persons: 1574 }), flag('population', { difference: 2 })], 'public');
    expect(text).not.toMatch(/\d/u);
  });
  test('no flag, no recommendation calls a service unprovided when only its providers are not entered', () => {
    const made = views();
    const unsure = { ...made, gaps: { ...made.gaps, rows: made.gaps.rows.map((row) => ({ ...row, noProvider: false })) }, capacity: { ...made.capacity, rows: made.capacity.rows.map((row) => ({ ...row, state: 'none' as const })) } };
    const text = buildNeedsReport(unsure, { language: 'uk', edition: 'service' }).blocks.flatMap((b) => (b.kind === 'list' && b.ordered ? b.items.map((item) => textOf(item)) : [])).join('\n');
    expect(text).not.toContain('ніхто не надає');
  });
});
