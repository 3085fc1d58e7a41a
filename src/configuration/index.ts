export * from './infeasible.ts';
export * from './json-schema.ts';
export { ConfigurationFileError, type Mistake } from './mistake.ts';
export * from './read-configuration-file.ts';
export type { ConfigurationSettings } from './settings.ts';
