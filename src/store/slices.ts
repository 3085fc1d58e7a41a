import type { CellRow, EntityModel } from '../definition/index.ts';

/** A part of what a generation is to hold, small enough to be made at one go: the rows of some entities under a range of roots. */
export interface Slice {
  /** Its number; slices of earlier stages come first. */
  readonly ordinal: number;
  /** A stage begins when all slices of those before it are done. */
  readonly stage: number;
  /** By name, in the order in which they are made. */
  readonly entities: readonly string[];
  /** From is included, to is not. */
  readonly roots: { readonly from: number; readonly to: number };
  /** Where a root alone is too large: of every `of` blocks, counted from 0, those that are `number` modulo `of`. */
  readonly part: { readonly number: number; readonly of: number };
}

/** Rows of one entity in whole blocks, with what they add to its totals. */
export interface SliceRows {
  readonly entity: EntityModel;
  readonly rows: readonly CellRow[];
  /** The sum of the hashes of the blocks, modulo 2^256. */
  readonly sum: bigint;
}

/** How far the slices of a generation have come. */
export interface SliceProgress {
  /** The sequence of the generation's checkpoint. */
  readonly fence: number;
  /** Rows that are there, by the names of entities. */
  readonly rows: ReadonlyMap<string, number>;
  /** Whether all slices of the stage are done. */
  readonly isComplete: boolean;
  /** Why a slice cannot be made; told by whoever has tried, and forgotten when the fence moves. */
  readonly failure: { readonly code: string; readonly message: string } | undefined;
}

/**
 * What came of an attempt to write a slice. `done`: it was there already. `taken`: another process is writing it. `overtaken`: the fence
 * has moved, or the generation is gone; whoever gave the order does not want it any more. Only `written` has changed anything.
 */
export type SliceOutcome = 'written' | 'done' | 'taken' | 'overtaken';

/**
 * The slices of a generation: several processes write one each, and what is done is known to the store alone.
 *
 * The fence is the sequence of the generation's checkpoint; who takes a job over, or ends it, moves it by writing an empty batch. What
 * a process was told to do under an older fence it does in vain.
 */
export interface Slices {
  /** Keeps slices, all or none. Does nothing where some are kept already. */
  plan(slices: Iterable<Slice>): Promise<void>;
  /** Those of a stage that are not done, behind a number (-1 for all), in order. */
  pending(stage: number, after: number, limit: number): Promise<Slice[]>;
  /** One by its number; undefined when there is none. */
  get(ordinal: number): Promise<Slice | undefined>;
  progress(stage: number): Promise<SliceProgress>;
  /**
   * Writes the rows of a slice and marks it as done, in one transaction. Rows are asked for as fast as they can be taken, and only
   * when the slice is this caller's to write.
   *
   * @throws StoreError STORE_UNAVAILABLE when the connection is lost: it may have been written, and a repetition tells. CONFLICT,
   *   STORE_FULL; what `rows` throws.
   */
  write(slice: Slice, fence: number, rows: () => AsyncIterable<SliceRows>): Promise<SliceOutcome>;
  /** Tells why a slice cannot be made. Does nothing when the fence has moved. */
  fail(ordinal: number, fence: number, failure: NonNullable<SliceProgress['failure']>): Promise<void>;
  /** Forgets all slices; for generations that are finished. Idempotent. */
  clear(): Promise<void>;
}
