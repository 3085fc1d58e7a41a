import { setImmediate as nextTurn } from 'node:timers/promises';

/** A turn of the event loop is given up after so many milliseconds: with the work between two looks at the clock that stays at about 10. */
const MS_PER_TURN = 5;

/** Keeps a long piece of work from blocking the event loop. */
export class Pace {
  readonly signal: AbortSignal | undefined;
  #since = performance.now();

  constructor(signal?: AbortSignal) {
    this.signal = signal;
  }

  /** Gives way where this turn has been long enough. @throws the signal's reason once it is aborted. */
  async turn(): Promise<void> {
    this.signal?.throwIfAborted();
    if (performance.now() - this.#since < MS_PER_TURN) return;
    await nextTurn();
    this.#since = performance.now();
  }
}
