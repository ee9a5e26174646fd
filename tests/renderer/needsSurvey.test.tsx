// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SurveyRow, SurveyView } from '#contract/api/needs.ts';
import type { Cell } from '#contract/models.ts';
import NeedsPage from '../../src-renderer/pages/needs/NeedsPage.tsx';
import { cellHref } from '../../src-renderer/lib/route.ts';
import { at, cell, groupsOf, group, inputsOf, key, need, needsOf, Refused, result, settle, startProgram, type, type Program } from './figuresHarness.tsx';

function row(id: string, yes: number | null, answered: number | null, more: Partial<SurveyRow> = {}): SurveyRow {
  const of = (measure: 'surveyYes' | 'surveyAnswered' | 'surveyPopulation' | 'needRate', value: number | null, extra: Partial<Cell> = {}): Cell => cell(key(measure, { service: 's1.1', group: id }), value, extra);
  const known = yes !== null && answered !== null;
  return {
    group: id, name: { uk: `Група ${id}`, en: `Group ${id}` }, counted: known, size: result(600), yes: of('surveyYes', yes), answered: of('surveyAnswered', answered), population: of('surveyPopulation', null), defaultRate: of('needRate', null, { unit: 'share' }),
    rate: result(known ? yes / answered : null, { unit: 'share' }), rateSource: known ? 'survey' : 'none', smallSample: false, selection: 'random', potential: result(known ? (600 * yes) / answered : null), ...more,
  };
}
const service = need('s1.1', 453, 316);
let view: SurveyView;
let program: Program;
beforeEach(() => {
  view = { service, method: 'registry', reason: '', selection: 'random', rows: [row('lonely', 71, 118, { rate: result(0.602, { unit: 'share', low: 0.521, high: 0.678 }) }), row('small', 14, 21, { smallSample: true }), row('idp', null, null)], registry: result(453), survey: result(431, { low: 363, high: 498, state: 'assumption', assumed: true }), max: result(453), overlap: { mode: 'unknown', share: null, order: [], adds: {} } };
  program = startProgram({
    'survey.view': () => view, 'needs.view': () => needsOf([service]), 'groups.view': () => groupsOf([group('idp', { value: null }), group('extra', { value: 5 })]),
    'need.choose': () => ({ revision: 2, areas: ['needs'] }), 'plan.set': () => ({ revision: 3, areas: ['needs'] }), 'figures.set': () => ({ revision: 4, areas: ['needs'] }),
  });
  window.location.hash = '#/needs?survey=s1.1';
});
afterEach(cleanup);
async function draw(): Promise<void> {
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  render(<NeedsPage />);
  await settle();
}

describe('how the need of a service is found', () => {
  test('a choice that is refused is said and not shown as saved', async () => {
    program.answers['need.choose'] = () => { throw new Refused('plan.readOnly'); };
    await draw();
    fireEvent.click(screen.getByRole('radio', { name: 'За групами' }));
    fireEvent.click(screen.getByRole('button', { name: 'Обрати цей спосіб' }));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('лише для читання');
    expect(screen.queryByText('Спосіб збережено')).toBeNull();
  });
  test('the three ways stand side by side; a way is chosen with its reason and leaves the usual groups alone', async () => {
    await draw();
    expect(screen.getByText(/431/)).toBeTruthy();
    expect(screen.getByText(/межі 363–498/)).toBeTruthy();
    expect((screen.getByRole('button', { name: 'Обрати цей спосіб' }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: 'Більше з двох' }));
    fireEvent.change(screen.getByLabelText('Чому саме так (потрібно)'), { target: { value: 'бракує сіл' } });
    fireEvent.click(screen.getByRole('button', { name: 'Обрати цей спосіб' }));
    await settle();
    expect(inputsOf(program, 'need.choose')).toEqual([{ service: 's1.1', method: 'max', reason: 'бракує сіл' }]);
  });
  test('a share shows its interval; fewer than 30 answers are called a small sample', async () => {
    await draw();
    expect(at('lonely', 'Частка, що потребує').textContent).toMatch(/60,2.%.*52,1–67,8/);
    expect(at('lonely', 'Частка, що потребує').textContent).not.toContain('мала вибірка');
    expect(at('small', 'Частка, що потребує').textContent).toContain('мала вибірка');
    expect(at('idp', 'Частка, що потребує').textContent?.trim()).toBe('н/д');
  });
  test('respondents not chosen by chance make shares indicative', async () => {
    view = { ...view, selection: 'open_link', rows: view.rows.map((each) => ({ ...each, selection: 'open_link' })) };
    await draw();
    expect(at('lonely', 'Частка, що потребує').textContent).toContain('орієнтовно');
    expect(screen.getByText(/Меж похибки немає/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Спосіб відбору'), { target: { value: 'random' } });
    await settle();
    expect(inputsOf(program, 'plan.set')).toEqual([{ surveySelection: 'random' }]);
  });
  test('answers are stored as a survey, a group is counted or not in the table', async () => {
    await draw();
    await type('idp', 'Відповіли', '60');
    expect(inputsOf(program, 'figures.set')).toEqual([{ label: 'edit', cells: [{ key: key('surveyAnswered', { service: 's1.1', group: 'idp' }), patch: { value: 60, method: 'survey' } }] }]);
    fireEvent.change(screen.getByLabelText('Додати групу…'), { target: { value: 'extra' } });
    await settle();
    expect(inputsOf(program, 'need.choose')).toEqual([{ service: 's1.1', method: 'registry', reason: '', groups: ['lonely', 'small', 'extra'] }]);
  });
  test('a link to an answer opens the survey of its service on that cell', async () => {
    window.location.hash = cellHref('needs', key('surveyYes', { service: 's1.1', group: 'idp' }));
    await draw();
    expect(document.activeElement).toBe(at('idp', 'Потребують за відповідями'));
    expect(window.location.hash).toBe('#/needs?survey=s1.1');
  });
});
