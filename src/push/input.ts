import { PushError } from './error.ts';

/** What a push is asked to do, as it is kept with its job. Whatever is secret is not in it. */
export interface PushInput {
  readonly baseUrl: string;
  /** Default: everything. */
  readonly features?: readonly string[] | undefined;
  /** Requests at a time. Default: 8. */
  readonly concurrency?: number | undefined;
  /** Milliseconds a request may take. Default: 30,000. */
  readonly timeout?: number | undefined;
}

const MOST_AT_ONCE = 64;

/** The parts of an input with their defaults. @throws PushError INVALID_CONCURRENCY. */
export function completeInput(input: PushInput) {
  const { baseUrl, features, concurrency = 8, timeout = 30_000 } = input;
  if (Number.isSafeInteger(concurrency) && concurrency >= 1 && concurrency <= MOST_AT_ONCE) {
    return { baseUrl, features, concurrency, timeout };
  }
  throw new PushError('INVALID_CONCURRENCY', `From 1 to ${MOST_AT_ONCE} requests can be under way; ${concurrency} cannot.`, {
    path: ['concurrency'],
    details: { given: concurrency },
  });
}
