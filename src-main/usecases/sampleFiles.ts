import { Refusal } from '../contract/errors.ts';
import { readJson } from '../store/files.ts';
import type { Program } from './program.ts';

/** A bundled sample. */
export type SampleName = 'sribne' | 'training';

/** A file of `resources/samples`; one that is not there is a broken installation. */
export function readSample<T>(program: Program, name: string): T {
  const sample = readJson(`${program.resourcesDir}/samples/${name}.json`) as T | null;
  if (sample === null) throw new Refusal('reference.invalid', { reason: `samples/${name}.json` });
  return sample;
}
