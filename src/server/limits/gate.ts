/** Lets work in as long as what is under way keeps within a capacity. The rest waits, in the order in which it came. */
export class Gate {
  readonly #capacity: number;
  #taken = 0;
  readonly #waiting = new Set<{ readonly size: number; readonly admit: () => void }>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /**
   * Resolves once there is room, which is then to be given back by `leave`. What is larger than the capacity comes in when
   * nothing else is under way. @throws the signal's reason when it is aborted while it waits.
   */
  async enter(size: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const place = {
        size,
        admit: () => {
          signal.removeEventListener('abort', giveUp);
          resolve();
        },
      };
      const giveUp = () => {
        this.#waiting.delete(place);
        reject(signal.reason);
        // It may have kept out smaller work behind it.
        this.#admit();
      };
      signal.addEventListener('abort', giveUp);
      this.#waiting.add(place);
      this.#admit();
    });
  }

  /** Gives back what `enter` took. */
  leave(size: number): void {
    this.#taken -= size;
    this.#admit();
  }

  #admit(): void {
    for (const place of this.#waiting) {
      if (this.#taken > 0 && this.#taken + place.size > this.#capacity) return;
      this.#waiting.delete(place);
      this.#taken += place.size;
      place.admit();
    }
  }
}
