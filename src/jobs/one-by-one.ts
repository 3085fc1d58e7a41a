/** Runs work of the same name one after the other, work of different names side by side. */
export class OneByOne {
  readonly #last = new Map<string, Promise<void>>();

  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const done = before.then(work);
    const settled = done.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(name, settled);
    void settled.then(() => this.#last.get(name) === settled && this.#last.delete(name));
    return done;
  }
}
