import type { Cell, CellRow, DomainModel, EntityModel, FieldModel, LookupModel } from '../definition/index.ts';
import type { Control } from './control.ts';
import type { Ledger } from './ledger.ts';
import type { Aggregation, Counting, Find, Group, Page } from './query.ts';
import type { Slices } from './slices.ts';

/** An operation that made rows, as JSON. What it means is the business of `plan/`; a store only keeps it. */
export type RecipeEntry = Readonly<Record<string, unknown>>;

/** What is known of one entity of a generation, kept up to date in the transaction of every batch. */
export interface EntityTotals {
  readonly rows: number;
  /** The commutative sum of its block hashes, modulo 2^256. */
  readonly sum: bigint;
}

/** How far a generation has come. */
export interface Checkpoint {
  /** Batches written so far: the fence that makes a replay change nothing. */
  readonly sequence: number;
  /** Where to go on, as JSON; null before the first batch. */
  readonly position: unknown;
}

/** The facts that a generation keeps beside its rows. */
export interface GenerationState {
  /** The version of Seedgraph that began it; another version does not continue it. */
  readonly version: string;
  readonly recipe: readonly RecipeEntry[];
  readonly checkpoint: Checkpoint;
  /** By entity name; entities without rows may be missing. */
  readonly totals: ReadonlyMap<string, EntityTotals>;
  /** Whether the indexes are made: the generation is ready to be published. */
  readonly finished: boolean;
}

/**
 * Why a row is not what its recipe makes: a user changed it (`edited`), brought it along (`imported`) or removed it
 * (`deleted`), or the recipe does not make it any more (`kept`). Rows without a mark can be made again.
 */
export type Mark = 'edited' | 'imported' | 'kept' | 'deleted';

/** A marked row of an entity. One that is `deleted` has a mark, and no row. */
export interface MarkedKey {
  readonly key: string;
  readonly mark: Mark;
}

/** Rows, and what they change, committed together or not at all. Deletions come first, so that what they held is free. */
export interface Batch {
  /** The sequence the writer believes the checkpoint has. */
  readonly sequence: number;
  /** The checkpoint's next position. */
  readonly position: unknown;
  readonly inserts: readonly { readonly entity: EntityModel; readonly rows: readonly CellRow[] }[];
  /** Rows to be replaced by key (derived rows that are refreshed). */
  readonly replacements?: readonly { readonly entity: EntityModel; readonly rows: readonly CellRow[] }[];
  /** The keys of rows to be removed. */
  readonly deletions?: readonly { readonly entity: EntityModel; readonly keys: readonly string[] }[];
  /** Marks to be set, or with null to be taken away. */
  readonly marks?: readonly {
    readonly entity: EntityModel;
    readonly keys: readonly { readonly key: string; readonly mark: Mark | null }[];
  }[];
  /** Added to the totals; `sum` modulo 2^256. */
  readonly changes: ReadonlyMap<string, EntityTotals>;
  /** Appended to the recipe. */
  readonly recipe?: RecipeEntry;
}

/**
 * One version of one dataset's rows of one domain.
 *
 * Reads may be called at any time, by any number of callers. Writes have one caller at a time (the holder of the
 * dataset's lease). Keys given to reads that no row has are simply not found.
 */
export interface Generation {
  /** Unique within the store, never reused. */
  readonly id: string;
  readonly dataset: string;
  readonly domain: DomainModel;
  /**
   * How many rows a batch of a load had best have; the next ones can be made while they are written, without holding up the event loop.
   * Left out where smaller ones do as well.
   */
  readonly batchRows?: number;
  /** Changes with every committed write, by any process; caches are valid for one value of it. */
  revision(): Promise<number>;
  state(): Promise<GenerationState>;
  /** The rows with these keys, in the order of the keys; `undefined` where there is none. */
  get(entity: EntityModel, keys: readonly string[]): Promise<(CellRow | undefined)[]>;
  /**
   * The rows that a unique value tells, in the order of the values; texts are compared as in conditions. `undefined` where
   * there is none.
   */
  lookUp(entity: EntityModel, lookup: LookupModel, values: readonly Exclude<Cell, null>[]): Promise<(CellRow | undefined)[]>;
  /** One page a parent in the order of `within.parents`, or a single page without `within`. */
  find(query: Find): Promise<Page[]>;
  /** One number a parent, or a single one. */
  count(query: Counting): Promise<number[]>;
  /**
   * The groups of each parent in the order of `within.parents`, or of all rows without `within`; ascending by their keys,
   * NULLs last. Without `groupBy` there is always exactly one group.
   * @throws StoreError TOO_MANY_GROUPS.
   */
  aggregate(query: Aggregation): Promise<Group[][]>;
  /** Rows whose key is in [from, to], ascending by key, at most `limit`. */
  range(entity: EntityModel, from: string, to: string, limit: number): Promise<CellRow[]>;
  /** The marks of rows whose key is in [from, to], ascending by key, at most `limit`. */
  marks(entity: EntityModel, from: string, to: string, limit: number): Promise<MarkedKey[]>;
  /**
   * Commits a batch. Returns false, and changes nothing, when the checkpoint has moved past `batch.sequence` already.
   * @throws StoreError CONFLICT when a row's key, or a unique value, exists, or a row to be replaced or removed does not; nothing
   *   is written.
   */
  write(batch: Batch): Promise<boolean>;
  /** Makes the indexes, so that rows can be found from here on. Does not block the event loop. Idempotent. */
  index(): Promise<void>;
  /** Makes the indexes and marks the generation as finished. Does not block the event loop. Idempotent. */
  finish(): Promise<void>;
  /** Lets several processes write at a time; undefined where the store lets only one. */
  readonly slices?: Slices | undefined;
}

/** The rows of a generation by key, whatever definitions they were made with. A generation of the present definitions is one. */
export interface StoredRows extends Pick<Generation, 'id' | 'dataset' | 'domain' | 'state' | 'get' | 'range' | 'marks'> {
  /** By entity, the fields that its rows do not have and that are read as null. What the definitions do not know any more is not read. */
  readonly missing?: ReadonlyMap<EntityModel, readonly FieldModel[]>;
}

/** A dataset, and what is published in it. */
export interface DatasetRecord {
  readonly name: string;
  readonly createdAt: string;
  /**
   * When something in it was last read or written through this store, or written by another process; ISO 8601 in UTC. Reads
   * before the store was opened are forgotten.
   */
  readonly lastUsedAt: string;
  /** Names of the domains with a published generation. */
  readonly domains: readonly string[];
}

/**
 * Keeps datasets. A dataset is a named universe: for each domain at most one published generation, which readers see,
 * and beside it at most one that is being built.
 *
 * Not in the contract: schema migrations, transactions across generations, row-level locks.
 */
export interface Store {
  /** For people: `memory:` or `file:.seedgraph`. */
  readonly url: string;
  /**
   * Names what is kept, wherever it is opened from: processes that find the same name here share their datasets, and may make one
   * together. Undefined where only one process writes at a time.
   */
  readonly identity?: string | undefined;
  readonly control: Control;
  /** In the order of names. `default` is listed even when nothing is in it. */
  datasets(): Promise<DatasetRecord[]>;
  /** The published generation; undefined when there is none. */
  open(dataset: string, domain: DomainModel): Promise<Generation | undefined>;
  /** The rows that are published, also when they were made with other definitions of the domain; undefined when there are none. */
  openRows(dataset: string, domain: DomainModel): Promise<StoredRows | undefined>;
  /** A new, empty generation that nobody sees yet. An older one that was not published is discarded. */
  create(dataset: string, domain: DomainModel, version: string, recipe: readonly RecipeEntry[]): Promise<Generation>;
  /** An unpublished generation, to go on with; undefined when it does not exist any more. */
  reopen(id: string, domain: DomainModel): Promise<Generation | undefined>;
  /** Swaps a finished generation in, atomically. Readers of the previous one finish undisturbed; then it is removed. */
  publish(generation: Generation): Promise<void>;
  /** Removes an unpublished generation. */
  discard(generation: Generation): Promise<void>;
  /**
   * What is known of the rows of a dataset at another place, told by its address. Made when it is missing, and removed with the
   * dataset; it outlives generations.
   */
  ledger(dataset: string, domain: DomainModel, target: string): Promise<Ledger>;
  /** Removes a dataset with everything in it. False when there was none. `default` is emptied and stays. */
  drop(dataset: string): Promise<boolean>;
  /** Ends every connection. Unpublished generations stay for a resume, except in `memory:`. */
  close(): Promise<void>;
}
