import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type CellRow,
  type DefinitionError,
  type EntityModel,
  extendDomain,
  extendEntity,
  field,
  modelOf,
  vocabulary,
} from '../../src/definition/index.ts';
import { Attendance, type SchoolConfig, Student, school } from '../../src/domains/school/index.ts';
import { objectOf } from '../../src/generate/index.ts';
import { extendedSchool } from '../fixtures/extended-school.ts';
import { library, libraryModel, MemberRecord } from '../fixtures/library.ts';
import { openWorkshop } from '../support/gateway-parts.ts';
import { type MadeRows, makeRows } from '../support/rows.ts';

const request = { preset: 'SMALL', seed: 42 };
const plain = modelOf(school);
const extended = modelOf(extendedSchool);
const before = makeRows(plain, request);
const after = makeRows(extended, request);

/** The fields whose values the fixture makes otherwise. */
const overridden: readonly string[] = ['Merit.reason'];

describe('an extension changes nothing but what it names', () => {
  test.each(plain.entities.map((entity) => ({ name: entity.name, entity })))('$name', ({ name, entity }) => {
    const now = extended.entity(name);
    const columns = (model: EntityModel, rows: readonly CellRow[] = []) =>
      entity.fields
        .filter((one) => !overridden.includes(`${name}.${one.name}`))
        .map((one) => rows.map((row) => row[model.fieldNamed(one.name).index]));
    expect(columns(now, after.rows.get(now))).toEqual(columns(entity, before.rows.get(entity)));
  });

  test('nor the domain that it was made of', () => {
    expect(school.entities).toHaveLength(plain.entities.length);
    expect(school.config.safeParse({ buses: {} }).success).toBe(false);
    expect(Student.fields).not.toHaveProperty('busLine');
  });
});

function rowsOf(made: MadeRows, name: string): Readonly<Record<string, unknown>>[] {
  const entity = made.plan.domain.entity(name);
  return (made.rows.get(entity) ?? []).map((row) => objectOf(entity, row));
}

describe('functions of an extension', () => {
  test('see the other values of their row', () => {
    const students = rowsOf(after, 'Student');
    const byBus = students.filter(({ transport }) => transport === 'school_bus');
    expect(byBus.length).toBeGreaterThan(0);
    expect(students.filter(({ busLine }) => busLine !== null)).toEqual(byBus);
    for (const { label, size, number } of rowsOf(after, 'Locker')) expect(label).toBe(`${size} ${number}`);
  });

  test('see the values of other rows', () => {
    const students = new Map(rowsOf(after, 'Student').map((student) => [student.id, student]));
    const passes = rowsOf(after, 'BusPass');
    expect(passes).toHaveLength(students.size);
    for (const { studentId, line, holder } of passes) {
      const student = students.get(studentId);
      expect({ line, holder }).toEqual({ line: student?.busLine, holder: student?.studentId });
    }
  });

  test('override what is there, which they may ask for', () => {
    const originals = rowsOf(before, 'Merit').map(({ reason }) => reason);
    const reasons = rowsOf(after, 'Merit').map(({ reason }) => reason);
    const categories = rowsOf(after, 'Merit').map(({ category }) => category);
    expect(reasons.map((reason) => String(reason).replace(/!?\)$/, ')'))).toEqual(
      originals.map((original, index) => `${original} (${categories[index]})`),
    );
    const loud = reasons.filter((reason) => String(reason).endsWith('!)')).length;
    expect(loud).toBeGreaterThan(0);
    expect(loud).toBeLessThan(reasons.length);
  });

  test('add to the rows of a series', () => {
    const records = rowsOf(after, 'Attendance');
    expect(records.some(({ note }) => note !== null)).toBe(true);
    for (const { note, status } of records) expect(note !== null).toBe(status === 'absent');
  });

  test('follow the values that a user fixes', async () => {
    const { jobs } = await openWorkshop([extended]);
    const entity = extended.entity('Student');
    const rows = await jobs.generate({ entity, dataset: 'default', count: 20, with: { transport: 'school_bus' } });
    expect(rows.map((row) => objectOf(entity, row).busLine)).not.toContain(null);
  });

  test('may be put over those of another extension', () => {
    const { extendEntity } = vocabulary<SchoolConfig>();
    const once = extendEntity(Student, {
      values: { transport: (_scope, original) => (original() === 'car' ? 'walk' : original()) },
    });
    const twice = extendEntity(once, {
      fields: { way: field.string('In words.') },
      values: {
        transport: (_scope, original) => (original() === 'walk' ? 'bicycle' : original()),
        way: (_scope, row) => `by ${row.transport}`,
      },
    });
    const made = rowsOf(makeRows(modelOf(extendDomain(school, { extend: [twice] })), request), 'Student');
    const plainly = rowsOf(before, 'Student').map(({ transport }) => String(transport));
    expect(made.map(({ transport }) => transport)).toEqual(
      plainly.map((transport) => (['car', 'walk'].includes(transport) ? 'bicycle' : transport)),
    );
    for (const { transport, way } of made) expect(way).toBe(`by ${transport}`);
  });

  test('that need each other are named', () => {
    const circular = extendEntity(Student, {
      fields: { a: field.integer('A.'), b: field.integer('B.') },
      values: { a: (_scope, row) => row.b + 1, b: (_scope, row) => row.a + 1 },
    });
    expect(() => makeRows(modelOf(extendDomain(school, { extend: [circular] })), request)).toThrow(
      'These values need each other: Student.b -> Student.a -> Student.b.',
    );
  });

  test('of another row read what is made by values alone', () => {
    const late = extendEntity(Student, {
      fields: { lastDay: field.string('X.') },
      values: { lastDay: (scope) => scope.read(Attendance, [...scope.address, 0]).status },
    });
    expect(() => makeRows(modelOf(extendDomain(school, { extend: [late] })), request)).toThrow(
      /Attendance\.status cannot be read from elsewhere/,
    );
  });
});

test('a roll-up gets fields and overrides too', () => {
  const changed = extendEntity(MemberRecord, {
    fields: { note: field.string('X.') },
    values: { note: (_scope, row) => `${row.loans} loans`, fines: (_scope, original) => original() + 1 },
  });
  const small = { overrides: { volumes: { members: 3 } } };
  const plainly = rowsOf(makeRows(libraryModel, small), 'MemberRecord');
  const made = rowsOf(makeRows(modelOf(extendDomain(library, { extend: [changed] })), small), 'MemberRecord');
  expect(made).toEqual(plainly.map((row) => ({ ...row, fines: Number(row.fines) + 1, note: `${row.loans} loans` })));
});

describe('a configuration that was extended', () => {
  const parse = (given: unknown) => extendedSchool.config.safeParse(given);

  test('has the new keys beside the old ones', () => {
    expect(parse({ volumes: { lockers: 9 } }).data).toMatchObject({
      volumes: { lockers: 9, students: 50, parents: 50 },
      buses: { lines: 3 },
    });
  });

  test.each([
    ['an unknown key', { busses: {} }, 'busses'],
    ['an unknown volume', { volumes: { locker: 1 } }, 'locker'],
    ['a new key out of range', { volumes: { lockers: -1 } }, 'lockers'],
    ['rates that do not add up', { attendance: { presentRate: 0.1 } }, 'add up to 1'],
    ['more subjects than there are', { volumes: { subjects: 64 } }, 'subjects are known'],
  ])('refuses %s as before', (_, given, message) => {
    expect(JSON.stringify(parse(given).error?.issues)).toContain(message);
  });

  test('keeps its descriptions', () => {
    const json = JSON.stringify(z.toJSONSchema(extendedSchool.config, { io: 'input', unrepresentable: 'any' }));
    for (const text of ['How many rows there are.', 'Lockers of a school.', 'School buses.', 'Teachers of a school.'])
      expect(json).toContain(text);
  });

  test('has further presets, and those of before with more in them', () => {
    expect(Object.keys(extendedSchool.presets)).toEqual(['SMALL', 'MEDIUM', 'LARGE', 'DISTRICT', 'BUSY']);
    expect(rowsOf(after, 'Locker')).toHaveLength(3);
    expect(rowsOf(after, 'Student')).toHaveLength(10);
  });
});

const part = { description: 'X.', rows: { branches: [], by: undefined }, fields: {}, values: {} };

describe('every mistake of an extension is named with its path', () => {
  const fields = { height: field.integer('In cm.') };
  const cases: [string, object, string, RegExp][] = [
    ['no function for a new field', { fields }, 'Student.values.height', /is missing: write `height: \(scope, row\) => /],
    [
      'a field that is there',
      { fields: { gender: field.string('X.') }, values: { gender: () => 'x' } },
      'Student.fields.gender',
      /is there already; .* `values` alone/,
    ],
    [
      'a function without a field',
      { values: { wings: () => 2 } },
      'Student.values.wings',
      /has no field; there are id, schoolId/,
    ],
    ['a second key', { fields: { other: field.key('X.') } }, 'Student.fields.other', /an entity has one/],
    ['a value for the key', { values: { id: () => 'x' } }, 'Student.values.id', /follows from where/],
    ['a value for a reference', { values: { userId: () => 'x' } }, 'Student.values.userId', /into `links`/],
    ['a link for a value', { links: { gender: () => null } }, 'Student.links.gender', /into `values`/],
    ['a link without a field', { links: { wingsId: () => null } }, 'Student.links.wingsId', /has no field/],
    [
      'a link that follows',
      { links: { schoolId: () => [0] } },
      'Student.links.schoolId',
      /follows from what the rows hang under/,
    ],
    ['a look-up that is there', { lookups: { email: 'gender' } }, 'Student.lookups.email', /another name/],
    [
      'a part that cannot be',
      { rows: {} },
      'Student.rows',
      /cannot be extended; an extension has fields, values, links, lookups/,
    ],
  ];
  test.each(cases)('%s', (_, extension, path, message) => {
    // Wrong on purpose: what the types forbid is what has to be named.
    const error = thrown(() => extendEntity(Student, extension as { values: object }));
    expect(error.mistakes).toContainEqual({ path, message: expect.stringMatching(message) });
  });

  const ofDomain: [string, object, string, RegExp][] = [
    [
      'an entity that is there',
      { entities: [{ ...part, name: 'Student' }] },
      'entities.Student',
      /put extendEntity\(Student, \.\.\.\) into `extend`/,
    ],
    [
      'an unknown entity',
      { extend: [{ ...part, name: 'Wizard' }] },
      'extend.Wizard',
      /which has School, User, .*into `entities`/,
    ],
    ['an entity twice', { extend: [Student, Student] }, 'extend.Student', /twice/],
    [
      'a configuration key that is there',
      { config: z.object({ volumes: z.object({ students: z.int().default(1) }) }) },
      'config.volumes.students',
      /is there already/,
    ],
    ['a configuration that is no object', { config: z.string() }, 'config', /must be a `z\.object/],
    ['a key that is none', { entity: [] }, 'entity', /which has entities, extend/],
  ];
  test.each(ofDomain)('%s', (_, extension, path, message) => {
    const error = thrown(() => extendDomain(school, extension));
    expect(error.mistakes).toContainEqual({ path, message: expect.stringMatching(message) });
  });

  test('all at once', () => {
    const error = thrown(() => extendEntity(Student, { fields, values: { wings: () => 2 } } as unknown as { values: object }));
    expect(error.code).toBe('INVALID_DEFINITION');
    expect(error.message).toMatch(/^The extension of Student has 2 mistakes:\n/);
  });
});

function thrown(work: () => unknown): DefinitionError {
  try {
    work();
  } catch (error) {
    return error as DefinitionError;
  }
  throw new Error('Nothing was thrown.');
}
