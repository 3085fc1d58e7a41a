import { SeedgraphError } from '../definition/index.ts';

/** What working with other machines raises. Codes: INVALID_REDIS_URL, REDIS_NEEDS_POSTGRES. */
export class WorkerError extends SeedgraphError {}
