export * from './audit.ts';
export * from './error.ts';
export * from './input.ts';
export * from './levels.ts';
export * from './report.ts';
export * from './runner.ts';
export * from './settings.ts';
export * from './target.ts';
