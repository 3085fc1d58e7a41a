import type { DomainDefinition } from '../definition/index.ts';

/** What a project adds to Seedgraph: the default export of `seedgraph.config.ts`. */
export interface ProjectConfig {
  /** Further domains. One of the name of a domain that comes with Seedgraph takes its place. Default: none. */
  readonly domains?: readonly DomainDefinition[];
  /**
   * Of the functions that make values, in any form; default: empty. Change it when rows would come out otherwise than before: datasets
   * of another version are not added to, nor are their seedings resumed, since their rows could not be made again.
   */
  readonly version?: string;
}

/** Gives back what it is given, with its types checked: `export default defineConfig({ domains: [...] })`. */
export function defineConfig(config: ProjectConfig): ProjectConfig {
  return config;
}
