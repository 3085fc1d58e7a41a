import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CellRow, DomainModel, EntityModel } from '../definition/index.ts';
import type { JobQuery, JobRecord } from '../store/control.ts';
import type { Generation, Store } from '../store/store.ts';
import { Adoption } from './adoption.ts';
import { previewSeeding } from './begin-seeding.ts';
import { cancelElsewhere } from './cancel-elsewhere.ts';
import type { Preview } from './compose/preview.ts';
import { checkDatasetName } from './dataset-name.ts';
import { notFound, notResumable, shuttingDown } from './error.ts';
import type {
  DatasetSummary,
  GenerateRequest,
  JobEvent,
  Jobs,
  Removal,
  RemoveEntitiesRequest,
  RemoveRequest,
  Sample,
  SeedRequest,
  TaskRequest,
  UpdateRequest,
} from './jobs.ts';
import { LiveJob, type RowsCommitted } from './live-job.ts';
import { LiveJobs } from './live-jobs.ts';
import { OneByOne } from './one-by-one.ts';
import { type JobSource, ProgressIterator } from './progress.ts';
import { reconcile, settleIfDead } from './reconcile.ts';
import { RowJobs } from './row-jobs.ts';
import { sampleOf } from './sample.ts';
import { SeedJobs } from './seed-jobs.ts';
import type { Distribution } from './slices/distribution.ts';
import { jobTopic, type Signals } from './slices/signals.ts';
import { entityOfKey, summarize } from './summary.ts';
import { resumeTask, startTask, type TaskHost, type TaskRunners } from './task.ts';
import { RowThreads, type ThreadsOptions } from './threads/row-threads.ts';
import { UnderWay } from './under-way.ts';
import { type Hold, Writers } from './writers.ts';

/** What jobs run on. */
export interface JobsOptions {
  readonly store: Store;
  readonly domains: readonly DomainModel[];
  /** Of everything that decides what rows look like; a job begun by another version is not continued. */
  readonly version: string;
  /** Told of rows that have been committed, by the names of their domain and entity. */
  readonly onRows?: RowsCommitted;
  /** Threads that make the rows of large seedings. Default: none. */
  readonly threads?: ThreadsOptions | undefined;
  /** Who runs jobs that make no rows. Default: nobody. */
  readonly runners?: TaskRunners;
  /** Shares seedings with other processes, and goes on with those that lost their leader. Default: each process works alone. */
  readonly distribution?: Distribution;
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
  readonly #rows: RowJobs;
  readonly #underWay = new UnderWay();
  readonly #live: LiveJobs;
  readonly #threads: RowThreads | undefined;
  readonly #seedings: SeedJobs;
  readonly #sampling = new OneByOne();
  readonly #host: TaskHost;
  readonly #signals: Signals | undefined;
  readonly #adoption: Adoption | undefined;
  readonly #adopt = (job: JobRecord) => this.#seedings.adopt(job);
  #closed = false;

  constructor({ store, domains, version, onRows = () => undefined, threads, runners = {}, distribution }: JobsOptions) {
    this.#store = store;
    this.#domains = new Map(domains.map((domain) => [domain.name, domain]));
    this.#version = version;
    this.#signals = distribution?.signals;
    this.#writers = new Writers(store.control);
    this.#live = new LiveJobs({ control: store.control, underWay: this.#underWay, signals: this.#signals });
    const isClosed = () => this.#closed;
    this.#rows = new RowJobs({ store, version, writers: this.#writers, underWay: this.#underWay, onRows, isClosed });
    const take = (dataset: string) => this.#take(dataset);
    this.#threads = threads && new RowThreads(threads);
    this.#seedings = new SeedJobs({
      store,
      domains: this.#domains,
      version,
      distribution,
      live: this.#live,
      onRows,
      take,
      threads: this.#threads,
    });
    const run: TaskHost['run'] = (job, hold, work) =>
      this.#live.run(new LiveJob(job, store.control, () => undefined), hold, work);
    this.#host = { store, domains: this.#domains, runners, take, run };
    const isLive = (id: string) => this.#live.get(id) !== undefined;
    const { warn } = distribution ?? {};
    this.#adoption = warn && new Adoption({ store, version, isLive, adopt: this.#adopt, warn });
  }

  async seed(request: SeedRequest): Promise<JobRecord> {
    this.#refuseWhenClosed();
    checkDatasetName(request.dataset);
    return this.#seedings.seed(request);
  }

  async start(request: TaskRequest): Promise<JobRecord> {
    this.#refuseWhenClosed();
    checkDatasetName(request.dataset);
    return startTask(this.#host, request);
  }

  async preview(request: SeedRequest): Promise<Preview> {
    checkDatasetName(request.dataset);
    return previewSeeding(this.#store, this.#version, request);
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
    return this.#rows.generate(request);
  }

  async update(request: UpdateRequest): Promise<CellRow> {
    return this.#rows.update(request);
  }

  async remove(request: RemoveRequest): Promise<Removal> {
    return this.#rows.remove(request);
  }

  async removeEntities(request: RemoveEntitiesRequest): Promise<Preview> {
    return this.#rows.removeEntities(request);
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
    const { control } = this.#store;
    if (live && !live.settled) return live.cancel();
    if (job.status !== 'INTERRUPTED') return cancelElsewhere({ control, signals: this.#signals, adopt: this.#adopt }, job);
    const canceled = { ...job, seq: job.seq + 1, status: 'CANCELED' as const, completedAt: new Date().toISOString() };
    await control.saveJob(canceled);
    return canceled;
  }

  async resume(id: string): Promise<JobRecord> {
    this.#refuseWhenClosed();
    const job = await this.#known(id);
    if (job.kind === 'generate' || !['INTERRUPTED', 'CANCELED', 'FAILED'].includes(job.status)) {
      throw notResumable(`The job is ${job.status}; only an interrupted, canceled or failed one can be gone on with.`);
    }
    return job.kind === 'seed' ? this.#seedings.resume(job) : resumeTask(this.#host, job);
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
    const signals = this.#signals;
    const source: JobSource = {
      live: (job) => this.#live.get(job),
      saved: (job) => this.#known(job),
      ...(signals && { news: (job) => signals.next(jobTopic(job)) }),
    };
    return new ProgressIterator(source, id, afterSeq);
  }

  async summary(dataset: string, domain: DomainModel): Promise<DatasetSummary | undefined> {
    checkDatasetName(dataset);
    const generation = await this.#store.open(dataset, domain);
    return generation && summarize(generation);
  }

  async entityOfKey(source: Generation, key: string): Promise<EntityModel | undefined> {
    return entityOfKey(source, key);
  }

  async drop(dataset: string): Promise<boolean> {
    checkDatasetName(dataset);
    return this.#writers.alone(dataset, 'seed', () => this.#store.drop(dataset));
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#adoption?.close();
    for (const live of this.#live.values()) live.stop('interrupt');
    await this.#underWay.end();
    await this.#threads?.close();
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

  async #known(id: string): Promise<JobRecord> {
    const job = await this.get(id);
    if (!job) throw notFound(id);
    return job;
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw shuttingDown();
  }
}
