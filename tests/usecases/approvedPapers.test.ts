import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { FileOut } from '#contract/models.ts';
import { program } from './helper.ts';

const year = 2027;

/** A part of a Word file, as it stands in the file. */
const part = ({ base64 }: FileOut, name: string): string => strFromU8(unzipSync(new Uint8Array(Buffer.from(base64, 'base64')))[`word/${name}.xml`] ?? new Uint8Array());

test('the papers beside the report are printed as they were approved, whatever is changed afterwards', async () => {
  const p = program();
  await p.ask('plan.sample', { sample: 'training' });
  const [determination] = (await p.ask('cycle.view')).determinations;
  const bodies = async (snapshot?: string) => {
    const of = { language: 'uk', format: 'docx' } as const;
    const made = snapshot === undefined
      ? [await p.ask('package.file', { year, ...of }), await p.ask('staff.file', { year, ...of }), await p.ask('restoration.file', { year, ...of }), await p.ask('integration.file', { year, ...of }), await p.ask('integration.file', { year, edition: 'public', ...of })]
      : await Promise.all((['package', 'staff', 'restoration', 'integration', 'integrationPublic'] as const).map((paper) => p.ask('snapshot.paper', { snapshot, paper, ...of })));
    return { texts: made.map((file) => part(file, 'document')), feet: made.map((file) => part(file, 'footer1')) };
  };
  const before = await bodies();
  await p.ask('cycle.approve', { determination: determination?.id ?? '', year, name: 'Потреби 2027', decision: '12/34', decidedOn: '2027-02-26', body: 'Рішення сесії селищної ради', reason: 'Облік ще ведеться' });
  const snapshot = (await p.ask('cycle.view')).snapshots[0]?.id ?? '';

  const [place] = (await p.ask('package.view', { year, level: 'settlements' })).places;
  await p.ask('package.set', { answers: [{ service: 's015.1', territory: place?.id ?? '', way: 'bought', basis: 'договір № 987' }] });
  const [position] = (await p.ask('staff.view', { year })).rows;
  await p.ask('staff.set', { year, rows: [{ id: position?.id ?? '', posts: 97 }] });
  await p.ask('restoration.levels.set', { items: [{ service: 's015.1', phase: 'before', level: 4 }] });
  await p.ask('integration.set', { period: '2027', cells: [{ indicator: 'employment', population: 'veteran', numerator: 61, denominator: 97, method: 'register' }] });

  const approved = await bodies(snapshot);
  expect(approved.texts).toEqual(before.texts);
  for (const foot of approved.feet) expect(foot).toContain('затверджено рішенням № 12/34 від 26.02.2027');
  expect((await bodies()).texts.map((text, at) => text === before.texts[at]), 'the papers of now').toEqual([false, false, false, false, false]);
});
