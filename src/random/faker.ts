import { createRequire } from 'node:module';
import type { Faker, LocaleDefinition } from '@faker-js/faker';
import { faker as plain } from '@faker-js/faker/locale/en_US';

/** The locale of domains that name none. */
export const DEFAULT_LOCALE = 'en_US';

// Fakers of other locales are loaded when one is first needed: all seventy take 240 ms, one takes a few beside en_US. `require`
// loads modules of either kind at once, which rows that are being made need; an import would have to be waited for.
const require = createRequire(import.meta.url);

/** faker's own instances, whose definitions have from English what their locale lacks. */
const instances = new Map<string, Faker>([[DEFAULT_LOCALE, plain]]);

/**
 * A faker of a locale that draws from whatever `next` draws from. The exact version of faker is part of what makes a digest.
 *
 * The class is taken from the locale's own instance: the package's main entry would load all seventy locales. faker calls
 * `next` detached from its object, hence closures.
 *
 * @param locale as faker names it: `en_US`, `de`, `ja`. @throws RangeError for a locale that faker does not have.
 */
export function bindFaker(next: () => number, locale: string = DEFAULT_LOCALE): Faker {
  const instance = instanceOf(locale);
  const FakerClass = instance.constructor as typeof Faker;
  const bound = new FakerClass({ locale: definitionsOf(instance), randomizer: { next, seed: () => undefined } });
  // Without a reference date faker reads the clock. Definitions pass dates of their own; this one is for what they forget.
  bound.setDefaultRefDate('2000-01-01T00:00:00Z');
  return bound;
}

function instanceOf(locale: string): Faker {
  let instance = instances.get(locale);
  if (!instance) {
    instance = load(locale);
    instances.set(locale, instance);
  }
  return instance;
}

/**
 * Some locales say that something does not exist there, such as prefixes of names in Russian, and faker's methods then throw: here
 * they answer in English, so that a domain can be made in every locale.
 */
function definitionsOf({ rawDefinitions }: Faker): LocaleDefinition[] {
  const modules = Object.entries(rawDefinitions).map(([name, entries]) => [
    name,
    entries && Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null)),
  ]);
  return [Object.fromEntries(modules), plain.rawDefinitions];
}

function load(locale: string): Faker {
  // Not a path that leads elsewhere.
  if (/^[a-z]+(_[A-Za-z]+)*$/.test(locale)) {
    try {
      // `require` does not know the types of what it loads; each locale's module has this one export beside the default.
      return (require(`@faker-js/faker/locale/${locale}`) as { readonly faker: Faker }).faker;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    }
  }
  throw new RangeError(
    `faker has no locale "${locale}"; it has en_US, de, ja and those of https://fakerjs.dev/guide/localization.`,
  );
}
