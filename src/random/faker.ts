import type { Faker } from '@faker-js/faker';
import { faker as plain } from '@faker-js/faker/locale/en_US';

/**
 * A faker that draws from whatever `next` draws from. The exact version of faker is part of what makes a digest.
 *
 * The class is taken from the locale's own instance: the package's main entry would load all seventy locales
 * (240 ms against 30 ms). faker calls `next` detached from its object, hence closures.
 */
export function bindFaker(next: () => number): Faker {
  const FakerClass = plain.constructor as typeof Faker;
  const bound = new FakerClass({ locale: plain.rawDefinitions, randomizer: { next, seed: () => undefined } });
  // Without a reference date faker reads the clock. Definitions pass dates of their own; this one is for what they forget.
  bound.setDefaultRefDate('2000-01-01T00:00:00Z');
  return bound;
}
