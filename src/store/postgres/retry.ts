import { setTimeout as sleep } from 'node:timers/promises';
import { isLostConnection } from './failure.ts';

const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 2_000;

/**
 * Does something again for as long as its connection is lost, with pauses that grow and differ (all clients of a server that comes back
 * would come at once otherwise).
 *
 * @param patience In milliseconds: no attempt begins later.
 */
export async function whileLost<Result>(
  attempt: () => Promise<Result>,
  patience: number,
  signal?: AbortSignal,
  mayRepeat: (error: unknown) => boolean = isLostConnection,
): Promise<Result> {
  const deadline = performance.now() + patience;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    try {
      return await attempt();
    } catch (error) {
      // Half of the pause is chance.
      const wait = pause * (0.5 + Math.random() / 2);
      if (signal?.aborted || !mayRepeat(error) || performance.now() + wait > deadline) throw error;
      await sleep(wait, undefined, { signal }).catch(() => signal?.throwIfAborted());
    }
  }
}
