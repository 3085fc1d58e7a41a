import type { Address, ConfigWithVolumes, Given } from '../definition/index.ts';

/** The seeding that a dataset begins with. */
export interface SeedEntry {
  readonly operation: 'seed';
  readonly preset: string;
  readonly seed: number;
  readonly overrides: Readonly<Record<string, unknown>>;
  readonly config: ConfigWithVolumes;
  /** The entities whose rows it made, by name. Left out when it made all of them. */
  readonly entities?: readonly string[];
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
  /** The configuration's volumes, grown so far that the new addresses exist. */
  readonly volumes: ConfigWithVolumes['volumes'];
  /** A repetition with the same key gives the same rows instead of adding more. */
  readonly idempotencyKey?: string;
  /** The rows asked for. */
  readonly rows: readonly Address[];
  /** The rows they required that were not there yet, by entity name. */
  readonly required: Readonly<Record<string, readonly Address[]>>;
}

/** The operations that made a dataset, in order; the first is a seeding. With it every row can be made again. */
export type Recipe = readonly [SeedEntry, ...GenerateEntry[]];

/** The configuration as it stands after the last operation: the seeding's, with the volumes that additions have grown. */
export function configAfter(recipe: Recipe): ConfigWithVolumes {
  const [base, ...later] = recipe;
  const last = later.at(-1);
  return last ? { ...base.config, volumes: last.volumes } : base.config;
}
