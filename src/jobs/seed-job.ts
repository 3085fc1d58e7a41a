import { randomUUID } from 'node:crypto';
import { type EntityModel, SeedgraphError } from '../definition/index.ts';
import { digestOf } from '../generate/index.ts';
import type { Plan } from '../plan/index.ts';
import type { JobRecord, JobStepRecord } from '../store/control.ts';
import type { Generation, Store } from '../store/store.ts';
import type { Seeding } from './begin-seeding.ts';
import type { SeedRequest } from './jobs.ts';
import { keptRows } from './kept-rows.ts';
import type { LiveJob } from './live-job.ts';
import type { RowThreads } from './threads/row-threads.ts';

/** What the record of a new seeding says beside what its plan tells. */
interface NewSeeding {
  readonly input: JobRecord['input'];
  readonly generation: Generation;
  /** Default: the stages of the plan. */
  readonly steps?: readonly JobStepRecord[];
  /** The version of those who share the work; default: nobody does. */
  readonly shared?: string | undefined;
}

/** The record of a seeding that is about to begin. */
export function newSeedJob(request: SeedRequest, plan: Plan, { input, generation, steps, shared }: NewSeeding): JobRecord {
  const planned = steps ?? plan.stages.map(({ entity, rows }) => stepOf(entity, rows));
  return {
    id: randomUUID(),
    seq: 1,
    kind: 'seed',
    status: 'QUEUED',
    dataset: request.dataset,
    domain: request.domain.name,
    seed: plan.seed,
    input,
    idempotencyKey: request.idempotencyKey ?? null,
    ...(shared !== undefined && { shared }),
    generation: generation.id,
    planned: planned.reduce((sum, step) => sum + step.planned, 0),
    inserted: 0,
    steps: planned,
    error: null,
    digest: null,
    createdAt: now(),
    startedAt: null,
    completedAt: null,
  };
}

/** The step of an entity, before it begins. */
export function stepOf({ name }: EntityModel, planned: number): JobStepRecord {
  return { entity: name, status: planned === 0 ? 'COMPLETED' : 'QUEUED', planned, inserted: 0 };
}

/**
 * Runs a recorded seeding and tells how it ended. Whatever happens is in the result; the promise does not reject. A shared one that
 * this process cannot go on with has not ended: the result is empty then.
 */
export async function runSeedJob(
  store: Store,
  live: LiveJob,
  { generation, run }: Seeding,
  threads: RowThreads | undefined,
): Promise<Partial<JobRecord>> {
  try {
    await live.change(await started(live.record, generation));
    const complete = await run({
      threads,
      onRows: (entity, rows) => live.addRows(entity, rows),
      shouldStop: () => live.stopRequested !== undefined,
    });
    if (!complete) return isHandedOver(live) ? {} : stopped(live);
    await store.publish(generation);
    return await completed(live.record, generation);
  } catch (error) {
    if (live.record.shared !== undefined && isOthersToGoOn(error)) return {};
    if (isFull(error)) await store.discard(generation).catch(() => undefined);
    return { status: 'FAILED', completedAt: now(), error: errorOf(error) };
  }
}

/** Another process goes on with a shared job when this one ends. */
function isHandedOver({ record, stopRequested }: LiveJob): boolean {
  return record.shared !== undefined && stopRequested === 'interrupt';
}

/** The store cannot be reached from here, or another process leads by now. */
function isOthersToGoOn(error: unknown): boolean {
  return error instanceof SeedgraphError && (error.code === 'STORE_UNAVAILABLE' || error.code === 'DATASET_BUSY');
}

/** What was made so far is let go then, though it could be gone on with: without room not even the datasets that are there could be opened. */
function isFull(error: unknown): boolean {
  return error instanceof SeedgraphError && error.code === 'STORE_FULL';
}

/** Counts anew what is stored: after a crash the job's own numbers lag behind. */
async function started(job: JobRecord, generation: Generation): Promise<Partial<JobRecord>> {
  const { totals } = await generation.state();
  const steps = job.steps.map((step) => withInserted(step, totals.get(step.entity)?.rows ?? 0));
  const inserted = steps.reduce((sum, step) => sum + step.inserted, 0);
  // Nobody may be there to make the rows of a shared one: it waits for its first.
  const isWaiting = job.shared !== undefined && inserted === 0;
  return {
    status: isWaiting ? 'QUEUED' : 'RUNNING',
    startedAt: isWaiting ? job.startedAt : (job.startedAt ?? now()),
    completedAt: null,
    error: null,
    generation: generation.id,
    steps,
    inserted,
  };
}

function withInserted(step: JobStepRecord, inserted: number): JobStepRecord {
  const status = inserted >= step.planned ? 'COMPLETED' : inserted > 0 ? 'RUNNING' : 'QUEUED';
  return { ...step, inserted, status };
}

/** How a job ends whose generation is published. */
export async function completed(job: JobRecord, generation: Generation): Promise<Partial<JobRecord>> {
  const { totals } = await generation.state();
  const kept = await keptRows(generation);
  // Estimates give way to what was made.
  const steps = job.steps.map((step) =>
    withInserted({ ...step, planned: totals.get(step.entity)?.rows ?? 0 }, totals.get(step.entity)?.rows ?? 0),
  );
  const inserted = steps.reduce((sum, step) => sum + step.inserted, 0);
  return {
    status: 'COMPLETED',
    startedAt: job.startedAt ?? now(),
    completedAt: now(),
    digest: digestOf(generation.domain, totals),
    steps,
    planned: inserted,
    inserted,
    ...(kept > 0 && { report: { kept } }),
  };
}

function stopped(live: LiveJob): Partial<JobRecord> {
  const status = live.stopRequested === 'cancel' ? 'CANCELED' : 'INTERRUPTED';
  const steps = live.record.steps.map(
    (step) => (step.status === 'COMPLETED' ? step : { ...step, status }) satisfies JobStepRecord,
  );
  return { status, steps, completedAt: status === 'CANCELED' ? now() : null };
}

function errorOf(error: unknown): JobRecord['error'] {
  const message = error instanceof Error ? error.message : String(error);
  return { code: error instanceof SeedgraphError ? error.code : 'JOB_FAILED', message };
}

function now(): string {
  return new Date().toISOString();
}
