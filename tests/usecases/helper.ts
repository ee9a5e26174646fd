import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import type { Input, MethodName, Output } from '#contract/api.ts';
import type { PlanInfo } from '#contract/api/library.ts';
import type { ErrorCode, ErrorObject } from '#contract/errors.ts';
import type { FigureKey } from '#contract/models.ts';
import { createApp, loadShipped, type App } from '../../src-main/app.ts';
import { afterTest } from '../helpers/after.ts';
import { root } from '../helpers/root.ts';

/** The whole program as a test asks it. */
export interface TestProgram {
  readonly app: App;
  readonly library: string;
  /** Lines of the log: a test that did not expect a bug finds it empty. */
  readonly log: readonly string[];
  /** The value of an answer; a refusal fails the test. */
  ask<N extends MethodName>(method: N, input?: Input<N>): Promise<Output<N>>;
  /** The error of an answer with this code; a value fails the test. */
  refuse<N extends MethodName>(code: ErrorCode, method: N, input?: Input<N>): Promise<ErrorObject>;
  /** Opens a copy of a sample plan as `plan.sample` makes it, with its approval: the program makes one a day of its clock, for all tests. */
  sample(name: 'sribne' | 'training'): Promise<PlanInfo>;
}

export const NOW = '2027-03-02T09:00:00.000Z';

/** A folder that disappears after the test. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'sotsplan-usecases-'));
  afterTest(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const RESOURCES = join(root, 'resources');
/** Read once for all programs of a worker. */
const shipped = loadShipped(RESOURCES);

/** A program with a library of its own, a fixed clock and counted ids. */
export function program(options: { readonly library?: string; readonly now?: string; readonly resourcesDir?: string } = {}): TestProgram {
  const library = options.library ?? folder();
  const log: string[] = [];
  let ids = 0;
  const app = createApp({
    libraryDir: library, resourcesDir: options.resourcesDir ?? RESOURCES, ...(options.resourcesDir ? {} : { shipped }), now: () => new Date(options.now ?? NOW), newId: () => `id-${library.slice(-6)}-${++ids}`, log: (line) => log.push(line),
  });
  afterTest(() => app.close());
  const made: TestProgram = {
    app, library, log,
    async sample(name) {
      const kept = join(inject('samples'), `${name} ${(options.now ?? NOW).replaceAll(':', '-')}.sotsplan`);
      if (!existsSync(kept)) {
        const { path } = await made.ask('plan.sample', { sample: name });
        await made.ask('plan.close');
        renameSync(path, kept); // another worker may have made the same: either is whole
      }
      mkdirSync(library, { recursive: true });
      const path = join(library, `${name}.sotsplan`);
      copyFileSync(kept, path);
      return made.ask('plan.open', { path });
    },
    async ask(method, input) {
      const reply = await app.dispatch(method, input);
      if (!reply.ok) throw new Error(`${method} was refused: ${JSON.stringify(reply.error)} ${log.join('\n')}`);
      return reply.value as never;
    },
    async refuse(code, method, input) {
      const reply = await app.dispatch(method, input);
      expect(reply.ok ? 'answered' : reply.error.code, `${method} → ${JSON.stringify(reply).slice(0, 400)}`).toBe(code);
      if (reply.ok) throw new Error('not refused');
      return reply.error;
    },
  };
  return made;
}

/** A small community entered by hand, open, with these ids for its settlements. */
export async function manualPlan(year = 2027, settlements: readonly string[] = ['v1', 'v2', 'v3']): Promise<TestProgram & { readonly root: string; key(measure: FigureKey['measure'], more?: Partial<FigureKey>): FigureKey }> {
  const p = program();
  await p.ask('plan.create', { community: { name: 'Тестова', type: 'rural', raion: 'Тестовий', oblast: 'Тестова' }, year });
  const { root: id } = await p.ask('plan.view', { year });
  for (const village of settlements) await p.ask('territory.add', { id: village, parent: id, kind: 'settlement', name: village });
  return { ...p, root: id, key: (measure, more = {}) => ({ measure, group: '', service: '', provider: '', territory: id, sex: 'all', age: 'all', year, scenario: 'base', ...more }) };
}

/** The row of a list with this id. */
export function byId<T extends { readonly id: string }>(rows: readonly T[], id: string): T {
  const found = rows.find((row) => row.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
}
