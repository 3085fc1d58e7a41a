/** How fast something is made: units a second between the first time it was seen and the last. */
export class RateMeter {
  #since: number | undefined;
  #units = 0;

  /**
   * Counts units that have been made just now, and gives the rate. Null the first time: what came first was made in a time
   * that nobody has measured.
   *
   * @param now Milliseconds of a clock that does not jump.
   */
  add(units: number, now: number): number | null {
    if (this.#since === undefined) {
      this.#since = now;
      return null;
    }
    this.#units += units;
    return now > this.#since ? (this.#units * 1_000) / (now - this.#since) : null;
  }
}
