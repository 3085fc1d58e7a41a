/**
 * A bucket below `count` for 64 bits of key: as `count` grows, a key either keeps its bucket or moves to a new one.
 * Lamping and Veach (2014), A fast, minimal memory, consistent hash algorithm; the generator of their paper is
 * replaced by the caller's stream, which serves the same purpose: the same draws for the same key.
 *
 * @throws RangeError unless count is a positive whole number.
 */
export function jump(random: { next(): number }, count: number): number {
  if (!(Number.isInteger(count) && count > 0)) throw new RangeError(`There must be at least one to choose from; given ${count}.`);
  let bucket = 0;
  let next = 0;
  while (next < count) {
    bucket = next;
    next = Math.floor((bucket + 1) / (1 - random.next()));
  }
  return bucket;
}
