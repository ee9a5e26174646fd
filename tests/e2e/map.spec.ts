import { readFileSync } from 'node:fs';
import { expect, test } from '../helpers/browser.ts';
import { ask, faults, openCopy, openWindow, visit } from './steps.ts';

/** The map by keyboard and mouse: marks, their card, placing a settlement, drawings that stand alone. */
test('a settlement is found, explained, put back on the map and taken off again; the drawing stands alone', async ({ page, program }) => {
  await openCopy(program, 'training');
  await ask(page, 'territory.update', { id: 's-tykhe', lat: null, lon: null });
  await openWindow(page, 'capacity?tab=map');
  const mark = (name: RegExp) => page.getByRole('button', { name });
  await mark(/^Навчальне: /).focus();
  await page.keyboard.press('ArrowRight');
  await expect(mark(/^Липове: /)).toBeFocused();
  await page.keyboard.press('Enter');
  const card = page.getByRole('dialog', { name: 'Про позначку на карті' });
  await expect(card).toBeFocused();
  await expect(card).toContainText('працює частково');
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(mark(/^Липове: /)).toBeFocused();

  await page.getByRole('button', { name: 'Поставити на карті' }).click();
  await page.locator('.mp-picture').click({ position: { x: 300, y: 200 } });
  await expect(mark(/^Тихе: /)).toBeAttached();
  const put = async () => (await ask(page, 'map.view', { year: 2027 })).places.find((place) => place.id === 's-tykhe');
  expect((await put())?.lat).toBeGreaterThan(50);
  await page.keyboard.press('Control+z');
  await expect(mark(/^Тихе: /)).toHaveCount(0);
  expect((await put())?.lat).toBeNull();

  // A building of which nobody said where it stands is put where it was clicked; the question stays while people look elsewhere.
  await ask(page, 'facility.put', { id: 'new', provider: 'p-tercentr', name: 'Новий корпус' });
  await page.getByLabel('Показати').selectOption('need');
  await page.getByRole('button', { name: 'Позначити будівлі на карті' }).click();
  await expect(page.getByText('Де стоїть Новий корпус')).toBeVisible();
  await page.locator('.mp-picture').click({ position: { x: 260, y: 160 } });
  await expect(mark(/^Новий корпус: /)).toBeAttached();
  expect((await ask(page, 'map.view', { year: 2027 })).signs.find((sign) => sign.id === 'new')).toMatchObject({ own: true });
  await visit(page, 'capacity?tab=reach&view=times');
  await visit(page, 'capacity?tab=map');
  await expect(page.getByLabel('Показати')).toHaveValue('need');
  await page.getByLabel('Показати').selectOption('people');

  await page.locator('.ch-dots').click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Зберегти малюнком .svg' }).click()]);
  const svg = readFileSync(await file.path(), 'utf8');
  expect(svg).toContain('Навчальна громада: Населення');
  expect(svg).toContain('2027');
  expect(svg).not.toMatch(/var\(--|class=|tabindex|color\(/);
});
