import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Input, MethodName, Output } from '../../contract/api.ts';
import type { JobView } from '../../contract/api/documents.ts';
import type { NeedRow } from '../../contract/api/needs.ts';
import { Refusal, type ErrorObject, type Reply } from '../../contract/errors.ts';
import type { FileOut } from '../../contract/models.ts';

/** One service of the main job; null = not computable from what is known. */
export interface DemoService {
  readonly code: string | null;
  readonly name: string;
  readonly identified: number | null;
  readonly served: number | null;
  readonly unmet: number | null;
  /** Share 0–1, not rounded. */
  readonly coverage: number | null;
  /** Bounds of `unmet`. */
  readonly low: number | null;
  readonly high: number | null;
}
export interface DemoResult {
  readonly plan: string;
  readonly services: readonly DemoService[];
  /** Ids of the red flags of the overview (such as `published`: a published total adds places to people), then `words:<section>`. */
  readonly warnings: readonly string[];
  readonly files: readonly string[];
  readonly ms: number;
}

type Dispatch = (method: string, input: unknown) => Promise<Reply<unknown>>;

/** An error object on its way out. */
class Refused extends Error {
  readonly error: ErrorObject;
  constructor(error: ErrorObject) {
    super(error.code);
    this.error = error;
  }
}

/** The main job with no window: the Срібне plan into a folder, its needs, the needs report as a Word file. */
export async function demo(dispatch: Dispatch, out: string, language: 'uk' | 'en'): Promise<Reply<DemoResult>> {
  const began = performance.now();
  const ask = async <N extends MethodName>(method: N, input: Input<N>): Promise<Output<N>> => {
    const reply = await dispatch(method, input);
    if (!reply.ok) throw new Refused(reply.error);
    return reply.value as Output<N>;
  };
  try {
    const folder = resolve(out);
    mkdirSync(folder, { recursive: true });
    const plan = await newPlan(ask);
    const scope = { year: plan.years.at(-1) ?? 2020, scenario: 'base' };
    const view = await ask('needs.view', scope);
    const services = view.rows.filter(isMeasured).map((row) => service(row, language));
    const { jobId } = await ask('job.start', { job: { kind: 'document', document: 'needs-report', language, edition: 'service', ...scope } });
    const paper = await finished(ask, jobId);
    const file = join(folder, basename(paper.name));
    writeFileSync(file, Buffer.from(paper.base64, 'base64'));
    const { flags } = await ask('overview.view', scope);
    const paperWarnings = (await ask('document.view', { ...scope, document: 'needs-report', language })).warnings;
    const warnings = [...flags.map((flag) => flag.id), ...paperWarnings.map((section) => `words:${section}`)];
    await ask('plan.close', {});
    return { ok: true, value: { plan: plan.path, services, warnings, files: [plan.path, file], ms: Math.round(performance.now() - began) } };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.error };
    if (error instanceof Refusal) return { ok: false, error: { code: error.code, kind: 'refusal', details: error.details } };
    throw error;
  }
}

type Ask = <N extends MethodName>(method: N, input: Input<N>) => Promise<Output<N>>;

/** A new plan of the sample; when its name is taken by an earlier run, the next free one. */
async function newPlan(ask: Ask): Promise<Output<'plan.sample'>> {
  for (let n = 1; ; n++) {
    try {
      return await ask('plan.sample', { sample: 'sribne', file: n === 1 ? 'sribne-2020' : `sribne-2020-${n}` });
    } catch (error) {
      if (!(error instanceof Refused) || error.error.code !== 'plan.exists' || n >= 1000) throw error;
    }
  }
}

/** Waits for a paper. */
async function finished(ask: Ask, jobId: string): Promise<FileOut> {
  for (;;) {
    const job: JobView = await ask('job.get', { jobId });
    if (job.phase === 'done') return paperOf(job.result);
    if (job.phase === 'failed' || job.phase === 'cancelled') throw new Refused((job.error ?? { code: 'bug', kind: 'bug', details: { jobId } }) as ErrorObject);
    await wait(20);
  }
}

/** A job's result is the paper itself or holds it as `file`. */
function paperOf(result: unknown): FileOut {
  const value = result as FileOut & { readonly file?: FileOut };
  return value.file ?? value;
}

const isMeasured = (row: NeedRow): boolean => [row.identified, row.served, row.waiting, row.places, row.occupied].some((cell) => cell.value !== null);

function service(row: NeedRow, language: 'uk' | 'en'): DemoService {
  const name = row.name ?? row.short;
  return {
    code: row.code,
    name: (language === 'en' ? name?.en : null) ?? name?.uk ?? row.id,
    identified: row.identified.value,
    served: row.served.value,
    unmet: row.unmet.value,
    coverage: row.coverage.value,
    low: row.unmet.low,
    high: row.unmet.high,
  };
}
