import { expect, test } from '../helpers/browser.ts';
import { ask, cyrillicOutside, faults, openCopy, openWindow, settled, visit } from './steps.ts';

test('ten years ahead: an event, a suggested scenario, a difference, and the result taken over as figures', async ({ page, program }) => {
  await openCopy(program, 'training');
  // The sample has its scenarios already: here they are suggested anew.
  for (const { id } of (await ask(page, 'plan.view', { year: 2027 })).scenarios) if (id !== 'base') await ask(page, 'scenario.remove', { id });
  await openWindow(page, 'needs?tab=projection&view=events');
  const to = (view: string): Promise<void> => visit(page, `needs?tab=projection&view=${view}`);
  const found: string[] = [];
  const look = async (where: string, ...within: readonly string[]): Promise<void> => { found.push(...(await faults(page, ...within)).map((fault) => `${where}: ${fault}`)); };

  await page.getByRole('button', { name: 'Додати подію' }).click();
  await page.getByLabel('Найімовірніше').fill('80');
  await page.getByLabel('Найменше').fill('90');
  await page.getByRole('button', { name: 'Зберегти', exact: true }).click();
  await expect(page.getByText('Найменше не може перевищувати найбільше')).toBeVisible();
  await page.getByLabel('Найменше').fill('50');
  await page.getByLabel('Найбільше').fill('120');
  await look('event form', 'main form');
  await page.getByRole('button', { name: 'Зберегти', exact: true }).click();
  await expect(page.getByRole('row', { name: /Прибуття ВПО/ })).toContainText('+80');

  await to('compare');
  await page.getByRole('button', { name: 'Запропонований: Тяжкий' }).click();
  const card = page.getByRole('region', { name: 'Тяжкий' });
  await expect(card).toContainText('Внутрішньо переміщені особи: +20 % з 2028 року');
  await card.getByRole('button', { name: /^Змінити відмінність: Внутрішньо/ }).click();
  await card.getByLabel('Скільки').fill('50');
  await card.getByLabel(/^Найменше/).fill('60');
  await card.getByRole('button', { name: 'Зберегти' }).click();
  await expect(card).toContainText('Найменше не може перевищувати найбільше');
  await card.getByLabel(/^Найменше/).fill('30');
  await look('difference form', 'main form');
  await card.getByRole('button', { name: 'Зберегти' }).click();
  await expect(card).toContainText('Внутрішньо переміщені особи: +50 (від +30 до +50) % з 2028 року');
  await settled(page);
  const idp = page.getByRole('row', { name: /^Внутрішньо переміщені особи/ });
  await expect(idp).toContainText('+50,0 %');
  await idp.getByRole('button').last().click();
  await expect(page.getByRole('complementary', { name: /./ })).toContainText('Подія: Прибуття ВПО');
  await page.keyboard.press('Escape');
  await look('compare');

  await to('result');
  await expect(page.getByRole('img', { name: /^Статево-вікова піраміда 2027 і 2037/ })).toBeVisible();
  await look('result');
  await page.getByRole('button', { name: 'Перенести в показники…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Рік').selectOption('2030');
  await dialog.getByRole('button', { name: 'Перенести', exact: true }).click();
  await expect(dialog).toContainText('Перенесено в показники 2030 року');
  await look('take', '[role=dialog]');
  await page.keyboard.press('Escape');

  await ask(page, 'settings.set', { language: 'en', theme: 'dark' });
  await page.reload();
  for (const view of ['result', 'compare', 'events', 'methods', 'parameters']) {
    await to(view);
    await look(`${view}, en`);
    found.push(...(await cyrillicOutside(page)).map((text) => `${view}, en: ${text}`));
  }
  expect(found).toEqual([]);
});
