import { LRUCache } from 'lru-cache';
import { type DomainSource, type LoadDomains, SeedgraphError } from '../../definition/index.ts';
import { Generator } from '../../generate/index.ts';
import { Universe } from '../../plan/index.ts';
import { type MadeBlock, makeBlocks, type Unit } from './unit.ts';

/** What a thread answers: nothing `made` when it cannot load the same domains. An error would lose its class on the way. */
export type Answer =
  | { readonly made: readonly MadeBlock[] | undefined }
  | { readonly failure: { readonly code: string | undefined; readonly message: string; readonly stack: string | undefined } };

/** Seedings whose contexts are kept: the one that runs, and one beside it. */
const generators = new LRUCache<string, Generator>({ max: 2 });
const domains = new Map<string, ReturnType<LoadDomains>>();

/** The entry of a thread: makes a unit's rows. */
export default async function make({ source, unit }: { readonly source: DomainSource; readonly unit: Unit }): Promise<Answer> {
  try {
    const generator = generators.get(unit.seeding) ?? (await generatorOf(source, unit));
    return { made: generator && makeBlocks(generator, generator.universe.domain.entity(unit.entity), unit.blocks) };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { failure: { code: error instanceof SeedgraphError ? error.code : undefined, message, stack } };
  }
}

async function generatorOf(source: DomainSource, { seeding, domain: name, recipe }: Unit): Promise<Generator | undefined> {
  const domain = (await domainsOf(source))?.find((known) => known.name === name);
  if (!domain) return undefined;
  const generator = new Generator(new Universe(domain, [recipe]));
  generators.set(seeding, generator);
  return generator;
}

/** Loaded once a thread. */
function domainsOf({ module, argument }: DomainSource): ReturnType<LoadDomains> {
  const key = JSON.stringify([module, argument]);
  // What the module exports is in the contract of a source.
  const loaded =
    domains.get(key) ?? import(module).then(({ loadDomains }: { loadDomains: LoadDomains }) => loadDomains(argument));
  domains.set(key, loaded);
  return loaded;
}
