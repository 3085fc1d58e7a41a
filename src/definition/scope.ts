import type { Faker } from '@faker-js/faker';
import type { Address } from './address.ts';
import type { EntityShape, Fields, Values } from './entity.ts';

/**
 * A stream of randomness, keyed by (seed, entity, address, field or context name). Reading from one stream never moves another.
 * How far a call moves the stream does not depend on its arguments, so the draws that follow stay as they were when a
 * count or a weight changes.
 */
export interface Random {
  /** A number in [0, 1), 53 bits. */
  next(): number;
  /** 32 uniform bits, unsigned. */
  bits(): number;
  /** A whole number from `min` to `max`, both included. */
  integer(min: number, max: number): number;
  /** A number in [min, max). */
  float(min: number, max: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  /** One of the items, all equally likely. Throws on an empty list. */
  pick<const T>(items: readonly T[]): T;
  /** One of the keys, each as likely as its weight says. Weights are non-negative and need no particular sum. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Normally distributed. */
  normal(mean: number, deviation: number): number;
  /** Normally distributed and cut (not clamped) to [min, max]. */
  truncatedNormal(mean: number, deviation: number, min: number, max: number): number;
  /** Beta(a, b), in (0, 1). */
  beta(a: number, b: number): number;
  /** A rank from 0 to n - 1; rank r is as likely as (r + 1) to the power of -exponent. */
  zipf(n: number, exponent: number): number;
  /**
   * An index below `count` that stays put while `count` grows, but for the share that moves to the new indices
   * (jump consistent hash). For references that must survive growth.
   */
  index(count: number): number;
}

/** The rows' shared values of one recipe entry: `with: {gradeLevel: 5}` of a generate mutation. */
export type Given = Readonly<Record<string, unknown>>;

/** What a definition's functions see while a row, or a context, is being made. Valid during the call only. */
export interface Scope<Config> {
  /** The domain's configuration, complete and checked. */
  readonly config: Config;
  /** The row's address. */
  readonly address: Address;
  /** The last part of the address: which of its siblings the row is. */
  readonly index: number;
  /** Which of the entity's branches the row hangs under (see `branches`); empty where there is only one. */
  readonly branch: string;
  /** The address of the row that this one hangs under; empty for a root. */
  readonly owner: Address;
  /** Values the user fixed for this row. The engine sets those columns itself; read them where others must fit. */
  readonly given: Given;
  /** The stream of the field or context being made. */
  readonly random: Random;
  /** faker, drawing from that same stream. */
  readonly fake: Faker;
  /** A context of this row, or of the row at `address`. Cached. */
  get<Value>(context: ContextDefinition<Config, Value>, address?: Address): Value;
  /**
   * The values of the row of `entity` at `address`, for example of the row that this one hangs under. Each is made when it is read, just as
   * that row has it; what is dear and read often belongs into a context. Whether there is such a row is not looked at.
   * @throws SeedgraphError INVALID_DEFINITION when the value is read for an entity without `values`, or when values need each other in a circle.
   */
  read<F extends Fields>(entity: EntityShape<F>, address: Address): Values<F>;
}

/** What a series sees: the scope of the row that its rows hang under. */
export interface SeriesScope<Config> extends Scope<Config> {
  /** Values the user fixed for the child of that number; see `Scope.given`. */
  givenAt(index: number): Given;
}

/**
 * What belongs to a whole row and is shared by those that need it: a school's timetable, a student's latent traits.
 * A pure function of the row's address, drawn from a stream of its own, computed when first asked for and kept in a
 * bounded cache.
 */
export interface ContextDefinition<Config, Value> {
  readonly entity: string;
  readonly name: string;
  /** How many are kept at once. Default 1,024. */
  readonly keep: number;
  readonly make: (scope: Scope<Config>) => Value;
}
