import { readFileSync } from 'node:fs';
import { expect, test } from '../helpers/browser.ts';
import { form } from '../usecases/filledSheets.ts';
import { ask, cyrillicOutside, faults, figure, openSample, openWindow, settled } from './steps.ts';

test('a sheet is made, comes back filled in twice with different numbers, and is stored; the list of indicators is loaded', async ({ page }) => {
  await openSample(page, 'training', 'collection');
  await page.getByRole('tab', { name: 'Аркуші збору' }).click();
  await page.getByLabel('Обрати: Підрозділ Національної поліції').check();
  await page.getByRole('button', { name: /^(Створити|Оновити) аркуші…$/ }).click();
  await page.getByLabel('Повернути до').fill('15.02.2027');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Створити й завантажити' }).click();
  const made = await waiting;
  expect(made.suggestedFilename()).toMatch(/Підрозділ Національної поліції\.xlsx$/);
  const bytes = new Uint8Array(readFileSync(await made.path()));
  const filled = [41, 5].map((value) => { const sheet = form(bytes); sheet.set(`G${sheet.rowOf('Особи, які вчинили домашнє насильство (кривдники)')}`, value); return { name: `поліція ${value}.xlsx`, mimeType: 'application/octet-stream', buffer: Buffer.from(sheet.bytes()) }; });

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Прийняти заповнені…' }).click();
  await (await chooser).setFiles(filled);
  await expect(page.locator('.co-verdict')).toContainText('відхилено 2');
  await page.getByLabel(/^Що внести: Особи, які вчинили/).selectOption('sum');
  await expect(page.locator('.co-verdict')).toContainText('відхилено 0');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Внести 1 число' }).click();
  await expect(page.getByText('Внесено 1 число, аркуші позначено повернутими.')).toBeVisible();
  const { years } = await ask(page, 'import.lists', {});
  const year = years.at(-1) ?? 0;
  const { root } = await ask(page, 'plan.view', { year });
  expect((await ask(page, 'figure.get', { key: figure({ measure: 'groupSize', group: 'offenders', territory: root, year }) })).value).toBe(46);
  await page.getByRole('button', { name: 'Закрити' }).click();
  await expect(page.getByRole('row', { name: /Підрозділ Національної поліції/ })).toContainText('повернуто');

  await ask(page, 'settings.set', { language: 'en' });
  await openWindow(page, 'collection?tab=indicators');
  await page.getByRole('button', { name: 'Load a list…' }).click();
  await page.getByLabel('Paste the list').fill('1\tКількість осіб похилого віку\t\tПенсійний фонд\n2\tОсоби, які вчинили домашнє насильство**');
  await expect(page.getByText('2 indicators found')).toBeVisible();
  await page.getByRole('button', { name: 'Take the list' }).click();
  await expect(page.getByText('2 of 2 indicators have a number')).toBeVisible();
  await settled(page);
  expect([...await faults(page), ...await cyrillicOutside(page)]).toEqual([]);
});
