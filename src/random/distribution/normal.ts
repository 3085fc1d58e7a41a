/** Where distributions draw from: numbers in [0, 1). */
export interface Uniform {
  next(): number;
}

/** Normally distributed. Box and Muller (1958), one of its two values, so that a draw carries no state. */
export function normal(random: Uniform, mean: number, deviation: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return mean + deviation * radius * Math.cos(2 * Math.PI * random.next());
}

/**
 * Normally distributed, cut to [min, max] (drawn anew, not clamped).
 * A wide window takes the normal itself as proposal, a narrow or far one a uniform (Robert 1995, Simulation of truncated normal variables).
 *
 * @throws RangeError when min > max.
 */
export function truncatedNormal(random: Uniform, mean: number, deviation: number, min: number, max: number): number {
  if (!(min <= max)) throw new RangeError(`A window needs min <= max; given ${min} and ${max}.`);
  if (deviation === 0 || min === max) return Math.min(max, Math.max(min, mean));
  const low = (min - mean) / deviation;
  const high = (max - mean) / deviation;
  const wide = low < 0 && high > 0 && high - low > Math.sqrt(2 * Math.PI);
  return mean + deviation * (wide ? cutNormal(random, low, high) : cutUniform(random, low, high));
}

function cutNormal(random: Uniform, low: number, high: number): number {
  for (;;) {
    const z = normal(random, 0, 1);
    if (z >= low && z <= high) return z;
  }
}

function cutUniform(random: Uniform, low: number, high: number): number {
  // The density is highest at the point of the window nearest to the mean.
  const nearest = low > 0 ? low : Math.min(high, 0);
  for (;;) {
    const z = low + (high - low) * random.next();
    if (random.next() <= Math.exp((nearest * nearest - z * z) / 2)) return z;
  }
}
