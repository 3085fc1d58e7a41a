import { setTimeout as sleep } from 'node:timers/promises';

/** The first pause before a request is repeated, and the longest, in milliseconds. */
const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 10_000;

/** How often somebody who waits looks whether to stop, in milliseconds. */
const LOOK = 100;

/**
 * Milliseconds to wait before the attempt after the `attempt`th, from 1: anything up to a bound that doubles, so that clients which
 * failed together do not come again together ("full jitter": AWS Architecture Blog, Exponential Backoff And Jitter).
 */
export function pauseAfter(attempt: number): number {
  return Math.random() * Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
}

/** Milliseconds of a `Retry-After`, which has seconds or a date (RFC 9110, 10.2.3); undefined when it has neither. */
export function retryAfter(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Number(header) * 1000;
  // `Date.parse` takes "-5" for a day in May.
  const date = /^[a-z]/i.test(header.trim()) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Waits, or returns early when `shouldStop`. */
export async function wait(milliseconds: number, shouldStop: () => boolean): Promise<void> {
  const end = performance.now() + milliseconds;
  for (let left = milliseconds; left > 0 && !shouldStop(); left = end - performance.now()) await sleep(Math.min(left, LOOK));
}
