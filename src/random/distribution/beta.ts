import { normal, type Uniform } from './normal.ts';

/** Beta(a, b), in (0, 1), from two gamma draws. @throws RangeError unless a and b are positive. */
export function beta(random: Uniform, a: number, b: number): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`Beta needs positive parameters; given ${a} and ${b}.`);
  const x = gamma(random, a);
  const y = gamma(random, b);
  return x / (x + y);
}

/** Gamma with the given shape and scale 1. Marsaglia and Tsang (2000), A simple method for generating gamma variables. */
export function gamma(random: Uniform, shape: number): number {
  // Below 1, a draw with shape + 1 is brought down by a power of a uniform (same source, section 6).
  if (shape < 1) return gamma(random, shape + 1) * (1 - random.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal(random, 0, 1);
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(1 - random.next()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v;
  }
}
