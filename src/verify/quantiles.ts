/**
 * The value that a standard normal variable exceeds with probability `p`, 0 < p <= 0.5; off by less than 0.00045.
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.2.23.
 */
export function normalQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

/**
 * The value that Student's t with so many degrees of freedom exceeds with probability `p`. A series in their inverse: from
 * 9 degrees on within some percent of the value, even far out, and there on the smaller side. Source: Abramowitz & Stegun, 26.7.5.
 */
export function studentQuantile(p: number, degrees: number): number {
  const z = normalQuantile(p);
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, index) => sum + term / degrees ** (index + 1), z);
}
