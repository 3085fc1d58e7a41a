import { SeedgraphError } from '../definition/index.ts';

/**
 * What stores raise. Codes: CONFLICT, DATASET_NOT_FOUND, FILTER_TOO_EXPENSIVE, INVALID_DATASET_NAME, INVALID_STORE_URL, STORE_UNAVAILABLE,
 * STORE_LIMIT, TOO_MANY_GROUPS.
 */
export class StoreError extends SeedgraphError {}
