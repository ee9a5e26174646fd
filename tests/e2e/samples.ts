import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Once a run: a folder where tests of all workers find the sample plans that one of them made. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sotsplan-samples-'));
  process.env['SAMPLE_PLANS'] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
