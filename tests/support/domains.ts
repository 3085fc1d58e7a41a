import { z } from 'zod';
import { type DomainModel, modelOf } from '../../src/definition/index.ts';
import { builtInDomains } from '../../src/domains/index.ts';
import type { PlanRequest } from '../../src/plan/index.ts';
import { extendedSchool } from '../fixtures/extended-school.ts';
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

/** Each of them in every other locale that its configuration knows. */
export const localPlans: readonly TestedDomain[] = testedDomains.flatMap(({ name, domain, small }) =>
  localesOf(domain).map((locale) => ({
    name: `${name} in ${locale}`,
    domain,
    small: { ...small, overrides: { ...small.overrides, locale } },
  })),
);

/** The locales that a domain's configuration knows, but for the default one. */
function localesOf({ definition }: DomainModel): readonly string[] {
  const { properties } = z.toJSONSchema(definition.config, { io: 'input', unrepresentable: 'any' });
  const locale = properties?.locale;
  if (typeof locale !== 'object' || !locale.enum) return [];
  return locale.enum.filter((value) => typeof value === 'string' && value !== locale.default).map(String);
}

/** A domain as users extend it; the laws hold for it too, at no more rows than it takes to see. */
export const extendedDomain: TestedDomain = {
  name: 'extended school',
  domain: modelOf(extendedSchool),
  small: { preset: 'SMALL', overrides: { volumes: { students: 4, attendanceDays: 5, lessonsPerClass: 2 } } },
};

/** What the laws of rows hold for. */
export const lawfulPlans: readonly TestedDomain[] = [...testedDomains, extendedDomain, ...localPlans];

/** What all laws hold for: of the locales, which take seconds each where datasets are seeded, the last one. */
export const lawfulDomains: readonly TestedDomain[] = [...testedDomains, extendedDomain, ...localPlans.slice(-1)];

/** @throws Error when there is none of that name. */
export function domainUnderTest(name: string): TestedDomain {
  const found = lawfulDomains.find((tested) => tested.name === name);
  if (!found) throw new Error(`There is no domain "${name}" under test.`);
  return found;
}
