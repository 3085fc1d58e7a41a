import { studentQuantile } from './quantiles.ts';

/** The counts of values in one unit: a student, a school. */
export type UnitCounts = ReadonlyMap<string, number>;

/** How often sound data may be called deviating, over all values of an expectation. */
const SIGNIFICANCE = 1e-5;
/** With fewer units too little is known of how much they differ. */
const FEWEST_UNITS = 10;
/** A difference as small as this is none that anyone would call a deviation: 0.2 points of a percentage. */
const NEGLIGIBLE = 0.002;

/** A share that is not the expected one. */
export interface Deviation {
  readonly value: string;
  readonly found: number;
  readonly expected: number;
  /** How far it may be off. */
  readonly tolerance: number;
}

/**
 * Compares the shares of values with expected ones, where chance decides and rows of one unit resemble each other. Adds up unit by
 * unit: memory does not grow with their number.
 *
 * Each share is held against its expectation by a t test whose variance is that between units (the ratio estimator for cluster
 * samples: Cochran, Sampling Techniques, 3rd ed. 1977, section 3.12), at least the binomial one, at a significance of one in
 * a hundred thousand, divided by the number of values (Bonferroni). Fewer than ten units are not judged.
 */
export class DrawnShares {
  readonly #expected: ReadonlyMap<string, number>;
  readonly #values = new Map<string, { x: number; xx: number; xn: number }>();
  #units = 0;
  #n = 0;
  #nn = 0;

  constructor(expected: ReadonlyMap<string, number>) {
    this.#expected = expected;
    for (const value of expected.keys()) this.#values.set(value, { x: 0, xx: 0, xn: 0 });
  }

  add(counts: UnitCounts): void {
    const n = totalOf(counts);
    if (n === 0) return;
    this.#units++;
    this.#n += n;
    this.#nn += n * n;
    for (const [value, x] of counts) {
      const sums = this.#values.get(value) ?? { x: 0, xx: 0, xn: 0 };
      this.#values.set(value, { x: sums.x + x, xx: sums.xx + x * x, xn: sums.xn + x * n });
    }
  }

  get isJudged(): boolean {
    return this.#units >= FEWEST_UNITS;
  }

  /** How many values were compared. */
  get rows(): number {
    return this.#n;
  }

  deviations(): Deviation[] {
    if (!this.isJudged) return [];
    const n = this.#n;
    const t = studentQuantile(SIGNIFICANCE / 2 / this.#values.size, this.#units - 1);
    return [...this.#values].flatMap(([value, { x, xx, xn }]) => {
      const expected = this.#expected.get(value) ?? 0;
      const found = x / n;
      const between = (this.#units / (this.#units - 1)) * ((xx - 2 * found * xn + found * found * this.#nn) / n ** 2);
      const binomial = (expected * (1 - expected)) / n;
      // One row more or less is what a count cannot express.
      const tolerance = Math.max(NEGLIGIBLE, t * Math.sqrt(Math.max(between, binomial)) + 1 / n);
      const isFine = expected === 0 ? x === 0 : Math.abs(found - expected) <= tolerance;
      return isFine ? [] : [{ value, found, expected, tolerance: expected === 0 ? 0 : tolerance }];
    });
  }
}

/** The values of a unit that it does not have as often as its number of rows times their share, rounded up or down. */
export function apportionedDeviations(counts: UnitCounts, expected: ReadonlyMap<string, number>): Deviation[] {
  const n = totalOf(counts);
  return [...new Set([...counts.keys(), ...expected.keys()])].flatMap((value) => {
    const share = expected.get(value) ?? 0;
    const count = counts.get(value) ?? 0;
    // Webster's method leaves the quota by more than one only in contrived cases.
    const isFine = share === 0 ? count === 0 : Math.abs(count - n * share) <= 1 + 1e-9;
    return isFine || n === 0 ? [] : [{ value, found: count / n, expected: share, tolerance: share === 0 ? 0 : 1 / n }];
  });
}

/** Weights as shares of 1. */
export function sharesOf(weights: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  return new Map(Object.entries(weights).map(([value, weight]) => [value, weight / total]));
}

function totalOf(counts: UnitCounts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
