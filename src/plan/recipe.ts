import type { Address, ConfigWithVolumes, Given } from '../definition/index.ts';

/** The seeding that a dataset begins with. */
export interface SeedEntry {
  readonly operation: 'seed';
  readonly preset: string;
  readonly seed: number;
  readonly overrides: Readonly<Record<string, unknown>>;
  readonly config: ConfigWithVolumes;
}

/** Rows added later. */
export interface GenerateEntry {
  readonly operation: 'generate';
  /** The entity asked for. */
  readonly entity: string;
  /** Changes values, never keys. */
  readonly seed: number;
  /** The values fixed for the rows of `entity`. */
  readonly with: Given;
  /** The configuration with its volumes grown so far that the new addresses exist. */
  readonly config: ConfigWithVolumes;
  /** The rows asked for. */
  readonly rows: readonly Address[];
  /** The rows they required that were not there yet, by entity name. */
  readonly required: Readonly<Record<string, readonly Address[]>>;
}

/** The operations that made a dataset, in order; the first is a seeding. With it every row can be made again. */
export type Recipe = readonly [SeedEntry, ...GenerateEntry[]];
