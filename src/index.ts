/** Seedgraph as a library: definitions, plans, stores, jobs and the gateway. */
export {
  type Configuration,
  ConfigurationFileError,
  type ConfigurationOptions,
  configurationSchema,
  parseConfiguration,
  readConfigurationFile,
} from './configuration/index.ts';
export * from './definition/index.ts';
export { builtInDomains } from './domains/index.ts';
export { createJobs, type Jobs } from './jobs/index.ts';
export { createPlan, type Plan, type PlanRequest } from './plan/index.ts';
export { createGateway } from './server/index.ts';
export { openStore, type Store } from './store/index.ts';
export { dataVersion, packageVersion } from './version.ts';
