import { SeedgraphError } from '../definition/index.ts';

/**
 * What stores raise. Codes: CONFLICT, DATASET_NOT_FOUND, FILTER_TOO_EXPENSIVE, INVALID_DATASET_NAME, INVALID_FILTER, INVALID_STORE_URL,
 * STORE_FULL, STORE_LIMIT, STORE_UNAVAILABLE, TOO_MANY_GROUPS.
 */
export class StoreError extends SeedgraphError {}

/** Nothing of a domain is published in a dataset, which may not exist, or hold other domains. */
export function nothingIn(dataset: string, domain: string): StoreError {
  const message = `The dataset "${dataset}" holds nothing of the domain "${domain}". Seed it first.`;
  return new StoreError('DATASET_NOT_FOUND', message, { path: ['dataset'], details: { given: dataset, domain } });
}
