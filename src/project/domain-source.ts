import type { DomainModel, DomainSource } from '../definition/index.ts';
import { builtInDomains } from '../domains/index.ts';
import { type LoadedFiles, loadedFiles } from './loaded-files.ts';

/** What `loadDomains` is told of a project: its file, and what it was loaded from. */
export interface ProjectSource {
  readonly file: string;
  readonly files: LoadedFiles;
}

/** Where the domains of a project are found again that has just been loaded; without a file, those that come with Seedgraph. */
export function sourceOf(file: string | undefined): DomainSource {
  // Beside this file: TypeScript in a checkout, JavaScript in the package.
  const module = new URL(`./load-domains${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href;
  return { module, argument: file === undefined ? undefined : ({ file, files: loadedFiles() } satisfies ProjectSource) };
}

/** The source of domains that all come with Seedgraph; undefined where one does not. */
export function builtInSource(domains: readonly DomainModel[]): DomainSource | undefined {
  return domains.every(({ definition }) => builtInDomains.includes(definition)) ? sourceOf(undefined) : undefined;
}
