import type { Page } from '@playwright/test';
import { xlsx } from '../imports/files.ts';
import { expect, test } from '../helpers/browser.ts';
import { ask, cyrillicOutside, faults, figure, openSample, visit } from './steps.ts';

/** A table with titles, a head of two rows, names and phones, a bad cell, an unknown village and a total. */
const table = (places: readonly string[]): Buffer => Buffer.from(xlsx({ name: 'Дані', merges: ['A3:A4', 'B3:C3', 'D3:D4'], rows: [
  ['Відомості станом на 01.01.2020'], [], ['Населений пункт', 'Догляд вдома', null, 'Телефон'], [null, 'виявлено', 'отримують', null],
  [`с. ${places[0]}`, '1 012', 5, '067 123 45 67'], [places[1] ?? '', 8, '8–15', '067 123 45 68'], ['с. Незнане', 3, 2, '067 123 45 69'], ['Усього', 1023, 7, null],
] }));

/** Presses a button the way hands without a mouse do. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  await button.focus();
  await page.keyboard.press('Enter');
}

test('a table comes in by keyboard alone: file, sheet, personal data, columns, check, done', async ({ page }) => {
  await openSample(page, 'sribne');
  const { territories } = await ask(page, 'import.lists', {});
  const villages = territories.filter((place) => place.depth > 0).slice(0, 3);
  await visit(page, 'collection');
  const chooser = page.waitForEvent('filechooser');
  await press(page, 'Обрати файл');
  await (await chooser).setFiles({ name: 'облік.xlsx', mimeType: 'application/octet-stream', buffer: table(villages.map((place) => place.name.uk)) });

  const problems: string[] = [];
  const look = async (): Promise<void> => { problems.push(...await faults(page)); };
  await expect(page.getByLabel('Заголовок з рядка')).toHaveValue('3');
  await expect(page.getByLabel('Дані з рядка')).toHaveValue('5');
  await expect(page.locator('.co-sheet')).not.toContainText('067');
  await look();
  await press(page, 'Далі: персональні дані');
  await expect(page.getByRole('row', { name: /Телефон/ })).toContainText('стовпець не береться');
  await look();
  await press(page, 'Далі: стовпці');
  await page.getByLabel(/^джерело$/).fill('Звіт терцентру');
  await look();
  await press(page, 'Назад');
  await press(page, 'Далі: стовпці');
  await expect(page.getByLabel(/^джерело$/)).toHaveValue('Звіт терцентру');
  await press(page, 'Далі: перевірка');

  await expect(page.locator('.co-verdict')).toHaveText('Буде внесено: 3 нові, 0 змінених; 2 відхилені.');
  await page.getByLabel('Що в плані означає «с. Незнане»').selectOption(villages[2]?.id ?? '');
  await press(page, 'Застосувати відповіді');
  await expect(page.locator('.co-verdict')).toHaveText('Буде внесено: 5 нових, 0 змінених; 1 відхилене.');
  await press(page, /^Відхилені 1/);
  await expect(page.getByRole('row', { name: /C6/ })).toContainText('межі замість одного числа');
  await look();
  await press(page, 'Внести 5 чисел');
  await expect(page.getByText('У план внесено 5 чисел.')).toBeVisible();
  await look();
  const cell = await ask(page, 'figure.get', { key: figure({ measure: 'identified', service: 's015.1', territory: villages[0]?.id ?? '', year: 2020 }) });
  expect([cell.value, cell.source, cell.asOf]).toEqual([1012, 'Звіт терцентру', '2020-01-01']);
  expect(problems).toEqual([]);

  await visit(page, 'history');
  await expect(page.getByRole('row', { name: /Імпортовано 5 чисел з файлу: Звіт терцентру/ })).toBeVisible();
  await visit(page, 'collection');
  await press(page, 'Скасувати внесене');
  await expect(page.getByRole('button', { name: 'Обрати файл' })).toBeVisible();
  const value = async (): Promise<number | null> => (await ask(page, 'figure.get', { key: figure({ measure: 'identified', service: 's015.1', territory: villages[0]?.id ?? '', year: 2020 }) })).value;
  expect(await value()).toBeNull();
  await page.keyboard.press('Control+y');
  await expect.poll(value).toBe(1012);
});

test('a file that is no table is refused in words; in English only data stay Ukrainian', async ({ page }) => {
  await ask(page, 'settings.set', { language: 'en' });
  await openSample(page, 'sribne', 'collection');
  const send = (name: string, buffer: Buffer): Promise<void> => page.locator('#co-file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await send('old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]));
  await expect(page.getByRole('alert')).toContainText('save it as .xlsx');
  await send('table.xlsx', table(['Срібне', 'Дігтярі']));
  for (const next of ['Next: personal data', 'Next: columns', 'Next: check']) await page.getByRole('button', { name: next }).click();
  await expect(page.locator('.co-verdict')).toBeVisible();
  expect(await cyrillicOutside(page)).toEqual([]);
  await page.getByRole('button', { name: 'Close the import' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
});
