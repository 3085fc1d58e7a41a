/**
 * A number in [0, 1) that follows from whole numbers alone: for choices of a school's structure, which no seed may
 * change. The mixing is MurmurHash3's finalizer.
 */
export function hashed(...parts: readonly number[]): number {
  let state = 0x9e3779b9;
  for (const part of parts) state = mix(state ^ mix(part + 0x7f4a7c15));
  return (state >>> 0) / 2 ** 32;
}

function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/**
 * An index below `count` for a key of 32 bits: as `count` grows, it stays or moves to a new index (Lamping and Veach
 * 2014, A fast, minimal memory, consistent hash algorithm). Unlike a stream's `index` it takes one draw, the key,
 * whatever `count` is, so that draws after it stay what they were.
 */
export function stableIndex(key: number, count: number): number {
  let index = 0;
  let next = 0;
  for (let jump = 0; next < count; jump++) {
    index = next;
    next = Math.floor((index + 1) / (1 - hashed(key, jump)));
  }
  return index;
}

/**
 * Element `index` of a low-discrepancy sequence that starts at `offset`: the fractional parts of multiples of the
 * golden ratio. Any prefix is spread evenly over [0, 1) (Niederreiter 1992).
 */
export function spread(offset: number, index: number): number {
  return (offset + index * 0.6180339887498949) % 1;
}
