import type { CellRow, DomainModel, EntityModel } from '../definition/index.ts';
import type { PlanRequest } from '../plan/plan.ts';
import type { JobQuery, JobRecord, JobStepRecord } from '../store/control.ts';
import type { Generation } from '../store/store.ts';

/** A seeding: the dataset will hold exactly the planned rows. */
export interface SeedRequest extends PlanRequest {
  readonly domain: DomainModel;
  readonly dataset: string;
  /** The same key with the same input gives the same job; with another input it is refused. */
  readonly idempotencyKey?: string | undefined;
}

/** Rows to be added to a dataset, with what they require. */
export interface GenerateRequest {
  readonly entity: EntityModel;
  readonly dataset: string;
  /** From 1 to 10,000. */
  readonly count: number;
  /** Fixed values by field name, in the form of `ValueOf`; references are keys of rows in the dataset. */
  readonly with?: Readonly<Record<string, unknown>> | undefined;
  /** Changes values, never keys. Default: the dataset's seed. */
  readonly seed?: number | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** A moment of a job: always the latest, never a history. */
export interface JobEvent {
  /** Ascends within a job; gaps mean that newer events replaced older ones. */
  readonly seq: number;
  readonly job: JobRecord;
  /** The step that moved; null in the first snapshot and in the last event. */
  readonly step: JobStepRecord | null;
}

/** What a dataset holds of one domain. */
export interface DatasetSummary {
  readonly name: string;
  readonly domain: DomainModel;
  readonly seed: number;
  readonly preset: string;
  /** In the domain's order of entities, zeros included. */
  readonly counts: readonly { readonly entity: EntityModel; readonly count: number }[];
  /** 64 hexadecimal digits; see `generate/digest.ts`. */
  readonly digest: string;
}

/** Rows that are not stored, and where the rows they refer to are found. */
export interface Sample {
  readonly rows: readonly CellRow[];
  readonly source: Generation;
}

/** Runs plans against a store. One instance a process. */
export interface Jobs {
  /**
   * Records a seeding and begins it. Resolves as soon as it is recorded.
   * @throws PlanError, InfeasibleError, or JobError DATASET_BUSY; nothing is written then.
   */
  seed(request: SeedRequest): Promise<JobRecord>;
  /** Resolves with the job when it has come to an end, whatever that is. @throws JobError JOB_NOT_FOUND. */
  wait(id: string): Promise<JobRecord>;
  /** Adds rows and resolves with them, in the order of their addresses. All or nothing. */
  generate(request: GenerateRequest): Promise<readonly CellRow[]>;
  /**
   * Rows as they would be made under the domain's defaults; nothing is stored. What they refer to is read from `source`,
   * which makes rows when asked for them by key. @throws JobError INVALID_COUNT unless count is from 1 to 1,000.
   */
  sample(request: { entity: EntityModel; count: number; seed?: number | undefined }): Promise<Sample>;
  /** Asks a job to stop after its present batch. @throws JobError JOB_NOT_FOUND or JOB_NOT_CANCELABLE. */
  cancel(id: string): Promise<JobRecord>;
  /** Goes on with a job that was interrupted, canceled or failed. @throws JobError JOB_NOT_RESUMABLE. */
  resume(id: string): Promise<JobRecord>;
  get(id: string): Promise<JobRecord | undefined>;
  list(query: JobQuery): Promise<{ jobs: readonly JobRecord[]; total: number }>;
  /**
   * The present state first (unless `afterSeq` is not older than it), then changes, and ends after the terminal event.
   * A consumer that does not read gets the latest state when it reads again; nothing piles up.
   * @throws JobError JOB_NOT_FOUND.
   */
  progress(id: string, afterSeq?: number): AsyncIterableIterator<JobEvent>;
  /** Undefined when the dataset holds nothing of the domain. */
  summary(dataset: string, domain: DomainModel): Promise<DatasetSummary | undefined>;
  /** The entity whose row a key can only be, read from the key itself; undefined for keys that the dataset's seed has not made. */
  entityOfKey(source: Generation, key: string): Promise<EntityModel | undefined>;
  /** False when there was no such dataset. @throws JobError DATASET_BUSY while a job writes to it. */
  drop(dataset: string): Promise<boolean>;
  /** Lets running batches end, leaves their jobs INTERRUPTED, and resolves when nothing writes any more. */
  close(): Promise<void>;
}
