import { Worker } from 'node:worker_threads';
import { Refusal } from '../contract/errors.ts';
import type { JobView } from '../contract/api/documents.ts';
import type { JobMessage, JobWork } from './work.ts';

/** A job that ended stays readable this long (ms), then it is forgotten. */
const KEPT = 5 * 60_000;

/** Reading lets go of what it has decoded at once: less room for what is young halves the memory a large table takes, in the same time. */
const READING = { resourceLimits: { maxYoungGenerationSizeMb: 12 } } as const;

interface Job { view: JobView; worker: Worker | null; endedAt: number }

/** What the use cases see of the jobs, see `Program.jobs`. */
export interface JobRunner {
  /**
   * Starts work in a thread of its own and returns the job's id at once. `take` gets each piece the thread hands over on the way, which
   * stays on this side of the door; pages see only the result.
   */
  start(work: JobWork, take?: (piece: unknown) => void): string;
  /** How far a job is; its result when done. Refuses with `job.unknown`. */
  get(jobId: string): JobView;
  /** Ends the thread of a job; a job that already ended stays as it is. */
  cancel(jobId: string): void;
  /** Ends all threads; called when the program closes. */
  close(): Promise<void>;
}

/**
 * Runs long pure work in worker threads, one thread a job.
 * @param workerFile the built or source file of `worker.ts`
 */
export function createJobs(workerFile: URL, newId: () => string, now: () => number): JobRunner {
  const jobs = new Map<string, Job>();
  const end = (job: Job, change: Partial<JobView>): void => {
    if (job.endedAt) return;
    job.view = { ...job.view, ...change };
    job.endedAt = now();
    job.worker = null;
  };
  return {
    start(work, take) {
      for (const [id, job] of jobs) if (job.endedAt && now() - job.endedAt > KEPT) jobs.delete(id);
      const jobId = newId();
      const worker = new Worker(workerFile, { workerData: work, ...(work.kind === 'import.read' ? READING : {}) });
      const job: Job = { view: { jobId, phase: 'waiting', step: '', done: 0, of: 1, result: null, error: null }, worker, endedAt: 0 };
      jobs.set(jobId, job);
      worker.on('message', (message: JobMessage) => {
        if (message.kind === 'step') job.view = { ...job.view, phase: 'running', step: message.step, done: message.done, of: message.of };
        else if (message.kind === 'piece') take?.(message.piece);
        else if (message.kind === 'done') end(job, { phase: 'done', done: job.view.of, result: message.result });
        else end(job, { phase: 'failed', error: message.error });
      });
      worker.on('error', (error) => end(job, { phase: 'failed', error: { code: 'bug', details: { id: jobId, message: error.message } } }));
      worker.on('exit', () => end(job, { phase: 'failed', error: { code: 'bug', details: { id: jobId, message: 'thread ended' } } }));
      return jobId;
    },
    get(jobId) {
      const job = jobs.get(jobId);
      if (!job) throw new Refusal('job.unknown', { jobId });
      return job.view;
    },
    cancel(jobId) {
      const job = jobs.get(jobId);
      if (!job) throw new Refusal('job.unknown', { jobId });
      const { worker } = job;
      end(job, { phase: 'cancelled', error: { code: 'job.cancelled', details: {} } });
      void worker?.terminate();
    },
    async close() {
      await Promise.all([...jobs.values()].map((job) => job.worker?.terminate()));
      jobs.clear();
    },
  };
}
