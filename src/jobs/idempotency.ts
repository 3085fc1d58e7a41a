import { canonicalJson, type ErrorDetails, type Json } from '../definition/index.ts';
import { JobError } from './error.ts';

/** Whether two inputs are equal; inputs are JSON. */
export function sameJson(a: unknown, b: unknown): boolean {
  return canonicalJson(a as Json) === canonicalJson(b as Json);
}

/** An idempotency key comes with another input than before. */
export function keyReused(key: string, details: ErrorDetails): JobError {
  return new JobError(
    'IDEMPOTENCY_KEY_REUSED',
    `The idempotency key "${key}" belongs to another input; use a new key for a new request.`,
    {
      path: ['idempotencyKey'],
      details,
    },
  );
}
