import type { DomainSource, LoadDomains } from '../../src/definition/index.ts';
import { domainUnderTest } from './domains.ts';

/** Where a thread finds a domain under test. */
export function testedSource(name: string): DomainSource {
  return { module: import.meta.url, argument: name };
}

/** What the thread calls. */
export const loadDomains: LoadDomains = async (name) => [domainUnderTest(String(name)).domain];
