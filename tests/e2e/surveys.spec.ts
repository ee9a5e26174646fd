import { expect, test } from '../helpers/browser.ts';
import { ask, current, faults, openSample, settled } from './steps.ts';

/** A survey from the questionnaire to the need it moves, by keyboard and by a pasted table. */
test('a survey is made, typed in by keyboard, pasted, and moves the need', async ({ page }) => {
  await openSample(page, 'training', 'needs?tab=surveys');
  const { years } = await current(page);
  const scope = { year: Math.max(...years), scenario: 'base' };
  await page.getByRole('button', { name: 'Нове опитування' }).first().click();
  await page.getByLabel('Назва').fill('Потреби жителів');
  await page.getByRole('button', { name: 'Додати', exact: true }).click();
  await expect(page.getByRole('tab', { name: 'Анкета' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.su-questions li').nth(10)).toBeVisible();
  const survey = (await ask(page, 'surveys.view', {})).find((each) => each.name === 'Потреби жителів');
  const { list } = await ask(page, 'surveys.form.view', { survey: survey?.id ?? '' });

  // One questionnaire without the mouse: digits go on by themselves, Ctrl+Enter stores.
  await page.getByRole('tab', { name: 'Відповіді', exact: true }).click();
  await settled(page);
  await page.locator('[data-field]').first().focus();
  await page.keyboard.type('2131 2');
  await page.keyboard.press('Enter');
  await page.keyboard.type('11410');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Усього анкет: 1' })).toBeVisible();
  const results = await ask(page, 'surveys.results.view', { ...scope, survey: survey?.id ?? '' });
  expect(results.services[0]?.share).toMatchObject({ yes: 1, answered: 1, kind: 'few' });
  expect(results.services[0]).toMatchObject({ gets: 1, satisfaction: 4 });
  expect(results.services[1]).toMatchObject({ share: { yes: 1 }, gets: 0, getsAnswered: 1 });

  // A table of the online form: 40 older people, 18 in need.
  await page.getByRole('button', { name: 'Вставити таблицю' }).click();
  const service = list.find((question) => question.service === 's015.1');
  const groups = list.find((question) => question.role === 'groups');
  const rows = Array.from({ length: 40 }, (_, i) => ['Коваль О. П.', groups?.options[0]?.text ?? '', i < 18 ? 'так' : 'ні'].join('\t'));
  await page.getByLabel('Таблиця', { exact: true }).fill([['Прізвище', groups?.title, `${service?.title} – потребую`].join('\t'), ...rows].join('\n'));
  await expect(page.getByText('не береться: імена')).toBeVisible();
  await page.getByRole('button', { name: 'Додати 40 анкет' }).click();
  await expect(page.getByText('Додано 40 анкет.')).toBeVisible();

  await page.getByRole('tab', { name: 'Результати' }).click();
  await expect(page.getByText('Результати орієнтовні')).toBeVisible();

  await page.getByRole('tab', { name: 'До потреб', exact: true }).click();
  // Nobody said how people were chosen: nothing is chosen by itself, and it is said why.
  await expect(page.getByText(/Наперед не позначено:.* 1 орієнтовна, бо людей обрано не випадково/)).toBeVisible();
  await page.locator('.su-take tbody tr', { hasText: 'орієнтовно' }).getByRole('checkbox').check();
  await page.getByRole('button', { name: /^Перенести 1 клітинку$/ }).click();
  await expect(page.getByText('Перенесено 1 клітинку.')).toBeVisible();
  const need = await ask(page, 'survey.view', { ...scope, service: 's015.1' });
  expect(need.rows.find((row) => row.group === 'elderly')).toMatchObject({ yes: { value: 19 }, answered: { value: 41 }, selection: 'unknown' });
  const found: string[] = [];
  for (const tab of await page.getByRole('tablist', { name: 'Кроки опитування' }).getByRole('tab').all()) {
    await tab.click();
    await settled(page);
    found.push(...await faults(page));
  }
  expect(found).toEqual([]);
});
