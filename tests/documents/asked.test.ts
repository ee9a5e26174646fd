import { describe, expect, test } from 'vitest';
import { buildNeedsReport, type ReportSurvey } from '../../src-main/documents/needsReport.ts';
import { textOf, type Edition, type Language } from '../../src-main/documents/tree.ts';
import { both, SERVICES, views } from './fixtures.ts';

const FACTS: NonNullable<ReportSurvey['facts']> = {
  name: 'Потреби', started: '2027-02-01', ended: '2027-02-20', invited: 80, note: 'Телефоном', answered: 43, population: 900, designEffect: 1, weights: null,
  strata: [
    { role: 'sex', unsaid: 0, rows: [{ name: both('жінка', 'woman'), people: 480, answered: 30 }, { name: both('чоловік', 'man'), people: 420, answered: 13 }] },
    { role: 'territory', unsaid: 2, rows: [{ name: both('Срібне', 'Sribne'), people: 700, answered: 41 }, { name: both('Гриціївка', 'Hrytsiivka'), people: 200, answered: 0 }] },
    { role: 'groups', unsaid: 0, rows: [{ name: both('Старші', 'Older people'), people: 3, answered: 40 }, { name: both('Ветерани', 'Veterans'), people: null, answered: 3 }] },
  ],
};
const asked = (facts: ReportSurvey['facts'] = FACTS): ReportSurvey => ({ source: 'Опитування «Потреби»', asOf: '2027-02-20', selection: 'random', facts, margin: 0.146 });
const paper = (edition: Edition, language: Language, surveys: readonly ReportSurvey[] = [asked()]) => buildNeedsReport({ ...views(SERVICES), asked: surveys }, { edition, language });
const table = (edition: Edition, language: Language = 'uk') => {
  const found = paper(edition, language).blocks.find((block) => block.kind === 'table' && /^(Хто відповів|Who answered)/.test(block.caption));
  return found?.kind === 'table' ? found : null;
};
const rows = (edition: Edition, language: Language = 'uk') => table(edition, language)?.rows.map((row) => row.map(textOf));

describe('who was asked, by parts', () => {
  test('the working edition prints every part with its people', () => {
    expect(rows('service')).toEqual([
      ['стать', 'жінка', '480', '30'], ['', 'чоловік', '420', '13'], ['де живе', 'Срібне', '700', '41'], ['', 'Гриціївка', '200', '0'], ['', 'не назвали', '', '2'], ['група', 'Старші', '3', '40'], ['', 'Ветерани', '', '3'],
    ]);
    expect(rows('service', 'en')?.[0]).toEqual(['sex', 'woman', '480', '30']);
  });
  test('the edition for publication hides all parts where one is small, names no people, and says why', () => {
    expect(rows('public')).toEqual([
      ['стать', 'жінка', '30'], ['', 'чоловік', '13'], ['де живе', 'Срібне', 'приховано'], ['', 'Гриціївка', 'приховано'], ['', 'не назвали', 'менше 5'], ['група', 'Старші', 'приховано'], ['', 'Ветерани', 'менше 5'],
    ]);
    expect(textOf(table('public')?.note ?? [])).toContain('«менше 5»');
    const words = JSON.stringify(paper('public', 'uk').blocks);
    expect([words.includes('Телефоном'), words.includes('Запрошено: 80, відповіли: 43 (53,8\u00a0%)')]).toEqual([false, true]);
    const few = JSON.stringify(paper('public', 'uk', [asked({ ...FACTS, invited: 9, answered: 3, strata: [] })]).blocks);
    expect(few).toContain('Запрошено: 9, відповіли: менше 5.');
  });
  test('without a survey the report is as it was', () => {
    expect(paper('service', 'uk', [])).toEqual(buildNeedsReport(views(SERVICES), { edition: 'service', language: 'uk' }));
  });
});
