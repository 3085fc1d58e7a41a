import { SeedgraphError } from '../definition/index.ts';

/**
 * Why a push cannot begin, or has stopped. Codes: INVALID_TARGET, INSECURE_TARGET, PUSH_NOT_ALLOWED, PUSH_UNSUPPORTED, UNKNOWN_FEATURE,
 * INVALID_CONCURRENCY, DATASET_NOT_FOUND, PUSH_OUTDATED, TARGET_UNREACHABLE, TARGET_UNAUTHORIZED, TARGET_REFUSED, TARGET_FAILING,
 * TARGET_LIMITED, PUSH_INCOMPLETE, INVALID_API_KEY, AUDIT_UNWRITABLE.
 */
export class PushError extends SeedgraphError {}

/** Nothing answers. */
export function unreachable(target: string, why: string): PushError {
  return new PushError(
    'TARGET_UNREACHABLE',
    `Nothing answers at ${target}: ${why}. Start the API, or name another base URL; the same push then goes on where it stopped.`,
    { path: ['baseUrl'], details: { target } },
  );
}
