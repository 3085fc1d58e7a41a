import { setTimeout as sleep } from 'node:timers/promises';
import { isLostConnection } from './failure.ts';

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 2_000;

/** When something is done again. */
export interface RetryOptions {
  /** In milliseconds: no attempt begins later. */
  readonly patience: number;
  readonly signal?: AbortSignal | undefined;
  /** Default: when the connection is lost. */
  readonly mayRepeat?: (error: unknown) => boolean;
}

/**
 * Does something again for as long as its connection is lost, with pauses that grow and differ: all clients of a server that comes back
 * would come at once otherwise.
 */
export async function whileLost<Result>(
  attempt: () => Promise<Result>,
  { patience, signal, mayRepeat = isLostConnection }: RetryOptions,
): Promise<Result> {
  const deadline = performance.now() + patience;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      // Half of the pause is chance.
      const wait = pause * (0.5 + Math.random() / 2);
      if (signal?.aborted || !mayRepeat(error) || performance.now() + wait > deadline) throw error;
      // An abort ends the pause; the next turn raises its reason.
      await sleep(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}
