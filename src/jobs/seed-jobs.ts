import type { DomainModel } from '../definition/index.ts';
import type { JobRecord } from '../store/control.ts';
import type { Store } from '../store/store.ts';
import { beginSeeding, type Seeding } from './begin-seeding.ts';
import { onceAKey } from './idempotency.ts';
import type { SeedRequest } from './jobs.ts';
import { LiveJob, type RowsCommitted } from './live-job.ts';
import type { LiveJobs } from './live-jobs.ts';
import { OneByOne } from './one-by-one.ts';
import { resumeSeeding } from './resume-seeding.ts';
import { askedOf, earlierSeeding } from './seed-input.ts';
import { runSeedJob } from './seed-job.ts';
import type { RowThreads } from './threads/row-threads.ts';
import type { Hold } from './writers.ts';

/** What seedings run on. */
export interface SeedJobsOptions {
  readonly store: Store;
  readonly domains: ReadonlyMap<string, DomainModel>;
  readonly version: string;
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
    const { store, domains, version, take } = this.#options;
    const hold = await take(job.dataset);
    try {
      const seeding = await resumeSeeding(store, domains, version, job);
      // A leap in `seq`: events that were sent but not saved before a crash must not be told again as new ones.
      const resumed: JobRecord = { ...job, seq: job.seq + 1_000, status: 'QUEUED', completedAt: null, error: null };
      await store.control.saveJob(resumed);
      this.#run({ ...seeding, job: resumed }, hold);
      return resumed;
    } catch (error) {
      await hold.release();
      throw error;
    }
  }

  async #begin(request: SeedRequest): Promise<JobRecord> {
    const { store, version, take } = this.#options;
    const hold = await take(request.dataset);
    let seeding: Seeding | undefined;
    try {
      seeding = await beginSeeding(store, version, request);
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
    const { store, live, onRows, threads } = this.#options;
    live.run(new LiveJob(seeding.job, store.control, onRows), hold, (job) => runSeedJob(store, job, seeding, threads));
  }
}
