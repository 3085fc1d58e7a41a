import { type DomainModel, SeedgraphError } from '../definition/index.ts';
import { digestOf } from '../generate/index.ts';
import { createPlan, type Plan } from '../plan/index.ts';
import type { JobRecord, JobStepRecord } from '../store/control.ts';
import type { Generation, Store } from '../store/store.ts';
import type { SeedRequest } from './jobs.ts';
import type { LiveJob } from './live-job.ts';
import { runSeeding } from './seeding.ts';

/** The record of a seeding that is about to begin. */
export function newSeedJob(id: string, request: SeedRequest, plan: Plan): JobRecord {
  return {
    id,
    seq: 1,
    kind: 'seed',
    status: 'QUEUED',
    dataset: request.dataset,
    domain: request.domain.name,
    seed: plan.seed,
    input: seedInput(plan),
    idempotencyKey: request.idempotencyKey ?? null,
    generation: null,
    planned: plan.rows,
    inserted: 0,
    steps: plan.stages.map(({ entity, rows }) => ({
      entity: entity.name,
      status: rows === 0 ? 'COMPLETED' : 'QUEUED',
      planned: rows,
      inserted: 0,
    })),
    error: null,
    digest: null,
    createdAt: new Date().toISOString(),
    startedAt: null,
    completedAt: null,
  };
}

/** What a seeding was asked for, as it is kept with the job. */
export function seedInput({ preset, seed, overrides }: Plan): JobRecord['input'] {
  return { preset, seed, overrides };
}

/** The plan of a job that was recorded earlier. */
export function planOfJob(domain: DomainModel, job: JobRecord): Plan {
  // `input` was written by `seedInput`.
  return createPlan(domain, job.input as Pick<Plan, 'preset' | 'seed' | 'overrides'>);
}

/** Runs a recorded seeding and tells how it ended. Whatever happens is in the result; the promise does not reject. */
export async function runSeedJob(store: Store, live: LiveJob, plan: Plan, generation: Generation): Promise<Partial<JobRecord>> {
  try {
    await live.change(await started(live.record, generation));
    const complete = await runSeeding(plan, generation, {
      onRows: (entity, rows) => live.addRows(entity, rows),
      shouldStop: () => live.stopRequested !== undefined,
    });
    if (!complete) return stopped(live);
    await store.publish(generation);
    return await completed(live.record, generation);
  } catch (error) {
    return { status: 'FAILED', completedAt: now(), error: errorOf(error) };
  }
}

/** Counts anew what is stored: after a crash the job's own numbers lag behind. */
async function started(job: JobRecord, generation: Generation): Promise<Partial<JobRecord>> {
  const { totals } = await generation.state();
  const steps = job.steps.map((step) => withInserted(step, totals.get(step.entity)?.rows ?? 0));
  const inserted = steps.reduce((sum, step) => sum + step.inserted, 0);
  return {
    status: 'RUNNING',
    startedAt: job.startedAt ?? now(),
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
  // Estimates give way to what was made.
  const steps = job.steps.map((step) =>
    withInserted({ ...step, planned: totals.get(step.entity)?.rows ?? 0 }, totals.get(step.entity)?.rows ?? 0),
  );
  const inserted = steps.reduce((sum, step) => sum + step.inserted, 0);
  return {
    status: 'COMPLETED',
    completedAt: now(),
    digest: digestOf(generation.domain, totals),
    steps,
    planned: inserted,
    inserted,
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
