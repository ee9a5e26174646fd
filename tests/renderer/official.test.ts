// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { officialText } from '../../src-renderer/components/trace/official.ts';
import { program } from '../usecases/helper.ts';

test.each([
  ['uk', 'без послуги = виявлено − отримує (453 − 316 = 137)', 'підстава: Закон України «Про соціальні послуги» № 2671-VIII від 17.01.2019, ст. 25 ч. 3.', '01.02.2020'],
  ['en', '(453 − 316 = 137)', 'basis: Law of Ukraine “On Social Services” No. 2671-VIII of 17.01.2019, art. 25 part 3.', '1 Feb 2020'],
] as const)('the official sentence has figure, date, source, formula and act in one line: %s', async (language, formula, act, date) => {
  const p = program();
  await p.sample('sribne');
  const { rows } = await p.ask('needs.view', { year: 2020 });
  const row = rows.find((each) => each.code === '015.1');
  if (!row?.unmet.ref) throw new Error('no home care');
  const text = officialText(await p.ask('trace.get', { ref: row.unmet.ref }), language);
  for (const part of ['137', date, 'sribnetercentr.at.ua', formula]) expect(text).toContain(part);
  expect(text.endsWith(act)).toBe(true);
  expect(text).not.toContain('\n');
  // No formula is quoted from the order on needs determination.
  expect(text).not.toContain('130');
});
