export type { EntityChanges, Preview } from './compose/preview.ts';
export * from './create-jobs.ts';
export * from './dataset-name.ts';
export * from './error.ts';
export * from './jobs.ts';
export type { Task, TaskHooks, TaskRunner, TaskRunners } from './task.ts';
export { defaultThreads, type ThreadsOptions } from './threads/row-threads.ts';
