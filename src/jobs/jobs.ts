import type { CellRow, DomainModel, EntityModel } from '../definition/index.ts';
import type { PlanRequest } from '../plan/plan.ts';
import type { JobQuery, JobRecord, JobStepRecord } from '../store/control.ts';
import type { Condition } from '../store/query.ts';
import type { Generation } from '../store/store.ts';
import type { Preview } from './compose/preview.ts';

/**
 * What becomes of the rows that a dataset has of the domain. In every mode what was there stays visible until the seeding is complete.
 *
 * - `replace`: the dataset will hold exactly the planned rows.
 * - `merge`: rows that were edited, imported or kept stay as they are, all others become what the configuration makes, and missing
 *   ones are added. None is removed, and volumes never shrink.
 * - `update`: rows that exist become what the configuration and the definitions make of them now, unless they were edited, imported
 *   or kept. None is added or removed. Takes datasets of earlier versions.
 * - `fail_if_exists`: refused with DATASET_EXISTS when there are any.
 */
export type SeedMode = 'replace' | 'merge' | 'update' | 'fail_if_exists';

/** A seeding. */
export interface SeedRequest extends PlanRequest {
  readonly domain: DomainModel;
  readonly dataset: string;
  /** Default: `replace`. */
  readonly mode?: SeedMode | undefined;
  /**
   * The features: the entities that the seeding is about, by their single or plural names. Default: all. In a dataset that has rows
   * those of other entities stay as they are; with `replace` features become what the configuration makes, imported rows stay.
   * What is not given of preset and overrides is then, as with `merge` and `update`, what the dataset was made with.
   */
  readonly entities?: readonly string[] | undefined;
  /** Adds what the features require and what is not there yet. Default: false, which refuses them. */
  readonly withDependencies?: boolean | undefined;
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

/** Work over a dataset that is no seeding; its kind says which runner does it. */
export interface TaskRequest {
  readonly kind: JobRecord['kind'];
  readonly domain: DomainModel;
  readonly dataset: string;
  /** For the runner; JSON. */
  readonly input: JobRecord['input'];
}

/** All rows of some entities are to be removed. */
export interface RemoveEntitiesRequest {
  readonly domain: DomainModel;
  readonly dataset: string;
  /** By their single or plural names. */
  readonly entities: readonly string[];
  /** Tells what would happen, and changes nothing. Default: false. */
  readonly dryRun?: boolean | undefined;
}

/** A row to be changed. */
export interface UpdateRequest {
  readonly entity: EntityModel;
  readonly dataset: string;
  readonly key: string;
  /** New values by field name, in the form of `ValueOf`; null clears an optional one. What is left out stays as it is. */
  readonly set: Readonly<Record<string, unknown>>;
}

/** Rows to be removed, with what hangs under them. */
export interface RemoveRequest {
  readonly entity: EntityModel;
  readonly dataset: string;
  /** Which rows; `undefined` means all of them, and has to be said. */
  readonly where: Condition | undefined;
  /** Finds out what would be removed, and removes nothing. Default: false. */
  readonly dryRun?: boolean | undefined;
}

/** What was removed, or would be. */
export interface Removal {
  /** Rows of all entities. */
  readonly deleted: number;
  /** In the domain's order of entities, without those that lose nothing. */
  readonly counts: readonly { readonly entity: EntityModel; readonly count: number }[];
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
   * @throws PlanError, InfeasibleError, or JobError DATASET_BUSY, DATASET_EXISTS, SEED_MISMATCH, VERSION_MISMATCH,
   *   NOTHING_TO_UPDATE, UNKNOWN_FEATURE, MISSING_PREREQUISITES; nothing is written then.
   */
  seed(request: SeedRequest): Promise<JobRecord>;
  /**
   * Records a task of another kind and begins it, as the dataset's only writer. Resolves as soon as it is recorded.
   * @throws JobError DATASET_BUSY or DATASET_NOT_FOUND, or what its runner raises; nothing is recorded then.
   */
  start(request: TaskRequest): Promise<JobRecord>;
  /** What a seeding would do. Reads whatever it has to; writes nothing. @throws what `seed` would. */
  preview(request: SeedRequest): Promise<Preview>;
  /** Resolves with the job when it has come to an end, whatever that is. @throws JobError JOB_NOT_FOUND. */
  wait(id: string): Promise<JobRecord>;
  /** Adds rows and resolves with them, in the order of their addresses. All or nothing. */
  generate(request: GenerateRequest): Promise<readonly CellRow[]>;
  /**
   * Changes a row and resolves with it. It is marked as edited: it is stored from then on, and not made again. All or nothing.
   * @throws JobError ROW_NOT_FOUND, NOT_EDITABLE for derived rows, INVALID_VALUE, REFERENCE_NOT_FOUND, CONFLICT, VERSION_MISMATCH.
   */
  update(request: UpdateRequest): Promise<CellRow>;
  /**
   * Removes rows, together with the rows that hang under them. Their addresses are never used again. All or nothing.
   * @throws JobError ROWS_IN_THE_WAY when rows that stay refer to them, LIMIT_EXCEEDED above 10,000 rows, NOT_EDITABLE for
   *   derived rows, VERSION_MISMATCH.
   */
  remove(request: RemoveRequest): Promise<Removal>;
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
  /**
   * Removes all rows of some entities, and the rows that hang under them. Resolves with what changed, by entity in the order of
   * generation; empty when the dataset holds nothing of the domain. All or nothing.
   * @throws JobError UNKNOWN_FEATURE; ROWS_IN_THE_WAY when other rows refer to some that would go; VERSION_MISMATCH; DATASET_BUSY.
   */
  removeEntities(request: RemoveEntitiesRequest): Promise<Preview>;
  /** False when there was no such dataset. @throws JobError DATASET_BUSY while a job writes to it. */
  drop(dataset: string): Promise<boolean>;
  /** Lets running batches end, leaves their jobs INTERRUPTED, and resolves when nothing writes any more. */
  close(): Promise<void>;
}
