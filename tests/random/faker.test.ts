import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Faker } from '@faker-js/faker';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineDomain, field, modelOf, vocabulary } from '../../src/definition/index.ts';
import { bindFaker, keyOfSeed, Stream } from '../../src/random/index.ts';
import { makeRows } from '../support/rows.ts';

const locales = readdirSync(join(dirname(fileURLToPath(import.meta.resolve('@faker-js/faker'))), 'locale'))
  .filter((file) => file.endsWith('.js'))
  .map((file) => file.replace(/\.js$/, ''));

/** A faker that draws from a stream that begins again with each. */
function fresh(locale?: string): Faker {
  const stream = new Stream().start(keyOfSeed(42));
  return bindFaker(() => stream.next(), locale);
}

/** The last one writes a warning that it will be removed. */
const uncalled = ['constructor', 'urlLoremFlickr'];

/** Every method that answers without arguments, by its name. */
function methodsOf(faker: Faker): Map<string, () => unknown> {
  const modules = Object.entries(faker).filter(
    ([name, module]) => typeof module === 'object' && module && !/^_|efinitions$/.test(name),
  );
  const named = modules.flatMap(([name, module]) => {
    const methods = new Set<string>();
    for (let type = Object.getPrototypeOf(module); type && type !== Object.prototype; type = Object.getPrototypeOf(type))
      for (const method of Object.getOwnPropertyNames(type)) if (!uncalled.includes(method)) methods.add(method);
    return [...methods].map((method): [string, () => unknown] => [`${name}.${method}`, () => module[method]()]);
  });
  return new Map(named);
}

function failure(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

describe('the faker of a locale', () => {
  const english = [...methodsOf(fresh())].filter(([, call]) => failure(call) === undefined).map(([name]) => name);

  test.each(locales)('%s: what answers in en_US answers', (locale) => {
    const methods = methodsOf(fresh(locale));
    const failures = english.map((name) => [name, failure(methods.get(name) ?? (() => undefined))]);
    expect(english.length).toBeGreaterThan(150);
    expect(failures.filter(([, error]) => error)).toEqual([]);
  });

  test('draws from the stream, and from no clock', () => {
    const draw = () => {
      const faker = fresh('de');
      return [faker.person.fullName(), faker.location.city(), faker.date.past(), faker.date.birthdate()];
    };
    expect(draw()).toEqual(draw());
  });

  test.each(['xx', 'de_XX', '../locale/de', 'De', ''])('"%s" is refused', (locale) => {
    expect(() => fresh(locale)).toThrow(`faker has no locale "${locale}"`);
  });
});

describe('a domain', () => {
  const config = z.strictObject({
    volumes: z.strictObject({ people: z.int().default(40) }).prefault({}),
    locale: z.string().default('en_US'),
  });
  const { defineEntity, root } = vocabulary<z.output<typeof config>>();
  const Somebody = defineEntity({
    name: 'Somebody',
    plural: 'people',
    description: 'Somebody.',
    rows: root('people'),
    fields: { id: field.key('The key.'), lastName: field.string('The name.') },
    values: { lastName: ({ fake }) => fake.person.lastName() },
  });
  const plain = { name: 'people', title: 'People', prefix: 'People', description: 'People.', config, presets: { SOME: {} } };
  const people = (locale?: string, bound = true) => {
    const named = { ...plain, defaultPreset: 'SOME', entities: [Somebody] };
    const domain = modelOf(defineDomain(bound ? { ...named, locale: (given) => given.locale } : named));
    const { rows } = makeRows(domain, { overrides: locale === undefined ? {} : { locale } });
    return rows.get(domain.entity('Somebody')) ?? [];
  };

  test('has names in the locale that its configuration asks for', () => {
    for (const [, name] of people('ja')) expect(name).toMatch(/^\p{Script=Han}+$/u);
    expect(people('el').join()).toMatch(/\p{Script=Greek}/u);
    expect(people('de')).not.toEqual(people('en_US'));
  });

  test('has them in en_US when it names no locale', () => {
    expect(people(undefined, false)).toEqual(people('en_US'));
  });

  test('keeps its keys when its locale changes', () => {
    expect(people('ja').map(([id]) => id)).toEqual(people('en_US').map(([id]) => id));
  });

  test('cannot be made in a locale that faker does not have', () => {
    expect(() => people('xx')).toThrow('faker has no locale "xx"');
  });
});
