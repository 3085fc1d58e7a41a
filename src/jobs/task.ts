import { randomUUID } from 'node:crypto';
import type { DomainModel } from '../definition/index.ts';
import type { JobRecord } from '../store/control.ts';
import { nothingIn } from '../store/error.ts';
import type { Generation, Store } from '../store/store.ts';
import { notResumable } from './error.ts';
import type { DatasetSummary, TaskRequest } from './jobs.ts';
import type { LiveJob } from './live-job.ts';
import { summarize } from './summary.ts';
import type { Hold } from './writers.ts';

/** Work over a dataset that is no seeding: what it is, its runner knows. */
export interface Task {
  readonly domain: DomainModel;
  /** Nobody writes to it while the task runs. */
  readonly generation: Generation;
  readonly digest: string;
  /** As JSON. */
  readonly input: JobRecord['input'];
}

/** What a task tells, and is told, while it runs. */
export interface TaskHooks {
  readonly onRows: (entity: string, rows: number) => void;
  /** Whether to come to an end soon. */
  readonly shouldStop: () => boolean;
}

/** Runs tasks of one kind. One that was cut off anywhere is gone on with by running it again. */
export interface TaskRunner {
  /** Checks a task; on an error nothing is recorded. Returns what is kept of its input, and by entity what there is to do and what is done. */
  prepare(task: Task): Promise<{
    readonly input: JobRecord['input'];
    readonly steps: readonly { readonly entity: string; readonly planned: number; readonly inserted: number }[];
  }>;
  /** `complete` is false when it was stopped; `report` is kept with the job. */
  run(
    task: Task,
    hooks: TaskHooks,
  ): Promise<{ readonly complete: boolean; readonly error?: NonNullable<JobRecord['error']>; readonly report: object }>;
}

/** The runners of a process, by the kind of job. */
export type TaskRunners = Readonly<Partial<Record<JobRecord['kind'], TaskRunner>>>;

/** What tasks need of those who run jobs. */
export interface TaskHost {
  readonly store: Store;
  readonly domains: ReadonlyMap<string, DomainModel>;
  readonly runners: TaskRunners;
  /** The right to be the dataset's only writer. */
  readonly take: (dataset: string) => Promise<Hold>;
  /** Runs a job in the background and releases the hold at its end. */
  readonly run: (job: JobRecord, hold: Hold, work: (live: LiveJob) => Promise<Partial<JobRecord>>) => void;
}

/** Records a task and begins it. @throws JobError DATASET_BUSY, JOB_NOT_RESUMABLE without a runner; StoreError DATASET_NOT_FOUND; what its runner raises. */
export async function startTask(host: TaskHost, { kind, domain, dataset, input }: TaskRequest): Promise<JobRecord> {
  const runner = runnerOf(host, kind);
  return held(host, dataset, async (hold) => {
    const { task, summary } = await taskOf(host, domain, dataset, input);
    const prepared = await runner.prepare(task);
    const job = newJob({ kind, domain, dataset, input: prepared.input }, summary, prepared.steps);
    await host.store.control.saveJob(job);
    host.run(job, hold, (live) => runTask(live, runner, { ...task, input: prepared.input }));
    return job;
  });
}

/** Goes on with one that was recorded. @throws as `startTask`; JobError JOB_NOT_RESUMABLE. */
export async function resumeTask(host: TaskHost, job: JobRecord): Promise<JobRecord> {
  const runner = runnerOf(host, job.kind);
  const domain = host.domains.get(job.domain);
  if (!domain) throw notResumable(`The domain "${job.domain}" is not known here.`);
  return held(host, job.dataset, async (hold) => {
    const { task } = await taskOf(host, domain, job.dataset, job.input);
    const { steps } = await runner.prepare(task);
    // A leap in `seq`, as for seedings: events that were not saved must not be told again as new ones.
    const resumed = {
      ...job,
      ...progressOf(steps),
      seq: job.seq + 1_000,
      status: 'QUEUED',
      completedAt: null,
      error: null,
    } as const;
    await host.store.control.saveJob(resumed);
    host.run(resumed, hold, (live) => runTask(live, runner, task));
    return resumed;
  });
}

/** Runs a task and tells how it ended. The promise does not reject. */
async function runTask(live: LiveJob, runner: TaskRunner, task: Task): Promise<Partial<JobRecord>> {
  try {
    await live.change({ status: 'RUNNING', startedAt: live.record.startedAt ?? now(), completedAt: null });
    const { complete, error, report } = await runner.run(task, {
      onRows: (entity, rows) => live.addRows(entity, rows),
      shouldStop: () => live.stopRequested !== undefined,
    });
    const stopped = live.stopRequested === 'cancel' ? 'CANCELED' : 'INTERRUPTED';
    const status = error ? 'FAILED' : complete ? 'COMPLETED' : stopped;
    return endOf(live.record, {
      status,
      error: error ?? null,
      report: { ...report },
      digest: complete && !error ? task.digest : null,
    });
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'JOB_FAILED';
    return endOf(live.record, { status: 'FAILED', error: { code, message: told } });
  }
}

function endOf(job: JobRecord, end: Pick<JobRecord, 'status' | 'error'> & Partial<JobRecord>): Partial<JobRecord> {
  const steps = job.steps.map((step) => (step.inserted >= step.planned ? step : { ...step, status: end.status }));
  return { ...end, steps, completedAt: end.status === 'INTERRUPTED' ? null : now() };
}

async function held<T>({ take }: TaskHost, dataset: string, begin: (hold: Hold) => Promise<T>): Promise<T> {
  const hold = await take(dataset);
  try {
    return await begin(hold);
  } catch (error) {
    await hold.release();
    throw error;
  }
}

async function taskOf({ store }: TaskHost, domain: DomainModel, dataset: string, input: JobRecord['input']) {
  const generation = await store.open(dataset, domain);
  if (!generation) throw nothingIn(dataset, domain.name);
  const summary = await summarize(generation);
  const task: Task = { domain, generation, digest: summary.digest, input };
  return { task, summary };
}

function runnerOf({ runners }: TaskHost, kind: JobRecord['kind']): TaskRunner {
  const runner = runners[kind];
  if (runner) return runner;
  throw notResumable(`Jobs of the kind "${kind}" cannot be run here.`);
}

function newJob({ kind, domain, dataset, input }: TaskRequest, { seed }: DatasetSummary, steps: Steps): JobRecord {
  return {
    id: randomUUID(),
    seq: 1,
    kind,
    status: 'QUEUED',
    dataset,
    domain: domain.name,
    seed,
    input,
    idempotencyKey: null,
    generation: null,
    ...progressOf(steps),
    error: null,
    digest: null,
    createdAt: now(),
    startedAt: null,
    completedAt: null,
  };
}

type Steps = Awaited<ReturnType<TaskRunner['prepare']>>['steps'];

function progressOf(steps: Steps): Pick<JobRecord, 'planned' | 'inserted' | 'steps'> {
  return {
    planned: steps.reduce((sum, { planned }) => sum + planned, 0),
    inserted: steps.reduce((sum, { inserted }) => sum + inserted, 0),
    steps: steps.map((step) => ({
      ...step,
      status: step.inserted >= step.planned ? 'COMPLETED' : step.inserted > 0 ? 'RUNNING' : 'QUEUED',
    })),
  };
}

function now(): string {
  return new Date().toISOString();
}
