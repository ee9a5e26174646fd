import { expect, test } from '../helpers/browser.ts';
import { ask, cyrillicOutside, faults, openSample, visit } from './steps.ts';

/** An audit is done by keyboard: keys answer and lead on, a measurement decides, the result follows; nothing is in the way of a screen reader. */
test('a facility is audited by keyboard, and the entrance follows from the answers', async ({ page }) => {
  await openSample(page, 'training', 'capacity?tab=access');
  const found: string[] = [...await faults(page)];
  await page.getByRole('button', { name: /^Обстежити: Денне/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Почати обстеження' }).click();
  const question = (name: RegExp) => page.getByRole('group', { name });
  const first = question(/пішохідної доріжки/);
  await first.getByRole('button', { name: 'Так', exact: true }).focus();
  // A key of the Ukrainian layout has no name that the test could press: the event itself is sent.
  await first.getByRole('button', { name: 'Так', exact: true }).dispatchEvent('keydown', { key: 'т' });
  await expect(question(/покриття доріжок/).getByRole('button', { name: 'Так', exact: true })).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.press('0');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Backspace');
  await expect(page.getByText('Відповідей 2 з 55')).toBeVisible();
  await expect(first.getByRole('button', { name: 'Так', exact: true })).toHaveAttribute('aria-pressed', 'true');
  const width = question(/ширина дверного отвору/).getByRole('textbox', { name: /Виміряно/ });
  await width.fill('82');
  await page.keyboard.press('Enter');
  await expect(question(/ширина дверного отвору/)).toContainText('Схоже на сантиметри');
  await width.fill('82 см');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Не виконано критичних критеріїв: № 25')).toBeVisible();
  expect((await question(/ширина дверного отвору/).boundingBox())?.width, 'a question answered “no” keeps its place').toBeGreaterThan(600);
  const audits = async () => (await ask(page, 'accessibility.view', { year: 2027 })).audits;
  await expect.poll(async () => (await audits()).map((audit) => [audit.facility, audit.entrance, audit.result.open])[0]).toEqual(['f-day', 'no', 52]);
  await ask(page, 'settings.set', { language: 'en' });
  await page.reload();
  await expect(page.getByText('3 of 55 answered')).toBeVisible();
  found.push(...await faults(page), ...await cyrillicOutside(page));
  await visit(page, 'capacity?tab=access&audit=a-2026&view=fixes');
  await expect(page.getByRole('region', { name: 'To make the entrance accessible' })).toContainText('UAH 48,000');
  // What the entrance means for reach stands with its numbers, and leads there with the switch on.
  await expect(page.getByText(/People who can get here within 30 minutes by car:/)).toContainText(/9,515; barrier-free.* 0\./);
  found.push(...await faults(page), ...await cyrillicOutside(page));
  await page.getByRole('link', { name: 'Show in “Reach”' }).click();
  await expect(page.getByRole('checkbox', { name: 'Only accessible entrances and transport' })).toBeChecked();
  expect(found).toEqual([]);
});
