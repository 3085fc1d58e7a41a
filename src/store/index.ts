export * from './control.ts';
export * from './entity-cache.ts';
export * from './error.ts';
export * from './open-store.ts';
export * from './query.ts';
export { openSqliteStore, type SqliteStoreOptions } from './sqlite/open.ts';
export * from './store.ts';
