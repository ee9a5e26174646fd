// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { RedFlag } from '#contract/api/gaps.ts';
import OverviewPage from '../../src-renderer/pages/overview/OverviewPage.tsx';
import { FlagsCard } from '../../src-renderer/pages/overview/FlagsCard.tsx';
import { overviewText } from '../../src-renderer/pages/overview/copyText.ts';
import { setLanguage } from '../../src-renderer/i18n/index.ts';
import { parseCell } from '../../src-renderer/lib/route.ts';
import { closeTrace, traceIsOpen } from '../../src-renderer/components/trace/store.ts';
import { hasCyrillic } from '../../src-renderer/lib/text.ts';
import { realPlan, type RealPlan } from './realPlan.ts';

let plan: RealPlan | null = null;
afterEach(async () => {
  cleanup();
  closeTrace();
  setLanguage('uk');
  await plan?.close();
  plan = null;
});

async function open(of: Parameters<typeof realPlan>[0]): Promise<RealPlan> {
  plan = await realPlan(of);
  render(<OverviewPage />);
  await screen.findByRole('heading', { name: /Що ввести далі|Enter next/ });
  return plan;
}
const card = (name: string): HTMLElement => screen.getByRole('heading', { name, level: 2 }).closest('section') as HTMLElement;
const cells = (box: HTMLElement): (ReturnType<typeof parseCell>)[] => within(box).getAllByRole('link').map((link) => parseCell(new URLSearchParams(link.getAttribute('href')?.split('?')[1] ?? '').get('cell'), 'base'));

describe('the overview of a new plan', () => {
  it('shows at least twelve figures of a real community, each with its source, and links that land on cells', async () => {
    await open({ code: 'UA14120130000086767' });
    const facts = card('Що вже відомо');
    expect(within(facts).getAllByRole('button').length).toBeGreaterThanOrEqual(12);
    expect(within(facts).getByText(/Держстат, наявне населення на 01\.01\.2022/)).toBeTruthy();
    const next = cells(card('Що ввести далі'));
    expect(next[0]).toMatchObject({ measure: 'population', territory: 'UA14120130000086767', year: 2027 });
    expect(next.filter((key) => key?.measure === 'groupSize').length).toBeGreaterThan(0);
  });

  it('says that nothing is known of a community entered by hand, and where to begin', async () => {
    await open({ name: 'Нова' });
    const facts = card('Що вже відомо');
    expect(within(facts).getByText('Про громаду ще нічого не відомо')).toBeTruthy();
    expect(parseCell(new URLSearchParams(within(facts).getByRole('link').getAttribute('href')?.split('?')[1] ?? '').get('cell'), 'base')?.measure).toBe('population');
  });

  it('does not take the pre-war figure for the present one of an occupied community', async () => {
    const { ask } = await open({ code: 'UA23080070000068953' });
    const view = await ask('overview.view', { year: 2027 });
    expect(view.keys[0]?.num.value).toBeNull();
    expect(screen.getByText('зараз не відомо')).toBeTruthy();
  });
});

describe('the overview of a plan with needs', () => {
  it('shows the published gaps and opens the explanation of a key figure', async () => {
    await open('sribne');
    expect(screen.getByRole('button', { name: /^Денний догляд: 184/ })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Догляд вдома: 137/ }));
    expect(traceIsOpen()).toBe(true);
    expect(within(card('Червоні позначки')).getByText(/В опублікованих 1 599 є 25 місць/)).toBeTruthy();
  });

  it('has every text in English, Ukrainian names only where marked', async () => {
    setLanguage('en');
    await open('sribne');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const wrong: string[] = [];
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      if (hasCyrillic(textContent ?? '') && !parentElement?.closest('[lang=uk]')) wrong.push(textContent ?? '');
      if (/\b(overview|flags|next|measures)\.[a-z]/.test(textContent ?? '')) wrong.push(textContent ?? '');
    }
    expect(wrong).toEqual([]);
  });

  it('copies the whole page: figures, gaps, flags, steps and sources', async () => {
    const { ask } = await open('sribne');
    const text = overviewText(await ask('overview.view', { year: 2020 }), { uk: 'Срібнянська громада', en: null }, 'uk');
    expect(text).toContain('Срібнянська громада. Огляд');
    expect(text).toMatch(/Догляд вдома: потреба 453 особи, отримує 316 осіб, .*без послуги 137 осіб, охоплення 69,8\s%/);
    expect(text).toContain('Місця додано до людей');
    expect(text).toContain('1. Населення зараз');
    expect(text).toMatch(/Декларації з лікарями: 8\s013 осіб, 01\.02\.2022\. НСЗУ/);
    expect(text).not.toMatch(/undefined|overview\.|\{\{/);
  });

  it('follows a change of the plan', async () => {
    const { ask } = await open('sribne');
    const { change } = await import('../../src-renderer/plan/useChange.ts');
    const view = await ask('needs.view', { year: 2020 });
    const residential = view.rows.find((row) => row.code === '015.2');
    if (!residential) throw new Error('no residential care');
    await change('figures.set', { cells: [{ key: residential.identified.key, patch: { value: 400 } }] });
    await waitFor(() => expect(screen.getByRole('button', { name: /^Догляд стаціонарний: 382/ })).toBeTruthy());
  });
});

describe('red flags', () => {
  const flag = (n: number): RedFlag => ({ id: `excess:${n}`, level: 'conflict', title: { key: 'flags.excess.title', params: {} }, text: { key: 'flags.excess.text', params: { service: `S${n}`, served: 9, identified: 5, n: 4 } }, service: null, link: null, page: 'needs' });

  it('shows four at first and the rest on demand', () => {
    render(<FlagsCard flags={[1, 2, 3, 4, 5, 6].map(flag)} />);
    expect(screen.getAllByRole('listitem')).toHaveLength(4);
    fireEvent.click(screen.getByRole('button', { name: 'Показати ще 2' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(6);
  });

  it('says so when there are none', () => {
    render(<FlagsCard flags={[]} />);
    expect(screen.getByText('Суперечностей і порушень не видно.')).toBeTruthy();
  });
});
