/** Something that was passed over or made up: told once, with how often it happened. */
export interface Warning {
  readonly message: string;
  readonly count: number;
}

/** So many different warnings are kept; a file can have any number of unknown keys. */
const KEPT = 100;

/** Gathers warnings: one for each text, however often it comes. */
export class Warnings {
  readonly #counts = new Map<string, number>();

  add(message: string): void {
    const before = this.#counts.get(message);
    if (before === undefined && this.#counts.size >= KEPT) return;
    this.#counts.set(message, (before ?? 0) + 1);
  }

  list(): Warning[] {
    return [...this.#counts].map(([message, count]) => ({ message, count }));
  }
}
