import type { Uniform } from './normal.ts';

/**
 * A rank from 0 to n - 1; rank r is as likely as (r + 1) ** -exponent. Takes the same time for any n.
 * Rejection-inversion, Hörmann and Derflinger (1996), Rejection-inversion to generate variates from monotone discrete distributions.
 *
 * @throws RangeError unless n is a positive whole number and exponent is positive.
 */
export function zipf(random: Uniform, n: number, exponent: number): number {
  if (!(Number.isInteger(n) && n > 0 && exponent > 0))
    throw new RangeError(`Zipf needs n >= 1 and exponent > 0; given ${n} and ${exponent}.`);
  const top = integral(n + 0.5, exponent);
  const bottom = integral(1.5, exponent) - 1;
  const certain = 2 - inverse(integral(2.5, exponent) - 2 ** -exponent, exponent);
  for (;;) {
    const u = top + random.next() * (bottom - top);
    const x = inverse(u, exponent);
    const rank = Math.min(n, Math.max(1, Math.round(x)));
    if (rank - x <= certain || u >= integral(rank + 0.5, exponent) - rank ** -exponent) return rank - 1;
  }
}

/** An antiderivative of x ** -exponent. */
function integral(x: number, exponent: number): number {
  return exponent === 1 ? Math.log(x) : (x ** (1 - exponent) - 1) / (1 - exponent);
}

function inverse(y: number, exponent: number): number {
  return exponent === 1 ? Math.exp(y) : Math.max(0, 1 + y * (1 - exponent)) ** (1 / (1 - exponent));
}
