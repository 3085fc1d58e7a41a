/** The values of a number, and how often each occurs. */
export type Counted = readonly { readonly value: number; readonly count: number }[];

/** The extremes, quartiles and mean of what has at least one value. */
export interface Spread {
  readonly least: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly most: number;
  readonly mean: number;
}

/**
 * Exact, from counts of values. Quantiles are interpolated as R's default does (type 7; Hyndman & Fan, Sample Quantiles in
 * Statistical Packages, 1996). Undefined without values.
 */
export function spreadOf(counted: Counted): Spread | undefined {
  const sorted = counted.toSorted((a, b) => a.value - b.value);
  const n = sorted.reduce((sum, { count }) => sum + count, 0);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last || n === 0) return undefined;
  const at = (rank: number) => {
    let before = 0;
    for (const { value, count } of sorted) {
      before += count;
      if (before > rank) return value;
    }
    return last.value;
  };
  const quantile = (p: number) => {
    const place = (n - 1) * p;
    const below = at(Math.floor(place));
    return below + (place - Math.floor(place)) * (at(Math.ceil(place)) - below);
  };
  const sum = sorted.reduce((total, { value, count }) => total + value * count, 0);
  return {
    least: first.value,
    lower: quantile(0.25),
    median: quantile(0.5),
    upper: quantile(0.75),
    most: last.value,
    mean: sum / n,
  };
}

/** A bin of a histogram: values from `from` on, up to the next bin. */
export interface Bin {
  readonly from: number;
  readonly count: number;
}

/** Bins of one width without gaps. The greatest value, where it would begin a bin of its own, is in the last one: 100 in 95 to 100. */
export function binned(counted: Counted, step: number): Bin[] {
  if (counted.length === 0) return [];
  const most = Math.max(...counted.map(({ value }) => value));
  const least = Math.min(...counted.map(({ value }) => value));
  const first = Math.floor(least / step);
  const last = Math.max(first, Math.ceil(most / step) - 1);
  const counts = new Array<number>(last - first + 1).fill(0);
  for (const { value, count } of counted) {
    const bin = Math.min(Math.floor(value / step), last) - first;
    counts[bin] = (counts[bin] ?? 0) + count;
  }
  return counts.map((count, index) => ({ from: (first + index) * step, count }));
}
