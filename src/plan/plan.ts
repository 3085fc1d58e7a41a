import type { ConfigWithVolumes, DomainModel, EntityModel } from '../definition/index.ts';

/** One step of a plan: all rows of an entity. */
export interface Stage {
  readonly entity: EntityModel;
  /** How many rows the stage makes. */
  readonly rows: number;
  /** False when `rows` is an estimate. */
  readonly exact: boolean;
}

/** What is asked for: a preset of a domain, changed by overrides. */
export interface PlanRequest {
  /** Default: the domain's default preset. */
  readonly preset?: string | undefined;
  /** Default 42. */
  readonly seed?: number | undefined;
  /** Merged over the preset; objects by key, everything else whole. */
  readonly overrides?: Readonly<Record<string, unknown>> | undefined;
}

/** What will be made, in order. Immutable; printed, it is the dry run. */
export interface Plan {
  readonly domain: DomainModel;
  readonly preset: string;
  readonly seed: number;
  readonly overrides: Readonly<Record<string, unknown>>;
  /** The complete configuration: defaults, preset and overrides merged and checked. */
  readonly config: ConfigWithVolumes;
  /** The entities whose rows are made, by name. Left out when they all are. */
  readonly entities?: readonly string[];
  /** In the order of generation: whatever a row refers to comes before it. */
  readonly stages: readonly Stage[];
  /** Rows in all stages. */
  readonly rows: number;
  /** How many roots there are (schools). */
  readonly roots: number;
}
