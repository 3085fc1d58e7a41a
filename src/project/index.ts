export * from './define-config.ts';
export * from './domain-source.ts';
export * from './error.ts';
export * from './find-project.ts';
export * from './load-project.ts';
