import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CellRow, DomainModel, EntityModel } from '../definition/index.ts';
import type { Keys } from '../generate/index.ts';
import { createPlan, type Plan, recipeOf } from '../plan/index.ts';
import type { JobQuery, JobRecord } from '../store/control.ts';
import type { Generation, Store } from '../store/store.ts';
import { appendRows } from './append.ts';
import { checkDatasetName } from './dataset-name.ts';
import { notCancelable, notFound, notResumable, shuttingDown } from './error.ts';
import { keyReused, onceAKey, sameJson } from './idempotency.ts';
import type { DatasetSummary, GenerateRequest, JobEvent, Jobs, Sample, SeedRequest } from './jobs.ts';
import { LiveJob, type RowsCommitted, SETTLED } from './live-job.ts';
import { OneByOne } from './one-by-one.ts';
import { ProgressIterator } from './progress.ts';
import { reconcile, settleIfDead } from './reconcile.ts';
import { sampleOf } from './sample.ts';
import { newSeedJob, planOfJob, runSeedJob, seedInput } from './seed-job.ts';
import { keysOf, summarize } from './summary.ts';
import { unfinished } from './unfinished.ts';
import { type Hold, Writers } from './writers.ts';

/** What jobs run on. */
export interface JobsOptions {
  readonly store: Store;
  readonly domains: readonly DomainModel[];
  /** Of everything that decides what rows look like; a job begun by another version is not continued. */
  readonly version: string;
  /** Told of rows that have been committed, by the names of their domain and entity. */
  readonly onRows?: RowsCommitted;
}

/** Jobs over a store. Jobs that a dead process left running are marked INTERRUPTED first. */
export async function createJobs(options: JobsOptions): Promise<Jobs> {
  await reconcile(options.store, options.domains);
  return new StoreJobs(options);
}

class StoreJobs implements Jobs {
  readonly #store: Store;
  readonly #domains: ReadonlyMap<string, DomainModel>;
  readonly #version: string;
  readonly #writers: Writers;
  readonly #onRows: RowsCommitted;
  readonly #live = new Map<string, LiveJob>();
  readonly #runs = new Set<Promise<void>>();
  readonly #keys = new WeakMap<Generation, Keys>();
  /** Seedings with an idempotency key that are being recorded. */
  readonly #beginning = new OneByOne();
  readonly #sampling = new OneByOne();
  #closed = false;

  constructor({ store, domains, version, onRows = () => undefined }: JobsOptions) {
    this.#store = store;
    this.#domains = new Map(domains.map((domain) => [domain.name, domain]));
    this.#version = version;
    this.#writers = new Writers(store.control);
    this.#onRows = onRows;
  }

  async seed(request: SeedRequest): Promise<JobRecord> {
    this.#refuseWhenClosed();
    checkDatasetName(request.dataset);
    const plan = createPlan(request.domain, request);
    const { idempotencyKey } = request;
    const begin = () => this.#begin(request, plan);
    if (idempotencyKey === undefined) return begin();
    // One by one, so that the second finds the job of the first.
    return this.#beginning.run(idempotencyKey, () => onceAKey(() => this.#earlier(idempotencyKey, request, plan), begin));
  }

  async #begin(request: SeedRequest, plan: Plan): Promise<JobRecord> {
    const hold = await this.#take(request.dataset);
    let generation: Generation | undefined;
    try {
      generation = await this.#store.create(request.dataset, request.domain, this.#version, [{ ...recipeOf(plan) }]);
      const job = { ...newSeedJob(randomUUID(), request, plan), generation: generation.id };
      await this.#store.control.saveJob(job);
      this.#run(job, plan, generation, hold);
      return job;
    } catch (error) {
      if (generation) await this.#store.discard(generation);
      await hold.release();
      throw error;
    }
  }

  async wait(id: string): Promise<JobRecord> {
    const live = this.#live.get(id);
    await live?.end();
    if (live?.settled) return live.record;
    let last: JobRecord | undefined;
    for await (const { job } of this.progress(id)) last = job;
    return last ?? this.#known(id);
  }

  async generate(request: GenerateRequest): Promise<readonly CellRow[]> {
    this.#refuseWhenClosed();
    checkDatasetName(request.dataset);
    const added = this.#writers.alone(request.dataset, 'generate', () => {
      this.#refuseWhenClosed();
      return appendRows(this.#store, this.#version, request, this.#onRows);
    });
    this.#track(added);
    return added;
  }

  async sample(request: Parameters<Jobs['sample']>[0]): Promise<Sample> {
    // A thousand rows take about 10 ms, and a query may ask for many samples: others have a turn between two of them.
    return this.#sampling.run('sample', async () => {
      await nextTurn();
      return sampleOf(request);
    });
  }

  async cancel(id: string): Promise<JobRecord> {
    const job = await this.#known(id);
    const live = this.#live.get(id);
    if (live && !live.settled) {
      live.stop('cancel');
      return live.change({ status: 'CANCELING' });
    }
    if (job.status !== 'INTERRUPTED') throw notCancelable(job.status, SETTLED.has(job.status));
    const canceled = { ...job, seq: job.seq + 1, status: 'CANCELED' as const, completedAt: new Date().toISOString() };
    await this.#store.control.saveJob(canceled);
    return canceled;
  }

  async resume(id: string): Promise<JobRecord> {
    this.#refuseWhenClosed();
    const job = await this.#known(id);
    if (job.kind !== 'seed' || !['INTERRUPTED', 'CANCELED', 'FAILED'].includes(job.status)) {
      throw notResumable(`The job is ${job.status}; only an interrupted, canceled or failed seeding can be gone on with.`);
    }
    const hold = await this.#take(job.dataset);
    try {
      const { domain, generation } = await unfinished(job, this.#store, this.#domains, this.#version);
      // A leap in `seq`: events that were sent but not saved before a crash must not be told again as new ones.
      const resumed: JobRecord = { ...job, seq: job.seq + 1_000, status: 'QUEUED', completedAt: null, error: null };
      await this.#store.control.saveJob(resumed);
      this.#run(resumed, planOfJob(domain, job), generation, hold);
      return resumed;
    } catch (error) {
      await hold.release();
      throw error;
    }
  }

  async get(id: string): Promise<JobRecord | undefined> {
    const live = this.#live.get(id);
    if (live) return live.record;
    const saved = await this.#store.control.job(id);
    return saved && this.#current(saved);
  }

  async list(query: JobQuery): Promise<{ jobs: readonly JobRecord[]; total: number }> {
    const saved = await this.#store.control.jobs(query);
    const total = await this.#store.control.countJobs(query);
    return { jobs: await Promise.all(saved.map((job) => this.#current(job))), total };
  }

  progress(id: string, afterSeq = -1): AsyncIterableIterator<JobEvent> {
    const source = { live: (job: string) => this.#live.get(job), saved: (job: string) => this.#known(job) };
    return new ProgressIterator(source, id, afterSeq);
  }

  async summary(dataset: string, domain: DomainModel): Promise<DatasetSummary | undefined> {
    checkDatasetName(dataset);
    const generation = await this.#store.open(dataset, domain);
    return generation && summarize(generation);
  }

  async entityOfKey(source: Generation, key: string): Promise<EntityModel | undefined> {
    const keys = this.#keys.get(source) ?? (await keysOf(source));
    this.#keys.set(source, keys);
    return keys.locate(key)?.entity;
  }

  async drop(dataset: string): Promise<boolean> {
    checkDatasetName(dataset);
    return this.#writers.alone(dataset, 'seed', () => this.#store.drop(dataset));
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const live of this.#live.values()) live.stop('interrupt');
    await Promise.all(this.#runs);
  }

  /** A saved job as it is now: live where it runs here, settled where its process has died. */
  async #current(job: JobRecord): Promise<JobRecord> {
    const live = this.#live.get(job.id);
    if (live) return live.record;
    // The lease of the dataset may be that of a later job of our own.
    const later = [...this.#live.values()].some(({ record }) => record.dataset === job.dataset);
    return settleIfDead(job, this.#store, [...this.#domains.values()], later);
  }

  /** The right to seed a dataset. @throws JobError DATASET_BUSY, or SHUTTING_DOWN when that happened meanwhile. */
  async #take(dataset: string): Promise<Hold> {
    const hold = await this.#writers.take(dataset, 'seed');
    if (!this.#closed) return hold;
    await hold.release();
    throw shuttingDown();
  }

  /** Runs a job in the background, holding the dataset's lease until it ends. */
  #run(job: JobRecord, plan: Plan, generation: Generation, hold: Hold): void {
    const live = new LiveJob(job, this.#store.control, this.#onRows);
    this.#live.set(job.id, live);
    this.#track(this.#settle(live, plan, generation, hold).finally(() => this.#live.delete(job.id)));
  }

  /** Work that has to end before the store may be closed. */
  #track(work: Promise<unknown>): void {
    const done = work
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => this.#runs.delete(done));
    this.#runs.add(done);
  }

  /**
   * The dataset is free before the end is told, so that whoever waits for it can go on at once. A process that stood still until
   * its lease was gone tells nothing: the job is in other hands.
   */
  async #settle(live: LiveJob, plan: Plan, generation: Generation, hold: Hold): Promise<void> {
    const outcome = await runSeedJob(this.#store, live, plan, generation);
    if (!(await hold.held())) {
      this.#live.delete(live.record.id);
      return live.abandon();
    }
    // A state that cannot be saved is found out when the job is looked at next; a lease that cannot be released runs out.
    await live.settle(outcome, hold.release).catch(() => {
      this.#live.delete(live.record.id);
      live.abandon();
    });
  }

  /** The job that an idempotency key was used for before. @throws JobError IDEMPOTENCY_KEY_REUSED for another input. */
  async #earlier(key: string, { domain, dataset }: SeedRequest, plan: Plan): Promise<JobRecord | undefined> {
    const job = await this.#store.control.jobByIdempotencyKey(key);
    if (!job) return undefined;
    const same = job.dataset === dataset && job.domain === domain.name && sameJson(job.input, seedInput(plan));
    if (same) return this.#live.get(job.id)?.record ?? job;
    throw keyReused(key, { job: job.id });
  }

  async #known(id: string): Promise<JobRecord> {
    const job = await this.get(id);
    if (!job) throw notFound(id);
    return job;
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw shuttingDown();
  }
}
