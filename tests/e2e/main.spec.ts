import type { Locator } from '@playwright/test';
import { expect, test } from '../helpers/browser.ts';
import { cellOf, openWindow, settled, slowness, visit } from './steps.ts';

/** The main job with the mouse: a real community, a need typed in, its explanation, the gap. */

/** Counts clicks and typed fields, so that the way stays short. */
function counted() {
  let steps = 0;
  return {
    click: async (locator: Locator): Promise<void> => { steps += 1; await locator.click(); },
    fill: async (locator: Locator, text: string): Promise<void> => { steps += 1; await locator.fill(text); },
    get steps() { return steps; },
  };
}

test('from a community to the first cell to fill, with the mouse', async ({ page }) => {
  await openWindow(page);
  const hand = counted();
  await test.step('eight communities share a name: type, raion and oblast tell them apart', async () => {
    await hand.fill(page.getByRole('combobox'), 'миколаї');
    const rows = page.getByRole('grid').locator('tbody tr').filter({ has: page.getByRole('rowheader', { name: /^Миколаївська/ }) });
    await expect(rows).toHaveCount(8);
    const places = await rows.evaluateAll((all) => all.map((row) => [1, 3, 4].map((at) => row.children[at]?.textContent).join(', ')));
    expect(new Set(places).size).toBe(8);
    const sumy = rows.filter({ hasText: 'Сумська' }).filter({ hasText: 'селищна' });
    await hand.click(sumy);
    await expect(sumy).toHaveAttribute('aria-selected', 'true');
    await expect(page.locator('.pv h2')).toContainText('Миколаївська селищна громада');
  });

  await test.step('the overview stands within two seconds with at least twelve sourced figures', async () => {
    const create = page.getByRole('button', { name: 'Створити план' });
    await expect(create).toBeEnabled();
    await page.evaluate(() => {
      const seen = window as unknown as { clicked: number; shown: number };
      document.addEventListener('click', () => { seen.clicked ??= performance.now(); }, true);
      new MutationObserver(() => { if (document.querySelectorAll('.ov .num .n').length >= 12) seen.shown ??= performance.now(); }).observe(document.body, { childList: true, subtree: true });
    });
    await hand.click(create);
    await expect(page.getByRole('heading', { level: 1, name: 'Огляд' })).toBeVisible();
    await settled(page);
    const facts = page.locator('.ov-facts');
    expect(await facts.locator('.num .n').count()).toBeGreaterThanOrEqual(12);
    for (const block of await facts.locator('.ov-src').all()) {
      await expect(block.locator('.note')).toHaveText(/\S{4}/);
      await expect(block.locator('.note')).not.toContainText('джерела не вказано');
    }
    const took = await page.evaluate(() => { const seen = window as unknown as { clicked: number; shown: number }; return seen.shown - seen.clicked; });
    expect(took).toBeLessThan(2000 * slowness());
  });

  await test.step('«що ввести далі» lands on its cell within six steps from the start', async () => {
    const next = page.locator('.ov-next a');
    expect(await next.count()).toBeGreaterThan(0);
    await hand.click(next.first());
    await expect(page.locator('[role=gridcell]:focus, input:focus')).toHaveCount(1);
    expect(hand.steps).toBeLessThanOrEqual(6);
  });

  await test.step('the first question, population today, is answered by confirming the figure of 2022', async () => {
    const card = page.locator('.cm-pop');
    await expect(card.locator('.mk.ed')).toBeVisible();
    await card.locator('form').getByRole('button', { name: 'Підтвердити як є' }).click();
    await expect(card.locator('.mk.ok')).toBeVisible();
    await expect(page.locator('header .saved')).toHaveText(/^Збережено \d{2}:\d{2}$/);
    await expect(card.locator('.bt .ctl').last()).toBeFocused();
  });
});

test('a need typed in gives unmet need, coverage and an explanation to copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openWindow(page);
  await page.getByRole('combobox').fill('срібне');
  await expect(page.locator('.pv h2')).toContainText('Срібнянська');
  await page.getByRole('button', { name: 'Створити план' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Огляд' })).toBeVisible();
  await settled(page);
  await visit(page, 'needs');
  const grid = page.getByRole('grid', { name: 'Потреби за послугами' });
  const identified = await cellOf(grid, 's015.1', 'Виявлено');
  const served = await cellOf(grid, 's015.1', 'Отримує');
  const unmet = await cellOf(grid, 's015.1', 'Без послуги');
  const coverage = await cellOf(grid, 's015.1', 'Охоплення');

  await test.step('«Збережено» stands only after the reply', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    await page.route('**/api/figures.set', async (route) => { await held; await route.continue(); }, { times: 1 });
    await identified.click();
    await page.keyboard.type('453');
    await page.keyboard.press('Enter');
    await expect(page.locator('.saved')).toHaveText('Зберігаю…');
    await expect(identified).toHaveText('453');
    release();
    await expect(page.locator('.saved')).toHaveText(/^Збережено \d{2}:\d{2}$/);
  });
  await served.click();
  await page.keyboard.type('316');
  await page.keyboard.press('Enter');
  await expect(unmet).toHaveText('137');
  await expect(coverage).toHaveText('69,8 %');

  await test.step('the explanation can be copied as one official sentence', async () => {
    await unmet.click();
    await page.keyboard.press('F4');
    const panel = page.getByRole('complementary', { name: 'Пояснення числа' });
    await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Чому 137?');
    await expect(panel).toContainText('453 − 316 = 137');
    await panel.getByRole('button', { name: 'Копіювати пояснення' }).click();
    await expect(panel.getByRole('button', { name: 'Скопійовано' })).toBeVisible();
    const sentence = await page.evaluate(() => navigator.clipboard.readText());
    expect(sentence).toContain('137');
    expect(sentence).toContain('453');
    expect(sentence).toContain('316');
    expect(sentence).toContain('без послуги = виявлено − отримує');
    expect(sentence).toMatch(/підстава: Закон України .*ст\. \d+/);
    expect(sentence).toMatch(/\d{2}\.\d{2}\.\d{4}|20\d\d/);
    expect(sentence.trim().split('\n')).toHaveLength(1);
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(unmet).toBeFocused();
  });

  await test.step('the gaps page shows the same number', async () => {
    await visit(page, 'gaps');
    await expect(page.locator('main')).toContainText('137');
    await expect(page.locator('main')).toContainText('Догляд вдома');
  });
});
