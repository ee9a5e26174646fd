import { readFileSync } from 'node:fs';
import { expect, test } from '../helpers/browser.ts';
import { ask, openCopy, openWindow } from './steps.ts';

test('the publication check stops a summary with a phone until it is confirmed by keyboard; then the page is made', async ({ page, program }) => {
  await openCopy(program, 'training');
  await ask(page, 'publishing.setWords', { section: 'contact', language: 'uk', words: 'Приймальня відділу, 067 123 45 67' });
  await openWindow(page, 'documents?tab=publish');
  const check = page.getByRole('region', { name: 'Перевірка перед оприлюдненням' });
  await expect(check).toContainText('Приховано чисел від 1 до 4 осіб');
  const make = page.getByRole('button', { name: 'Зробити .pdf: публічний підсумок' });
  await expect(make).toBeDisabled();
  await check.getByRole('button', { name: /^Можна оприлюднити/ }).press('Enter');
  await page.keyboard.type('так');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Підтвердити', exact: true }).press('Enter');
  await expect(page.getByText('Напишіть щонайменше 5 знаків.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Чому це можна оприлюднити' }).fill('Це телефон приймальні');
  await page.getByRole('button', { name: 'Підтвердити', exact: true }).press('Enter');
  await expect(check).toContainText('Це телефон приймальні');
  const [file] = await Promise.all([page.waitForEvent('download'), make.press('Enter')]);
  expect(file.suggestedFilename()).toBe('Публічний-підсумок-Навчальна-громада-2027.pdf');
  expect(readFileSync(await file.path()).subarray(0, 8).toString()).toBe('%PDF-1.7');
  await expect(page.getByRole('status').filter({ hasText: 'Зроблено' })).toBeVisible();
});
