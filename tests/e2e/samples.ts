import { scratch } from '../helpers/scratch.ts';

/** Once a run: a folder for all that is temporary, where tests of all workers also find the sample plans that one of them made. */
export default function setup(): () => void {
  const { folder, remove } = scratch();
  process.env['SAMPLE_PLANS'] = folder;
  return remove;
}
