import type { DomainModel, DomainSource } from '../definition/index.ts';
import { builtInDomains } from '../domains/index.ts';

/** Where the domains of a project's file are found again, or without one those that come with Seedgraph. */
export function sourceOf(file: string | undefined): DomainSource {
  // Beside this file: TypeScript in a checkout, JavaScript in the package.
  const module = new URL(`./load-domains${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href;
  return { module, argument: file };
}

/** The source of domains that all come with Seedgraph; undefined where one does not. */
export function builtInSource(domains: readonly DomainModel[]): DomainSource | undefined {
  return domains.every(({ definition }) => builtInDomains.includes(definition)) ? sourceOf(undefined) : undefined;
}
