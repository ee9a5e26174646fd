import { expect, test } from '../helpers/browser.ts';
import { ask, faults, openSample, openWindow, visit } from './steps.ts';

test('restoration: a state is said, a circle of tasks is refused by name, points of the register are taken', async ({ page }) => {
  await openSample(page, 'training', 'capacity?tab=restoration');
  await expect(page.getByRole('img', { name: /Стан \d+ / })).toBeVisible();
  const cell = page.getByRole('row', { name: /Консультування/ }).getByRole('gridcell').nth(3);
  await cell.dblclick();
  await page.locator('select.g-ed').selectOption('2 – частково');
  await page.keyboard.press('Enter');
  await expect(cell).toContainText('2 – частково');
  expect(await faults(page)).toEqual([]);
  await visit(page, 'capacity?tab=restoration&part=tasks');
  await page.getByRole('button', { name: /Змінити.*Обстежити/ }).click();
  await page.getByRole('checkbox', { name: 'Відкрити прийом у Дубовому' }).check();
  await page.getByRole('button', { name: 'Зберегти', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Обстежити й розмінувати подвірʼя старостату в Дубовому → Відкрити прийом у Дубовому → ');
  await page.keyboard.press('Escape');
  expect(await faults(page)).toEqual([]);
  await ask(page, 'plan.create', { community: { code: 'UA32080070000050759' }, year: 2027 });
  await openWindow(page, 'capacity?tab=restoration&part=points');
  await page.getByRole('button', { name: 'Додати 9 пунктів із реєстру' }).click();
  await expect(page.getByRole('row')).toHaveCount(10);
  await expect(page.getByText('не звірено', { exact: true })).toHaveCount(9);
  expect(await faults(page)).toEqual([]);
});
