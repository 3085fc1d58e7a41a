/** Work that has to end before the store may be closed. */
export class UnderWay {
  readonly #work = new Set<Promise<void>>();

  /** Remembers work until it ends, whatever comes of it. */
  track(work: Promise<unknown>): void {
    const done = work
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => this.#work.delete(done));
    this.#work.add(done);
  }

  /** Resolves when all that is known now has ended. */
  async end(): Promise<void> {
    await Promise.all(this.#work);
  }
}
