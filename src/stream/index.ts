export * from './error.ts';
export { parseShard, type Shard } from './shard.ts';
export * from './stream-rows.ts';
