export * from './distribution.ts';
export * from './error.ts';
export type { WorkerLog } from './log.ts';
export * from './open-worker.ts';
export * from './redis-url.ts';
