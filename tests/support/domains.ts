import { type DomainModel, modelOf } from '../../src/definition/index.ts';
import { builtInDomains } from '../../src/domains/index.ts';
import type { PlanRequest } from '../../src/plan/index.ts';
import { libraryModel } from '../fixtures/library.ts';

/** A domain under test, with a plan of it that is small but has all its entities. */
export interface TestedDomain {
  readonly name: string;
  readonly domain: DomainModel;
  readonly small: PlanRequest;
}

/** Every built-in domain under its smallest preset, and the fixture with every kind of field, strategy and arity. */
export const testedDomains: readonly TestedDomain[] = [
  ...builtInDomains.map((definition) => ({
    name: definition.name,
    domain: modelOf(definition),
    small: { preset: Object.keys(definition.presets)[0], overrides: { volumes: {} } },
  })),
  { name: 'library', domain: libraryModel, small: { overrides: { volumes: { libraries: 2 } } } },
];

/** @throws Error when there is none of that name. */
export function domainUnderTest(name: string): TestedDomain {
  const found = testedDomains.find((tested) => tested.name === name);
  if (!found) throw new Error(`There is no domain "${name}" under test.`);
  return found;
}
