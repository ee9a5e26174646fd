import { expect, test } from '../helpers/browser.ts';
import { ask, cyrillicOutside, faults, openSample, visit } from './steps.ts';

test('staff: a position is typed, work is described and counts, the calculator answers; every part is accessible in English', async ({ page }) => {
  await ask(page, 'settings.set', { language: 'en', theme: 'dark' });
  await openSample(page, 'training', 'capacity?tab=staff');
  const found: string[] = [];
  const look = async (where: string, rules = true, ...within: readonly string[]): Promise<void> => {
    if (rules) found.push(...(await faults(page, ...within)).map((fault) => `${where}: ${fault}`));
    found.push(...(await cyrillicOutside(page)).map((text) => `${where}: ${text}`));
  };

  await look('table');
  await page.getByLabel('Provider or unit').selectOption('u-day');
  const cell = page.getByRole('rowheader', { name: 'New position' }).first();
  await cell.click();
  await page.keyboard.type('Cook');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('row', { name: 'Cook' })).toBeVisible();
  for (const key of ['Tab', 'Tab', '1', 'Enter']) await page.keyboard.press(key);
  const { rows } = await ask(page, 'staff.view', { year: 2027, scenario: 'base' });
  expect(rows.filter(({ provider, position }) => provider === 'u-day' && position === 'Cook')).toMatchObject([{ posts: 1 }]);

  await page.getByRole('button', { name: 'From a file' }).click();
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from('Position;Posts;Name\nLawyer;0,5;Коваленко Олена Петрівна\nDriver;two;') });
  await expect(page.getByRole('dialog').getByRole('row', { name: /Driver.*posts are no number/ })).toBeVisible();
  await look('import');
  await page.getByRole('button', { name: 'Take 1 position' }).click();
  await expect(page.getByRole('row', { name: 'Lawyer' })).toBeVisible();

  await visit(page, 'capacity?tab=staff&view=compare');
  await look('compare', false);
  await page.getByRole('button', { name: /Describe the work: Social \(home-care\) worker, Home care, Viddilennia/ }).click();
  await expect(page.getByRole('grid', { name: 'Work of the category for the service' })).toBeVisible();
  await look('work');
  const required = async () => (await ask(page, 'staffWork.view', { year: 2027, scenario: 'base', provider: 'u-home', service: 's015.1', category: 'social_worker' })).compare?.workload.value ?? 0;
  const before = await required();
  await page.getByRole('row', { name: /Purchase and delivery: market/ }).getByRole('gridcell').nth(2).click();
  await page.keyboard.type('1000');
  await page.keyboard.press('Enter');
  // 1,000 × 84 minutes / 60 / 1,864 hours / 0.85.
  await expect.poll(required).toBeCloseTo(before + 1400 / 1864 / 0.85, 6);

  for (const view of ['risks', 'parameters']) {
    await visit(page, `capacity?tab=staff&view=${view}`);
    await look(view, view === 'risks');
  }
  await page.getByRole('button', { name: 'Workload calculator' }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, text] of [['Times a year', '1864'], ['Minutes each', '60'], ['Working hours a year of one worker', '1864'], ['Posts filled', '0.5']] as const) await dialog.getByLabel(label).fill(text);
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('Posts required: 1');
  await look('calculator', true, '[role=dialog]');
  expect(found).toEqual([]);
});
