import { SeedgraphError } from '../definition/index.ts';

/** What loading a project raises. Codes: PROJECT_NOT_FOUND, INVALID_PROJECT. */
export class ProjectError extends SeedgraphError {}
