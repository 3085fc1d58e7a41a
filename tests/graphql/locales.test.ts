import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { type Harness, harness } from './harness.ts';

let api: Harness;

beforeAll(async () => {
  api = await harness(modelOf(school));
});

afterAll(() => api.gateway.dispose());

/** Seeds a dataset of its own and gives its name. */
async function seeded(locale: string, overrides = ''): Promise<string> {
  const dataset = `in-${locale.toLowerCase().replace('_', '-')}`;
  await api.data(`mutation { seedSchool(preset: SMALL, dataset: "${dataset}", overrides: { locale: ${locale} ${overrides} }) }`);
  return dataset;
}

interface People {
  readonly students: {
    readonly nodes: readonly {
      readonly studentId: string;
      readonly user: { readonly firstName: string; readonly lastName: string; readonly email: string };
    }[];
  };
}

const people = '{ students(first: 50) { nodes { studentId user { firstName lastName email } } } }';

describe('a dataset in a locale', () => {
  test('is seeded by the name of the locale, and found by names in its script, whichever order they have', async () => {
    const headers = { 'x-dataset': await seeded('JA', ', school: { state: KYOTO }') };
    const { data } = await api.ask<People & { schools: { nodes: readonly object[] } }>(
      '{ students(first: 50) { nodes { studentId user { firstName lastName email } } } schools(filter: {state: {eq: "京都府"}}) { nodes { city country postalCode timezone } } }',
      {},
      headers,
    );
    expect(data.schools.nodes).toEqual([
      { city: '京都市', country: 'Japan', postalCode: expect.stringMatching(/^60[02]-\d{4}$/), timezone: 'Asia/Tokyo' },
    ]);
    const [{ studentId, user } = { studentId: '', user: { firstName: '', lastName: '', email: '' } }] = data.students.nodes;
    expect(user.email).toMatch(/^[a-z]+\.[a-z]+1000@students\.midoriya-shogakko\.example$/);
    const found = await api.ask<People>(
      `{ students(filter: {name: "${user.firstName} ${user.lastName}"}) { nodes { studentId user { firstName lastName email } } } }`,
      {},
      headers,
    );
    expect(found.data.students.nodes.map((node) => node.studentId)).toContain(studentId);
  });

  test('has further rows in the same locale, and keeps those it has', async () => {
    const headers = { 'x-dataset': await seeded('HI') };
    const before = await api.ask<People>(people, {}, headers);
    const added = await api.ask<{ generateStudents: People['students'] & { students: People['students']['nodes'] } }>(
      'mutation { generateStudents(input: { count: 3, with: { gradeLevel: 2 } }) { students { studentId user { firstName lastName email } } } }',
      {},
      headers,
    );
    for (const { user } of added.data.generateStudents.students) {
      expect(`${user.firstName}${user.lastName}`).toMatch(/^\p{Script=Devanagari}+$/u);
      expect(user.email).toMatch(/^[a-z]+\.[a-z]+10\d\d@/);
    }
    const after = await api.ask<People>(people, {}, headers);
    expect(after.data.students.nodes.slice(0, 10)).toEqual(before.data.students.nodes);
    expect(after.data.students.nodes.length).toBe(13);
  });

  test('takes names of any script, and gives them addresses in plain letters', async () => {
    const headers = { 'x-dataset': await seeded('DE') };
    const emailOf = async (firstName: string, lastName: string) => {
      const { data } = await api.ask<{ generateUsers: { users: readonly { email: string; username: string }[] } }>(
        'mutation ($with: GenerateUsersWith) { generateUsers(input: { count: 1, with: $with }) { users { email username } } }',
        { with: { firstName, lastName } },
        headers,
      );
      const [user] = data.generateUsers.users;
      return [user?.email.replace(/\d+@.*/, ''), user?.username.replace(/\d+$/, '')];
    };
    expect(await emailOf('Jörg', 'Weiß')).toEqual(['joerg.weiss', 'jweiss.a']);
    expect(await emailOf('Chloé', 'Ørsted')).toEqual(['chloe.orsted', 'corsted.a']);
    // Names that have no plain form leave the number, which makes them unique.
    expect(await emailOf('さくら', '田中')).toEqual(['', 'a']);
    expect(await emailOf('Sakura', '田中')).toEqual(['sakura', 's.a']);
  });

  test('has no more school days than its country', async () => {
    const headers = { 'x-dataset': await seeded('FR', ', volumes: { attendanceDays: 174 }') };
    const { errors } = await api.ask(
      'mutation { generateAttendances(input: { count: 11 }) { attendances { id } } }',
      {},
      headers,
    );
    expect(errors?.[0]?.message).toContain('has 174');
  });
});

test('mistakes say what the locale has', async () => {
  const { errors } = await api.ask('mutation { seedSchool(preset: SMALL, overrides: { locale: ES, school: { state: TEXAS } }) }');
  expect(errors?.[0]?.extensions.code).toBe('INVALID_CONFIGURATION');
  expect(errors?.[0]?.message).toContain('"Texas" is not in the country of the locale es, Spain; there are Andalucia');
});
