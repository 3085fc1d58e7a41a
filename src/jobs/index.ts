export * from './create-jobs.ts';
export * from './dataset-name.ts';
export * from './error.ts';
export * from './jobs.ts';
