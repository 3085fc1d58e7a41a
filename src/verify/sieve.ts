/**
 * Finds what may occur twice among very many, in bounded memory: a bit for each of `size` places that was hit, and one
 * for each that was hit again. What occurs twice always hits a place twice; what does not, rarely.
 */
export class Sieve {
  readonly #seen: Uint32Array;
  readonly #again: Uint32Array;
  readonly #mask: number;
  /** How many hit a place that had been hit. */
  collisions = 0;

  /** @param size a power of two. */
  constructor(size: number) {
    this.#seen = new Uint32Array(size / 32);
    this.#again = new Uint32Array(size / 32);
    this.#mask = size - 1;
  }

  add(hash: number): void {
    const place = (hash & this.#mask) >>> 0;
    const word = place >>> 5;
    const bit = 1 << (place & 31);
    if ((this.#seen[word] ?? 0) & bit) {
      this.#again[word] = (this.#again[word] ?? 0) | bit;
      this.collisions++;
    } else this.#seen[word] = (this.#seen[word] ?? 0) | bit;
  }

  /** Whether it may have been added twice. */
  suspects(hash: number): boolean {
    const place = (hash & this.#mask) >>> 0;
    return ((this.#again[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;
  }
}
