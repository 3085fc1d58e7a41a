/** The states a job goes through; the last three are final. INTERRUPTED means that its process died. */
export type JobStatus = 'QUEUED' | 'RUNNING' | 'CANCELING' | 'INTERRUPTED' | 'CANCELED' | 'COMPLETED' | 'FAILED';

/** How far a job is with one entity. */
export interface JobStepRecord {
  readonly entity: string;
  readonly status: JobStatus;
  readonly planned: number;
  readonly inserted: number;
  /** Rows a second in the last run; missing before it is known. */
  readonly rate?: number | null;
}

/** A job as it is kept. Times are ISO 8601 in UTC. */
export interface JobRecord {
  readonly id: string;
  /** Ascends with every change of the job; clients that reconnect say which they saw last. */
  readonly seq: number;
  /** `push` fills a REST API from a dataset, and writes nothing to it. */
  readonly kind: 'seed' | 'generate' | 'import' | 'push';
  readonly status: JobStatus;
  readonly dataset: string;
  readonly domain: string;
  readonly seed: number;
  /** What it was asked to do, as JSON: enough to go on with it. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string | null;
  /**
   * The version of those who can go on with it, where several processes share the work: any of them does so when the one that led it is
   * gone. Missing for jobs that end with their process.
   */
  readonly shared?: string;
  /** The generation it writes to; null before it has one. */
  readonly generation: string | null;
  readonly planned: number;
  readonly inserted: number;
  /** Rows a second in the last run; missing before it is known. */
  readonly rate?: number | null;
  readonly steps: readonly JobStepRecord[];
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly digest: string | null;
  /** What came of it beside its rows, as JSON; missing where there is nothing to tell. */
  readonly report?: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
}

/** Which jobs to list: newest first. */
export interface JobQuery {
  readonly status?: readonly JobStatus[];
  readonly dataset?: string;
  readonly limit: number;
  /** The id of the job after which the page begins. */
  readonly after?: string;
}

/** The right to write to a dataset, held by one process at a time. */
export interface Lease {
  /** Puts the expiry off. False when the lease was lost. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

/** Keeps what outlives a single generation: jobs, and who may write. */
export interface Control {
  /** Inserts the job, or replaces the one with its id. */
  saveJob(job: JobRecord): Promise<void>;
  job(id: string): Promise<JobRecord | undefined>;
  jobByIdempotencyKey(key: string): Promise<JobRecord | undefined>;
  jobs(query: JobQuery): Promise<JobRecord[]>;
  countJobs(query: Pick<JobQuery, 'status' | 'dataset'>): Promise<number>;
  /** Asks whoever runs a job to stop it, in whichever process; `false` takes that back. It is up to them to look. */
  requestStop(id: string, wanted?: boolean): Promise<void>;
  stopRequested(id: string): Promise<boolean>;
  /**
   * Takes the write lease of a dataset; undefined when another holder has it. A lease ends when it is released, when it
   * has not been renewed for 30 seconds, or when its process on this machine is gone.
   */
  acquire(dataset: string): Promise<Lease | undefined>;
  /** True when some live process holds the dataset's lease. */
  leased(dataset: string): Promise<boolean>;
}
