import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type DefinitionError,
  type DomainDefinition,
  field,
  mistakesOf,
  modelOf,
  vocabulary,
} from '../../src/definition/index.ts';
import { testedDomains } from '../support/domains.ts';

const config = z.strictObject({ volumes: z.strictObject({ things: z.int().default(1) }).prefault({}) });
const { root, many, one, branches, some } = vocabulary<z.output<typeof config>>();

/** A sound domain whose two entities can be spoilt. */
function domainWith(changes: { domain?: object; thing?: object; part?: object }): DomainDefinition {
  const thing = {
    name: 'Thing',
    description: 'A thing.',
    rows: root('things'),
    fields: { id: field.key('Its key.'), code: field.string('Its code.', { unique: true }) },
    values: { code: () => 'x' },
    ...changes.thing,
  };
  const part = {
    name: 'Part',
    description: 'A part of a thing.',
    rows: many('Thing', 2),
    fields: { id: field.key('Its key.'), thingId: field.reference('Thing', 'Whose.'), size: field.integer('How big.') },
    values: { size: () => 1 },
    ...changes.part,
  };
  const domain = {
    name: 'toy',
    title: 'Toy',
    prefix: 'Toy',
    description: 'For tests.',
    config,
    presets: { SMALL: {} },
    defaultPreset: 'SMALL',
    entities: [thing, part].map((entity) =>
      Object.fromEntries(Object.entries(entity).filter(([, value]) => value !== undefined)),
    ),
    ...changes.domain,
  };
  // Spoilt on purpose: what the types forbid is what the validator has to name.
  return domain as unknown as DomainDefinition;
}

const key = field.key('Its key.');

test('a sound domain has no mistakes', () => {
  expect(mistakesOf(domainWith({}))).toEqual([]);
});

test.each(testedDomains)('$name has no mistakes', ({ domain }) => {
  expect(mistakesOf(domain.definition)).toEqual([]);
});

describe('every mistake is named with its path', () => {
  const cases: [string, Parameters<typeof domainWith>[0], string, RegExp][] = [
    ['a domain in upper case', { domain: { name: 'Toy' } }, 'name', /lower case/],
    ['an unknown default preset', { domain: { defaultPreset: 'BIG' } }, 'defaultPreset', /no preset "BIG"/],
    [
      'a configuration without defaults',
      { domain: { config: z.object({ volumes: z.object({}) }) } },
      'config',
      /empty configuration/,
    ],
    ['a duplicate entity', { part: { name: 'Thing' } }, 'entities.Thing', /twice/],
    ['a duplicate plural', { part: { plural: 'things' } }, 'entities.toyThings', /plural/],
    ['an entity in lower case', { part: { name: 'part' } }, 'part', /UpperCamelCase/],
    ['an entity without a description', { part: { description: ' ' } }, 'Part.description', /empty/],
    ['no key', { part: { fields: { size: field.integer('x') } } }, 'Part.fields', /exactly one key/],
    ['two keys', { part: { fields: { id: key, other: key } } }, 'Part.fields', /exactly one key; there are 2/],
    [
      'two fields of one column',
      { thing: { fields: { id: key, aB: field.string('x'), a_b: field.string('x') } } },
      'Thing.fields',
      /column "a_b"/,
    ],
    [
      'a field without a description',
      { part: { fields: { id: key, size: field.integer('') } } },
      'Part.fields.size.description',
      /empty/,
    ],
    [
      'an unknown reference',
      { part: { fields: { id: key, ownerId: field.reference('Nobody', 'x') } } },
      'Part.fields.ownerId',
      /unknown entity "Nobody"/,
    ],
    [
      'a reference without Id',
      { part: { fields: { id: key, thing: field.reference('Thing', 'x') } } },
      'Part.fields.thing',
      /end in "Id"/,
    ],
    [
      'an empty enumeration',
      { part: { fields: { id: key, size: field.enumeration([], 'x') } } },
      'Part.fields.size.values',
      /empty/,
    ],
    [
      'a repeated value',
      { part: { fields: { id: key, size: field.enumeration(['a', 'a'], 'x') } } },
      'Part.fields.size.values',
      /"a" occurs twice/,
    ],
    [
      'a value in upper case',
      { part: { fields: { id: key, size: field.enumeration(['A'], 'x') } } },
      'Part.fields.size.values',
      /lower_snake_case/,
    ],
    [
      'a filter on json',
      { part: { fields: { id: key, size: field.json('x', { filter: true }) } } },
      'Part.fields.size',
      /cannot be filtered/,
    ],
    ['an unknown owner', { part: { rows: many('Nobody', 1) } }, 'Part.rows', /unknown entity "Nobody"/],
    ['an unknown volume', { thing: { rows: root('dragons' as 'things') } }, 'Thing.rows', /unknown volume "dragons"/],
    ['rows under themselves', { thing: { rows: one('Part') } }, 'Thing.rows', /hangs under itself/],
    [
      'branches without a discriminator',
      { part: { rows: branches('size', { a: many('Thing', 1), b: one('Thing') }) } },
      'Part.rows.a',
      /not a value/,
    ],
    ['a missing value', { part: { values: {} } }, 'Part.values.size', /missing/],
    ['a value without a field', { part: { values: { size: () => 1, wings: () => 2 } } }, 'Part.values.wings', /no field/],
    [
      'a missing link',
      { thing: { fields: { id: key, code: field.string('x'), partId: field.reference('Part', 'x', { deferred: true }) } } },
      'Thing.links.partId',
      /missing/,
    ],
    ['a link of no reference', { part: { links: { size: () => null } } }, 'Part.links.size', /not a reference/],
    ['a look-up without an index', { part: { lookups: { size: 'size' } } }, 'Part.lookups.size', /not indexed/],
    ['a look-up of no field', { part: { lookups: { name: 'name' } } }, 'Part.lookups.name', /no field "name"/],
    [
      'a look-up through no reference',
      { part: { lookups: { name: { via: 'size', field: 'code' } } } },
      'Part.lookups.name',
      /not a reference/,
    ],
    ['a person without a name', { part: { person: { via: 'thingId' } } }, 'Part.person', /person's name/],
    ['a join of no references', { part: { joins: ['size', 'thingId'] } }, 'Part.joins', /not a reference/],
    [
      'a relation named like a field',
      { thing: { fields: { id: key, parts: field.integer('x') }, values: { parts: () => 1 } } },
      'Thing.parts',
      /have this name/,
    ],
    [
      'a cycle without a deferred edge',
      {
        thing: {
          fields: { id: key, partId: field.reference('Part', 'x', { inverse: false }) },
          links: { partId: () => null },
          values: {},
        },
      },
      'Thing.fields',
      /Thing -> Part -> Thing form a cycle/,
    ],
    ['a title in lower case', { domain: { title: 'my toy' } }, 'title', /UpperCamelCase/],
    ['a prefix with a hyphen', { domain: { prefix: 'Toy-' } }, 'prefix', /UpperCamelCase/],
    ['no entities', { domain: { entities: [] } }, 'entities', /empty/],
    ['a configuration without volumes', { domain: { config: z.object({}) } }, 'config.volumes', /whole numbers/],
    [
      'a preset that is no configuration',
      { domain: { presets: { SMALL: { volumes: { thigns: 1 } } } } },
      'presets.SMALL',
      /volumes: .*"thigns"/,
    ],
    ['a preset in lower case', { domain: { presets: { SMALL: {}, large: {} } } }, 'presets.large', /SCREAMING_SNAKE/],
    ['a value that is no function', { part: { values: { size: 1 } } }, 'Part.values.size', /must be a function: `size: \(\) => /],
    ['a series of one', { part: { rows: one('Thing'), values: undefined, series: () => [] } }, 'Part.rows', /`many` or `some`/],
    [
      'a filter that means something else',
      { part: { fields: { id: key, not: field.integer('x', { filter: true }) }, values: { not: () => 1 } } },
      'Part.fields.not',
      /choose another name/,
    ],
    [
      "a filter that finds people's names",
      {
        thing: {
          fields: { id: key, name: field.string('x', { filter: true }) },
          values: { name: () => 'x' },
          person: { first: 'name', last: 'name' },
        },
      },
      'Thing.fields.name',
      /person's name/,
    ],
    ['a look-up named id', { thing: { lookups: { id: 'code' } } }, 'Thing.lookups.id', /every entity has/],
    ['no strategy', { part: { values: undefined } }, 'Part', /exactly one of values, series and derive; it has none/],
    ['two strategies', { part: { series: () => [] } }, 'Part', /it has values and series/],
    [
      'an unknown source',
      { part: { values: undefined, derive: { from: ['Nobody'], make: () => ({}) } } },
      'Part.derive.from',
      /"Nobody" is unknown/,
    ],
  ];

  test.each(cases)('%s', (_, changes, path, message) => {
    const mistakes = mistakesOf(domainWith(changes));
    expect(mistakes).toContainEqual({ path, message: expect.stringMatching(message) });
  });
});

test('all mistakes are told at once', () => {
  const spoilt = domainWith({ thing: { description: '' }, part: { description: '' } });
  const told = (() => {
    try {
      modelOf(spoilt);
    } catch (error) {
      return error as DefinitionError;
    }
    return undefined;
  })();
  expect(told?.code).toBe('INVALID_DEFINITION');
  expect(told?.mistakes.map(({ path }) => path)).toEqual(['Thing.description', 'Part.description']);
});

test('a cycle with a deferred edge is sound', () => {
  const fields = {
    id: key,
    code: field.string('x', { unique: true }),
    partId: field.reference('Part', 'x', { deferred: true, inverse: false }),
  };
  expect(mistakesOf(domainWith({ thing: { fields, links: { partId: () => null } } }))).toEqual([]);
  expect(some('Thing', () => [1]).branches).toHaveLength(1);
});
