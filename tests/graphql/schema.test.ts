import { buildSchema, type GraphQLSchema, isObjectType, validateSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineDomain, field, modelOf, vocabulary } from '../../src/definition/index.ts';
import { createSchema, printParts } from '../../src/graphql/index.ts';
import { libraryModel } from '../fixtures/library.ts';

const config = z.strictObject({ volumes: z.strictObject({ things: z.int().default(1) }).prefault({}) });
const { defineEntity, root } = vocabulary<z.output<typeof config>>();

/** A domain of one entity, with other parts of a configuration where a test needs them. */
function domainOf(name: string, prefix: string, extra: z.ZodRawShape = {}, entity = 'Thing', plural?: string) {
  const Thing = defineEntity({
    name: entity,
    ...(plural !== undefined && { plural }),
    description: 'A thing.',
    rows: root('things'),
    fields: {
      id: field.key('The key.'),
      state: field.enumeration(['brand_new', 'used'], 'How it is.', { filter: true }),
    },
    values: { state: ({ random }) => random.pick(['brand_new', 'used']) },
  });
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const parts = { name, title, prefix, description: 'Things.', presets: { SMALL: {} }, defaultPreset: 'SMALL' };
  return modelOf(defineDomain({ ...parts, config: config.extend(extra) as typeof config, entities: [Thing] }));
}

const printed = (schema: GraphQLSchema, name: string) => Object.keys(schema.getTypeMap()).includes(name);

describe('the derived schema', () => {
  test('is valid, and describes every type and field', () => {
    const { schema } = createSchema([libraryModel]);
    expect(validateSchema(schema)).toEqual([]);
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('__')) continue;
      expect(type.description, type.name).toBeTruthy();
      for (const part of Object.values(type.getFields())) expect(part.description, `${type.name}.${part.name}`).toBeTruthy();
    }
  });

  test('prints as a common part and one a domain, which together are the schema', () => {
    const domains = [libraryModel, domainOf('depot', 'Depot')];
    const built = createSchema(domains);
    const parts = printParts(built, domains);
    expect(parts.map(({ name }) => name)).toEqual(['common', 'library', 'depot']);
    expect(parts[0]?.sdl).not.toMatch(/Lib|Depot/);
    const again = buildSchema(parts.map(({ sdl }) => sdl).join('\n'));
    expect(Object.keys(again.getTypeMap()).sort()).toEqual(Object.keys(built.schema.getTypeMap()).sort());
    expect(Object.keys(again.getQueryType()?.getFields() ?? {})).toHaveLength(
      Object.keys(built.schema.getQueryType()?.getFields() ?? {}).length,
    );
    expect(printParts(createSchema(domains), domains)).toEqual(parts);
  });

  test('writes enumerations in SCREAMING_SNAKE', () => {
    const { schema } = createSchema([domainOf('depot', 'Depot')]);
    const values = schema.getType('DepotThingState')?.toConfig() as { values: Record<string, { value: string }> };
    expect(Object.entries(values.values).map(([name, { value }]) => [name, value])).toEqual([
      ['BRAND_NEW', 'brand_new'],
      ['USED', 'used'],
    ]);
  });

  test('takes the configuration apart: what cannot be an input is JSON', () => {
    const extra = {
      rates: z
        .strictObject({ good: z.number().describe('Share of good ones.'), mood: z.enum(['very happy', '2nd']) })
        .partial()
        .optional(),
      people: z.array(z.strictObject({ name: z.string() })).default([]),
      free: z.record(z.string(), z.number()).default({}),
      grid: z.array(z.array(z.int())).default([]),
      either: z.union([z.string(), z.number()]).optional(),
    };
    const { schema } = createSchema([domainOf('depot', 'Depot', extra)]);
    const fields = (name: string) => {
      const type = schema.getType(name);
      return type && 'getFields' in type
        ? Object.fromEntries(Object.values(type.getFields()).map((part) => [part.name, String(part.type)]))
        : undefined;
    };
    expect(fields('DepotOverrides')).toEqual({
      volumes: 'DepotVolumes',
      rates: 'DepotRates',
      people: '[DepotPeople!]',
      free: 'JSON',
      grid: 'JSON',
      either: 'JSON',
    });
    expect(fields('DepotRates')).toEqual({ good: 'Float', mood: 'DepotRatesMood' });
    expect(fields('DepotVolumes')).toEqual({ things: 'Int' });
    const mood = schema.getType('DepotRatesMood')?.toConfig() as { values: Record<string, { value: string }> };
    expect(mood.values).toMatchObject({ VERY_HAPPY: { value: 'very happy' }, _2ND: { value: '2nd' } });
  });

  test('gives a nested override another name where an entity has it', () => {
    const { schema } = createSchema([domainOf('depot', 'Depot', { thing: z.strictObject({ size: z.int() }).optional() })]);
    expect(printed(schema, 'DepotThingOverrides')).toBe(true);
  });

  test('refuses two types, or two fields, of one name', () => {
    expect(() => createSchema([domainOf('a', ''), domainOf('b', '')])).toThrow(
      'would be the name of two GraphQL types; rename the entity',
    );
  });

  test('refuses an entity that would hide a type of ours', () => {
    expect(() => createSchema([domainOf('depot', '', {}, 'Job')])).toThrow('Job: is a type of the API itself');
  });
});

describe('names of the API itself', () => {
  const schemas = [libraryModel, domainOf('depot', '')].map((domain) => createSchema([domain]).schema);
  const common = (names: (schema: GraphQLSchema) => string[]) => {
    const [first = [], ...others] = schemas.map(names);
    return first.filter((name) => !name.startsWith('__') && others.every((other) => other.includes(name)));
  };
  const fieldsOf = (root: 'Query' | 'Mutation') => (schema: GraphQLSchema) => {
    const type = schema.getType(root);
    return isObjectType(type) ? Object.keys(type.getFields()) : [];
  };
  const types = common((schema) => Object.keys(schema.getTypeMap()));
  const clashOf = (...names: [string, string?]) => {
    try {
      createSchema([domainOf('depot', '', {}, ...names)]);
    } catch (error) {
      return error;
    }
    throw new Error(`${names} was taken.`);
  };

  test.each(types.filter((name) => !name.endsWith('Filter')))('no entity is called %s', (name) => {
    expect(clashOf(name)).toMatchObject({ code: 'INVALID_DEFINITION', message: expect.stringContaining(`${name}: is a type`) });
  });

  test.each(common(fieldsOf('Query')))('no plural is %s', (name) => {
    expect(clashOf('Thing', name)).toMatchObject({
      code: 'INVALID_DEFINITION',
      message: expect.stringContaining(`Query.${name}`),
    });
  });

  test.each(['order-items', '__x', 'größen', 'Things'])('nor %s', (name) => {
    expect(clashOf('Thing', name)).toMatchObject({
      code: 'INVALID_DEFINITION',
      message: expect.stringContaining('Thing.plural'),
    });
  });
});
