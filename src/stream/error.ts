import { SeedgraphError } from '../definition/index.ts';

/**
 * What streaming rows raises. Codes:
 *
 * - INVALID_SHARD: the number of a shard, or of all, is none
 * - ONE_TYPE_NEEDED: CSV has one header, so it holds rows of one type
 * - NOT_STREAMABLE: derived rows whose sources cannot be made again without a store
 */
export class StreamError extends SeedgraphError {}
