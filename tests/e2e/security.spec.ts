import type { Page } from '@playwright/test';
import { expect, test } from '../helpers/browser.ts';
import { ask, figure, openSample, openWindow, pagesOf, settled, visit } from './steps.ts';

/** Names that people type, and addresses that they get by mail, are words: nothing in them runs, nothing in them breaks a page. */

const IMAGE = '<img src=x onerror="globalThis.hacked=1">';
const SCRIPT = '"><script>globalThis.hacked=1</script>{{7*7}}$&%s';

/** Fails when anything typed became an element or ran. */
async function untouched(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  expect(await page.evaluate(() => [...document.scripts].filter((script) => script.textContent?.includes('hacked')).length)).toBe(0);
}

/** A plan of a community, provider, settlement, scenario, service, source and role with hostile names. */
async function hostilePlan(page: Page): Promise<void> {
  await ask(page, 'settings.set', { author: IMAGE });
  await ask(page, 'plan.create', { community: { name: IMAGE, type: 'rural', raion: SCRIPT, oblast: IMAGE }, year: 2027, file: 'hostile' });
  const { root, title } = await ask(page, 'plan.view', { year: 2027, scenario: 'base' });
  expect(title.uk).toContain(IMAGE);
  await ask(page, 'territory.add', { parent: root, kind: 'settlement', name: SCRIPT });
  await ask(page, 'provider.add', { name: SCRIPT, kind: 'ngo', sector: 'non_state', services: ['s015.1'], note: IMAGE });
  await ask(page, 'scenario.add', { id: 's1', name: SCRIPT });
  await ask(page, 'group.add', { name: IMAGE });
  await ask(page, 'figures.set', { cells: [{ key: figure({ measure: 'identified', service: 's015.1', territory: root, year: 2027 }), patch: { value: 453, method: 'register', source: SCRIPT, note: IMAGE } }] });
}

for (const language of ['uk', 'en'] as const) {
  test(`hostile names stay words on every page: ${language}`, async ({ page }) => {
    await page.addInitScript(() => { window.addEventListener('securitypolicyviolation', (event) => { throw new Error(`policy: ${event.violatedDirective} ${event.blockedURI}`); }); });
    await ask(page, 'settings.set', { language });
    await hostilePlan(page);
    await openWindow(page);
    await expect(page.locator('header .plan')).toContainText(IMAGE);
    await settled(page);
    for (const id of await pagesOf(page)) {
      await visit(page, id);
      await untouched(page);
    }
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await untouched(page);
    await page.goto('/#/library');
    await expect(page.locator('.pls')).toContainText(IMAGE);
    await untouched(page);
  });
}

test('an address that means nothing shows a page that says so, or the page without its cell', async ({ page }) => {
  await openSample(page, 'training');
  const ids = await pagesOf(page);
  for (const hash of ['#/nothing', '#/__proto__', '#/constructor', '#//', '#/../../etc/passwd', '#/%00%E0%A4%A', `#/${encodeURIComponent(IMAGE)}`, '#javascript:globalThis.hacked=1']) {
    await page.goto(`/${hash}`);
    await settled(page);
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
    await untouched(page);
  }
  const cells = ['%', '%25E0%25A4%25A', 'a|b|c|d|e|f|g|h', '|||||||', 'identified||s015.1||none|all|all|99999', 'x'.repeat(5000), encodeURIComponent(IMAGE)];
  for (const id of ids) {
    for (const cell of id === 'needs' ? cells : cells.slice(1, 3)) {
      await page.goto(`/#/${id}?cell=${cell}`);
      await settled(page);
    }
    await expect(page.locator('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('main > .ms.bd')).toHaveCount(0);
    await untouched(page);
  }
});
