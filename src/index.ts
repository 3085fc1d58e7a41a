/** Seedgraph as a library: definitions, plans, stores, jobs and the gateway. */

/** The zod that configurations are written in: schemas of two copies of it may not fit one another. */
export { z } from 'zod';
export {
  CacheFileError,
  type ExportedCache,
  type ExportRequest,
  exportCache,
  type ImportedCache,
  type ImportRequest,
  importCache,
} from './cache-file/index.ts';
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
export { createJobs, type Jobs, type Removal, type RemoveRequest, type UpdateRequest } from './jobs/index.ts';
export { createPlan, type Plan, type PlanRequest } from './plan/index.ts';
export { defineConfig, loadProject, type Project, type ProjectConfig } from './project/index.ts';
export { type ReportData, reportOn, reportPage, reportText } from './report/index.ts';
export { createGateway } from './server/index.ts';
export { openStore, type Store } from './store/index.ts';
export type { Condition } from './store/query.ts';
export { parseShard, type Shard, StreamError, type StreamRequest, streamRows } from './stream/index.ts';
export { type CheckResult, type Finding, type Integrity, type VerifyOptions, verifyGeneration } from './verify/index.ts';
export { dataVersionOf, packageVersion } from './version.ts';
