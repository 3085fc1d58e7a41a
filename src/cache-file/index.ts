export * from './digest-of-cache-file.ts';
export * from './error.ts';
export { type ExportedCache, type ExportRequest, exportCache, formatOf } from './export-cache.ts';
export type { CacheFormat } from './format.ts';
export { type ImportedCache, type ImportMode, type ImportRequest, importCache } from './import-cache.ts';
export type { Mistake } from './mistakes.ts';
export type { Warning } from './warnings.ts';
