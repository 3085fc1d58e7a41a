import { expect, test } from 'vitest';
import { type DomainDefinition, mistakesOf, modelOf, type RestResource, snakeCase } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { levelsOf } from '../../src/push/index.ts';
import { extendedSchool } from '../fixtures/extended-school.ts';
import { kindOf } from './content.ts';
import { bulk, kinds } from './green-school-table.ts';
import { domain, openPushing } from './pushing.ts';

const resources = school.rest?.resources ?? {};

test("the school's mapping is the table of the document, whole", () => {
  const mapped = Object.entries(resources).map(([name, { path, required }]) => [
    kindOf(domain.entity(name)),
    { path: `${school.rest?.prefix}${path.replace(/\{\w+\}/, (field) => snakeCase(field))}`, required: required.map(snakeCase) },
  ]);
  const table = Object.entries(kinds).map(([kind, { path, required }]) => [kind, { path: `/api/v1/${path}`, required }]);
  expect(Object.fromEntries(mapped)).toEqual(Object.fromEntries(table));
  const { path, groupBy, list } = resources.Attendance?.bulk ?? { groupBy: [] };
  expect(path).toBe(`/${bulk.path}`);
  expect([...groupBy.map(snakeCase), list]).toEqual(expect.arrayContaining(bulk.required));
});

test('natural keys tell every row of a dataset from all others', async () => {
  const { source, close } = await openPushing();
  for (const [name, { naturalKey = [] }] of Object.entries(resources)) {
    const entity = domain.entity(name);
    const [page] = await source.find({ entity, order: [], limit: 10_000 });
    const keys = page?.rows.map((row) => JSON.stringify(naturalKey.map((field) => row[entity.fieldNamed(field).index])));
    expect({ name, keys: new Set(keys).size }).toEqual({ name, keys: page?.rows.length });
  }
  await close();
});

/** The school with one resource changed. */
function schoolWith(name: string, change: Partial<RestResource>): DomainDefinition {
  const changed = { ...(resources[name] as RestResource), ...change };
  return { ...school, rest: { prefix: '/api/v1', resources: { ...resources, [name]: changed } } };
}

test.each<[string, DomainDefinition, RegExp]>([
  ['a prefix that is no path', { ...school, rest: { prefix: 'api v1', resources } }, /must be a path/],
  [
    'an unknown entity',
    { ...school, rest: { prefix: '', resources: { ...resources, Wing: { path: '/wings', required: [] } } } },
    /no such entity/,
  ],
  ['a path that is none', schoolWith('Room', { path: 'rooms' }), /must be a path/],
  ['a path with what is no reference', schoolWith('Room', { path: '/rooms/{capacity}' }), /must be a reference/],
  ['an unknown field', schoolWith('Room', { required: ['wings'] }), /"wings" of required is not a field/],
  ['a needed field that is omitted', schoolWith('Room', { omit: ['roomNumber'] }), /needed, and in omit/],
  ['a secret that is looked up by', schoolWith('User', { naturalKey: ['password'] }), /secret/],
  ['two fields of one name', schoolWith('Room', { rename: { floor: 'building' } }), /sent twice/],
  [
    'a bulk that is not by a reference',
    schoolWith('Attendance', { bulk: { path: '/x', groupBy: ['status'], list: 'items' } }),
    /must be a reference/,
  ],
  [
    'a reference to what is not sent',
    { ...school, rest: { prefix: '', resources: { Room: resources.Room as RestResource } } },
    /cannot be needed/,
  ],
])('the validator finds %s', (_, definition, message) => {
  expect(
    mistakesOf(definition)
      .map((mistake) => `${mistake.path}: ${mistake.message}`)
      .join('\n'),
  ).toMatch(message);
});

test('the validator is content with the school', () => {
  expect(mistakesOf(school)).toEqual([]);
});

test('a reference that cannot be sent with its record is left out', () => {
  const extended = modelOf(extendedSchool);
  const students = levelsOf(extended)
    .flat()
    .find(({ entity }) => entity.name === 'Student');
  const own = Object.keys(extended.entity('Student').definition.fields);
  const sent = students?.fields.map(({ field }) => field.name) ?? [];
  expect(own.filter((name) => !sent.includes(name))).toEqual(['id', 'buddyId']);
});
