import { expect, test } from '../helpers/browser.ts';
import { excelXml, HEADS, line } from '../imports/registerFile.ts';
import { ask, cellOf, current, cyrillicOutside, faults, openSample, settled, visit } from './steps.ts';

/** A territorial centre: a unit with a building, its figures, the register of providers. */
test('a centre gets a unit, a building and a transfer, its figures move, and the register adds a provider', async ({ page }) => {
  await openSample(page, 'training', 'capacity?tab=providers');
  const { years } = await current(page);
  const scope = { year: Math.max(...years), scenario: 'base' };
  await page.getByRole('button', { name: 'Додати відділення: Територіальний центр' }).click();
  const form = page.getByRole('region', { name: 'Нове відділення' });
  await form.getByLabel('Назва').fill('Відділення фізичного супроводу');
  await form.getByRole('checkbox', { name: /Фізичний супровід/ }).check();
  await form.getByLabel('Код ЄДРПОУ').fill('3012345671');
  await form.getByRole('button', { name: 'Додати відділення' }).click();
  await expect(form.getByText('Десять цифр – податковий номер людини')).toBeVisible();
  await form.getByLabel('Код ЄДРПОУ').fill('');
  await form.getByRole('button', { name: 'Додати відділення' }).click();
  await expect(page.getByRole('rowheader', { name: 'Відділення фізичного супроводу' })).toBeVisible();

  await page.getByRole('link', { name: 'Територіальний центр соціального обслуговування Навчальної громади' }).click();
  await settled(page);
  const unit = (await ask(page, 'capacity.view', scope)).providers.find((row) => row.name === 'Відділення фізичного супроводу');
  const grid = page.getByRole('grid', { name: 'Персонал, місця, люди' });
  const filled = await cellOf(grid, 'u-home s015.1', 'Зайняті ставки');
  await filled.scrollIntoViewIfNeeded();
  await filled.click();
  await expect(filled).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await expect(await cellOf(grid, 'u-home s015.1', 'Навантаження: отримує на зайняту ставку')).toContainText('10,3');
  await expect(await cellOf(grid, 'u-home s015.1', 'Навантаження проти норми')).toContainText('вище норми');
  expect(unit?.parent).toBe('p-tercentr');

  await page.getByRole('button', { name: 'Додати передачу' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Дата').fill('01.07.2026');
  await dialog.getByLabel('Орган').fill('Сусідня громада');
  await dialog.getByLabel('Скільки').fill('3');
  await dialog.getByRole('button', { name: 'Зберегти' }).click();
  await expect(page.getByRole('row', { name: /01\.07\.2026/ })).toContainText('53');
  expect(await faults(page)).toEqual([]);

  // A link to a figure of a settlement, as a trace has it, lands in its cell.
  const cell = ['waiting', '', 's015.1', 'u-home', 's-lypove', 'all', 'all', scope.year].join('|');
  await visit(page, `capacity?${new URLSearchParams({ cell }).toString()}`);
  await expect(page.getByRole('grid', { name: 'За населеними пунктами' }).locator('[data-id="s-lypove"] [aria-selected="true"]')).toBeFocused();

  await visit(page, 'capacity?tab=providers&register=1');
  const bytes = Buffer.from(excelXml('Реєстр', [HEADS, line({ code: '26145678', name: 'Центр «Затишок»', phone: '0671112233', service: 'с. Калинівка, вул. Шкільна, 4', yes: ['015.4'], on: '20.11.2026' })]));
  await page.locator('input[type=file]').setInputFiles({ name: 'Реєстр_22.11.2026.xml.xls', mimeType: 'text/xml', buffer: bytes });
  await expect(page.getByText('1 телефон, адресу пошти чи імʼя')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Обрати: Центр «Затишок»' }).check();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Зберегти 1 надавача' }).click();
  await expect(page.getByText('Збережено 1 надавача.')).toBeVisible();
  expect((await ask(page, 'capacity.view', scope)).providers.find((row) => row.code === '26145678')).toMatchObject({ register: 'yes', territory: 's-kalynivka' });
  await ask(page, 'settings.set', { language: 'en' });
  await page.reload();
  for (const part of ['capacity?tab=providers', 'capacity?tab=providers&provider=p-tercentr', 'capacity?tab=providers&register=1']) {
    await visit(page, part);
    expect(await cyrillicOutside(page), part).toEqual([]);
  }
});
