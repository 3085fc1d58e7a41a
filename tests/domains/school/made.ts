import { type EntityShape, type Fields, modelOf, type Row } from '../../../src/definition/index.ts';
import { school } from '../../../src/domains/school/index.ts';
import { objectOf } from '../../../src/generate/index.ts';
import type { PlanRequest } from '../../../src/plan/index.ts';
import { makeRows } from '../../support/rows.ts';

/** The school domain, resolved. */
export const schoolModel = modelOf(school);

/** All rows of a plan, as people write them. */
export interface MadeSchool {
  /** The rows of an entity, in the order of addresses. */
  all<F extends Fields>(entity: EntityShape<F>): readonly Row<F>[];
  /** The row that a reference points at. */
  one<F extends Fields>(entity: EntityShape<F>, key: string | null): Row<F>;
  /** How many rows each entity has. */
  counts(): Readonly<Record<string, number>>;
}

/** Makes every row of a plan of the school domain in memory. */
export function madeSchool(request: PlanRequest): MadeSchool {
  const { rows } = makeRows(schoolModel, request);
  const objects = new Map<string, readonly Readonly<Record<string, unknown>>[]>();
  const byKey = new Map<string, Map<unknown, Readonly<Record<string, unknown>>>>();
  for (const [entity, cells] of rows) {
    const made = cells.map((row) => objectOf(entity, row));
    objects.set(entity.name, made);
    byKey.set(entity.name, new Map(made.map((row) => [row.id, row])));
  }
  return {
    // The rows are made from the very definition that gives the type.
    all: <F extends Fields>({ name }: EntityShape<F>) => (objects.get(name) ?? []) as unknown as readonly Row<F>[],
    one: <F extends Fields>({ name }: EntityShape<F>, key: string | null) => {
      const row = byKey.get(name)?.get(key);
      if (!row) throw new Error(`There is no ${name} ${key}.`);
      return row as unknown as Row<F>;
    },
    counts: () => Object.fromEntries([...objects].map(([name, made]) => [name, made.length])),
  };
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function deviation(values: readonly number[]): number {
  const average = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - average) ** 2)));
}

/** Pearson's correlation. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [averageA, averageB] = [mean(a), mean(b)];
  const covariance = mean(a.map((value, index) => (value - averageA) * ((b[index] ?? 0) - averageB)));
  return covariance / (deviation(a) * deviation(b));
}

/** How many rows have each value, as a share of all. */
export function shares(values: readonly string[]): Readonly<Record<string, number>> {
  const counts = Map.groupBy(values, (value) => value);
  return Object.fromEntries([...counts].map(([value, same]) => [value, same.length / values.length]));
}

/** How many rows have each value. */
export function tally(values: readonly (string | number)[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length]));
}

export function duplicates(values: readonly unknown[]): unknown[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
