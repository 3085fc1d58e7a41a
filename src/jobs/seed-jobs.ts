import type { DomainModel } from '../definition/index.ts';
import type { JobRecord } from '../store/control.ts';
import { beginSeeding, type Seeding } from './begin-seeding.ts';
import { JobError } from './error.ts';
import { onceAKey } from './idempotency.ts';
import type { SeedRequest } from './jobs.ts';
import { LiveJob, type RowsCommitted, SETTLED } from './live-job.ts';
import type { LiveJobs } from './live-jobs.ts';
import { OneByOne } from './one-by-one.ts';
import { fateOf } from './reconcile.ts';
import { resumeSeeding } from './resume-seeding.ts';
import type { PlanRun } from './run-plan.ts';
import { askedOf, earlierSeeding } from './seed-input.ts';
import { runSeedJob } from './seed-job.ts';
import { jobTopic } from './slices/signals.ts';
import type { RowThreads } from './threads/row-threads.ts';
import type { Hold } from './writers.ts';

/** A leap in `seq`: events that were sent but not saved before a crash must not be told again as new ones. */
const LEAP = 1_000;

/** What seedings run on. */
export interface SeedJobsOptions extends PlanRun {
  readonly domains: ReadonlyMap<string, DomainModel>;
  readonly live: LiveJobs;
  readonly onRows: RowsCommitted;
  readonly threads: RowThreads | undefined;
  /** The right to be the dataset's only writer. */
  readonly take: (dataset: string) => Promise<Hold>;
}

/** Seedings as jobs: recorded before they run in the background, gone on with after they were cut off. */
export class SeedJobs {
  readonly #options: SeedJobsOptions;
  /** Seedings with an idempotency key that are being recorded. */
  readonly #beginning = new OneByOne();

  constructor(options: SeedJobsOptions) {
    this.#options = options;
  }

  /** Records a seeding and begins it; one with the key of an earlier one is that one. @throws see `Jobs.seed`. */
  async seed(request: SeedRequest): Promise<JobRecord> {
    const { store, live } = this.#options;
    const asked = askedOf(request);
    const { idempotencyKey } = request;
    const begin = () => this.#begin(request);
    if (idempotencyKey === undefined) return begin();
    // One by one, so that the second finds the job of the first.
    const earlier = async () => {
      const job = await earlierSeeding(store.control, idempotencyKey, request, asked);
      return job && (live.get(job.id)?.record ?? job);
    };
    return this.#beginning.run(idempotencyKey, () => onceAKey(earlier, begin));
  }

  /** Goes on with a seeding that was cut off. @throws see `Jobs.resume`. */
  async resume(job: JobRecord): Promise<JobRecord> {
    const { store, take } = this.#options;
    const hold = await take(job.dataset);
    try {
      await store.control.requestStop(job.id, false);
      return await this.#goOn(job, hold);
    } catch (error) {
      await hold.release();
      throw error;
    }
  }

  /** Goes on with a shared seeding that nobody leads, or ends it as it is due. Another process may be faster: then nothing happens. */
  async adopt({ id, dataset }: JobRecord): Promise<void> {
    const { store, take } = this.#options;
    const hold = await take(dataset).catch(ifTaken);
    if (!hold) return;
    try {
      const job = await store.control.job(id);
      if (!job || SETTLED.has(job.status)) return await hold.release();
      const fate = await this.#fateOf(job);
      if (fate) await this.#end(job, fate, hold);
      else await this.#goOn(job, hold).catch((error) => this.#end(job, failed(error), hold));
    } catch (error) {
      await hold.release();
      throw error;
    }
  }

  /** How a shared job ends that nobody leads: it was published, or is to be stopped. Undefined when it can be gone on with. */
  async #fateOf(job: JobRecord): Promise<Partial<JobRecord> | undefined> {
    const { store, domains } = this.#options;
    const fate = await fateOf(job, store, [...domains.values()]);
    if (fate.status === 'COMPLETED') return fate;
    if (job.status !== 'CANCELING' && !(await store.control.stopRequested(job.id))) return undefined;
    return { ...fate, status: 'CANCELED', completedAt: new Date().toISOString() };
  }

  async #end(job: JobRecord, fate: Partial<JobRecord>, hold: Hold): Promise<void> {
    const { store, distribution } = this.#options;
    await store.control.saveJob({ ...job, ...fate, seq: job.seq + LEAP });
    await store.control.requestStop(job.id, false);
    await hold.release();
    distribution?.signals.tell(jobTopic(job.id));
  }

  async #goOn(job: JobRecord, hold: Hold): Promise<JobRecord> {
    const { store, domains } = this.#options;
    const seeding = await resumeSeeding(this.#options, domains, job);
    const resumed: JobRecord = { ...seeding.job, seq: job.seq + LEAP, status: 'QUEUED', completedAt: null, error: null };
    await store.control.saveJob(resumed);
    this.#run({ ...seeding, job: resumed }, hold);
    return resumed;
  }

  async #begin(request: SeedRequest): Promise<JobRecord> {
    const { store, take } = this.#options;
    const hold = await take(request.dataset);
    let seeding: Seeding | undefined;
    try {
      seeding = await beginSeeding(this.#options, request);
      await store.control.saveJob(seeding.job);
      this.#run(seeding, hold);
      return seeding.job;
    } catch (error) {
      if (seeding) await store.discard(seeding.generation);
      await hold.release();
      throw error;
    }
  }

  #run(seeding: Seeding, hold: Hold): void {
    const { store, live, onRows, threads, distribution } = this.#options;
    const onSaved = (id: string) => distribution?.signals.tell(jobTopic(id));
    const job = new LiveJob(seeding.job, store.control, onRows, onSaved);
    live.run(job, hold, () => runSeedJob(store, job, seeding, threads));
  }
}

/** Another writer has the dataset, or this process is being shut down. */
function ifTaken(error: unknown): undefined {
  if (error instanceof JobError && (error.code === 'DATASET_BUSY' || error.code === 'SHUTTING_DOWN')) return undefined;
  throw error;
}

/** What cannot be gone on with by any process of this version has failed; a store that does not answer is asked again. */
function failed(error: unknown): Partial<JobRecord> {
  if (!(error instanceof JobError)) throw error;
  return { status: 'FAILED', completedAt: new Date().toISOString(), error: { code: error.code, message: error.message } };
}
