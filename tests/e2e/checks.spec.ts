import { expect, test } from '../helpers/browser.ts';
import { ask, figure, openCopy, openWindow, visit } from './steps.ts';

test('a contradiction is found, accepted with a reason by keyboard, and open again when its numbers change', async ({ page, program }) => {
  await openCopy(program, 'sribne');
  await ask(page, 'figures.set', { cells: [{ key: figure({ measure: 'served', service: 's019.0', year: 2020, territory: (await ask(page, 'plan.view', { year: 2020 })).root }), patch: { value: 600 } }], label: 'edit' });
  await openWindow(page, 'checks');
  const rule = page.getByRole('region', { name: 'Отримує більше, ніж виявлено' });
  await rule.getByRole('button', { name: /^Прийняти виняток/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('ні');
  await page.getByRole('button', { name: 'Прийняти виняток', exact: true }).press('Enter');
  await expect(page.getByText('Напишіть причину, щонайменше три знаки.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Причина' }).fill('Допомогу отримують і люди сусідньої громади');
  await page.getByRole('button', { name: 'Прийняти виняток', exact: true }).press('Enter');
  await expect(rule).toHaveCount(0);
  await page.getByRole('button', { name: /^Прийняті 1/ }).click();
  await expect(rule).toContainText('Допомогу отримують і люди сусідньої громади');
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^Відкриті/ }).click();
  await rule.getByRole('link').click();
  await expect(page.getByRole('gridcell', { name: /600/ }).first()).toBeVisible();
  await visit(page, 'checks?tab=findOut');
  await expect(page.getByRole('row', { name: /Догляд стаціонарний/ })).toContainText('18–');
});
