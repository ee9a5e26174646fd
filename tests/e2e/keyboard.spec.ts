import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from '../helpers/browser.ts';
import { ask, cellOf, openSample, openWindow, settled, visit } from './steps.ts';

/** The whole way by keyboard alone, in English. No test here touches the mouse. */

test.use({ lang: 'en' });

test.describe(() => {
  // The language comes from the command line of a program of its own.
  test.use({ own: true });
  test('from a community to its needs report, by keyboard', async ({ page }) => {
    await openWindow(page);
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.type('sribne');
    await expect(page.locator('.pv h2')).toHaveText('Sribnianska settlement community');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Create the plan' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    await settled(page);

    await page.keyboard.press('Alt+4');
    await expect(page.getByRole('heading', { level: 1, name: 'Needs' })).toBeVisible();
    await settled(page);
    const grid = page.getByRole('grid', { name: 'Needs by service' });
    const [identified, served, unmet, coverage] = [await cellOf(grid, 's015.1', 'Identified'), await cellOf(grid, 's015.1', 'Served'), await cellOf(grid, 's015.1', /^Unmet|^Without/), await cellOf(grid, 's015.1', 'Coverage')];
    // The filter, then the table: its first row is the service.
    for (let press = 0; press < 40 && !(await page.evaluate(() => document.activeElement?.getAttribute('type') === 'search')); press++) await page.keyboard.press('Tab');
    await page.keyboard.type('015.1');
    await expect(grid.locator('[data-id]')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(grid.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Home');
    for (let press = 0; press < 6 && !(await identified.evaluate((cell) => cell === document.activeElement)); press++) await page.keyboard.press('ArrowRight');
    await page.keyboard.type('453');
    await page.keyboard.press('Tab');
    await expect(served).toBeFocused();
    await page.keyboard.type('316');
    await page.keyboard.press('Enter');
    await expect(unmet).toHaveText('137');
    await expect(coverage).toHaveText('69.8%');

    await page.keyboard.press('Control+z');
    await expect(unmet).not.toHaveText('137');
    await page.keyboard.press('Control+y');
    await expect(unmet).toHaveText('137');

    for (let press = 0; press < 12 && !(await unmet.evaluate((cell) => cell === document.activeElement)); press++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('F4');
    const panel = page.getByRole('complementary', { name: 'Explanation of the number' });
    await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(panel).toContainText('453 − 316 = 137');
    await page.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(unmet).toBeFocused();
    // Esc, then Tab leaves the table.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(grid.locator(':focus')).toHaveCount(0);

    await page.keyboard.press('Control+k');
    await expect(page.locator('input.mantine-Spotlight-search')).toBeFocused();
    await page.keyboard.type('documents');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Documents' })).toBeFocused();
    await settled(page);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: /\.docx/ })).toBeFocused();
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(file.suggestedFilename()).toMatch(/\.docx$/);
    const xml = strFromU8(unzipSync(readFileSync(await file.path()))['word/document.xml'] ?? new Uint8Array());
    for (const number of ['453', '316', '137']) expect(xml).toMatch(new RegExp(`<w:t(?: [^>]*)?>${number}</w:t>`));
  });
});

test('a window gives the focus back to the control that opened it', async ({ page }) => {
  await openSample(page, 'sribne');
  const year = page.getByRole('button', { name: /^Year/ });
  for (const open of [
    async () => {
      await year.focus();
      await page.keyboard.press('Enter');
      // The focus goes into the menu a moment after it is drawn.
      await expect(page.locator('[role=menuitem]:focus')).toBeVisible();
      await page.keyboard.press('ArrowUp');
      await expect(page.getByRole('menuitem').last()).toBeFocused();
      await page.keyboard.press('Enter');
    },
    async () => {
      await year.focus();
      await page.keyboard.press('Control+k');
      await expect(page.locator('input.mantine-Spotlight-search')).toBeFocused();
      await page.keyboard.type('shortcuts');
      await page.keyboard.press('Enter');
    },
  ]) {
    await open();
    await expect(page.getByRole('dialog').getByRole('heading', { name: /New year of the plan|Keyboard shortcuts/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(year).toBeFocused();
  }
});

test('the palette, the list of shortcuts and the skip link', async ({ page }) => {
  await openSample(page, 'sribne');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  for (const key of ['F1', '?']) {
    await page.keyboard.press(key);
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(list).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(list).toHaveCount(0);
    await expect(page.getByRole('main')).toBeFocused();
  }
  await page.keyboard.press('Control+k');
  await expect(page.locator('input.mantine-Spotlight-search')).toBeFocused();
  await page.keyboard.type('gaps');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Gaps' })).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.locator('input.mantine-Spotlight-search')).toBeFocused();
  await page.keyboard.type('projection');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Projection' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.locator('input.mantine-Spotlight-search')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.locator('input.mantine-Spotlight-search')).toHaveCount(0);
});

test('every section has its number, and every number on a page can be asked why', async ({ page }) => {
  await openSample(page, 'training');
  const sections = await page.locator('nav[aria-label="Sections"] > a').evaluateAll((links) => links.map((link) => ({ number: link.querySelector('.i')?.textContent ?? '', href: link.getAttribute('href') ?? '' })));
  for (const { number, href } of sections.filter((one) => /^[1-9]$/.test(one.number))) {
    await page.keyboard.press(`Alt+${number}`);
    await expect(page.locator(`nav a[href="${href}"]`)).toHaveAttribute('aria-current', 'page');
  }
  await visit(page, 'overview');
  await page.locator('.ov .num .n').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toContainText(/Why/);
  await page.keyboard.press('Escape');
  await expect(page.locator('.ov .num .n').first()).toBeFocused();
  expect((await ask(page, 'plan.current', {}))?.readOnly).toBe(false);
});
