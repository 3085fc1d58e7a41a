import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  DatasetDocument,
  DatasetsDocument,
  GenerateStudentsDocument,
  JobsDocument,
  StartSeedSchoolDocument,
  StudentDocument,
} from '../../operations/school/generated/graphql.ts';
import { createTestGateway, type TestGateway, type TestGatewayOptions } from '../../src/testing/index.ts';
import { library } from '../fixtures/library.ts';
import { addStudents, digestOf, studentsIn, testGateway } from './gateways.ts';

describe('what it holds', () => {
  test('nothing without a preset', async () => {
    const gateway = await testGateway();
    expect(await studentsIn(gateway)).toBe(0);
    expect(await digestOf(gateway)).toBeNull();
  });

  test('the preset under the seed, as a seeding by mutation makes it', async () => {
    const made = await testGateway({ preset: 'small', seed: 7 });
    const other = await testGateway();
    await other.execute('mutation { seedSchool(preset: SMALL, seed: 7) }');
    expect(await digestOf(made)).toMatch(/^[0-9a-f]{64}$/);
    expect(await digestOf(made)).toBe(await digestOf(other));
  });

  test('overrides', async () => {
    const gateway = await testGateway({ preset: 'SMALL', overrides: { volumes: { students: 3 } } });
    expect(await studentsIn(gateway)).toBe(3);
  });

  test('the dataset that requests go to, unless they name another', async () => {
    const gateway = await testGateway({ preset: 'SMALL', dataset: 'mine' });
    expect((await gateway.execute(DatasetDocument)).data?.dataset?.name).toBe('mine');
    const query = new URLSearchParams({ query: '{ dataset { name seed } }' });
    const response = await gateway.fetch(`/graphql?${query}`, { headers: { 'x-dataset': 'default' } });
    expect(await response.json()).toEqual({ data: { dataset: { name: 'default', seed: null } } });
  });

  test('a domain of one’s own', async () => {
    const gateway = await testGateway({ domains: [library], preset: 'SMALL' });
    const { data } = await gateway.execute<{ libBooks: { totalCount: number } }>('{ libBooks { totalCount } }');
    expect(data?.libBooks.totalCount).toBeGreaterThan(0);
  });
});

describe('wrong options are refused', () => {
  const wrong: { given: TestGatewayOptions; code: string; inputPath: string[]; message: string }[] = [
    { given: { preset: 'HUGE' }, code: 'UNKNOWN_PRESET', inputPath: ['preset'], message: 'SMALL, MEDIUM, LARGE, DISTRICT' },
    { given: { domain: 'zoo' }, code: 'UNKNOWN_DOMAIN', inputPath: ['domain'], message: 'there are school' },
    { given: { domains: [] }, code: 'UNKNOWN_DOMAIN', inputPath: ['domain'], message: 'none' },
    { given: { seed: 7 }, code: 'PRESET_REQUIRED', inputPath: ['seed'], message: 'SMALL' },
    { given: { overrides: {} }, code: 'PRESET_REQUIRED', inputPath: ['overrides'], message: 'SMALL' },
    { given: { preset: 'SMALL', seed: -1 }, code: 'INVALID_SEED', inputPath: ['seed'], message: 'from 0' },
    { given: { dataset: 'No!' }, code: 'INVALID_DATASET_NAME', inputPath: ['dataset'], message: 'a-z' },
    {
      given: { preset: 'SMALL', overrides: { volumes: { students: -1 } } },
      code: 'INVALID_CONFIGURATION',
      inputPath: ['overrides', 'volumes', 'students'],
      message: 'volumes.students',
    },
  ];
  test.for(wrong)('$given', async ({ given, code, inputPath, message }) => {
    await expect(createTestGateway(given)).rejects.toMatchObject({ code, inputPath, message: expect.stringContaining(message) });
  });
});

describe('execute', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await createTestGateway({ preset: 'SMALL' });
  });
  afterAll(() => gateway.dispose());

  test('takes typed documents', async () => {
    const { data, errors } = await gateway.execute(StudentDocument, { by: { studentId: 'STU01000' } });
    expect(errors).toBeUndefined();
    expect(data?.student?.user.lastName).toMatch(/./);
  });

  test('takes text, wrapped text and plain documents', async () => {
    const text = 'query ($count: Int!) { sampleStudents(count: $count) { __typename } }';
    const wrapped: { valueOf(): string } = Object(text);
    const answers = await Promise.all([text, wrapped, parse(text)].map((document) => gateway.execute(document, { count: 1 })));
    for (const answer of answers) expect(answer).toEqual({ data: { sampleStudents: [{ __typename: 'Student' }] } });
  });

  test('gives errors as clients see them', async () => {
    const { data, errors } = await gateway.execute(GenerateStudentsDocument, { input: { count: 0 } });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ path: ['generateStudents'], extensions: { code: 'INVALID_COUNT' } }]);
    const invalid = await gateway.execute('{ nothing }');
    expect(invalid.errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  test('refuses a subscription, and says where it belongs', async () => {
    const { data } = await gateway.execute(StartSeedSchoolDocument, { preset: 'SMALL', dataset: 'followed' });
    const following = gateway.execute('subscription ($id: ID!) { jobProgress(id: $id) { seq } }', {
      id: data?.startSeedSchool.id,
    });
    await expect(following).rejects.toMatchObject({ code: 'NOT_EXECUTABLE', message: expect.stringContaining('"fetch"') });
  });
});

describe('reset', () => {
  test('takes rows that were added, other datasets and jobs away', async () => {
    const gateway = await testGateway({ preset: 'SMALL', dataset: 'mine' });
    const before = await digestOf(gateway);
    await addStudents(gateway, 3);
    await gateway.execute('mutation { seedSchool(preset: SMALL, dataset: "other") }');
    expect(await digestOf(gateway)).not.toBe(before);
    await gateway.reset();
    expect(await digestOf(gateway)).toBe(before);
    const { data } = await gateway.execute(DatasetsDocument);
    expect(data?.datasets.map(({ name }) => name)).toEqual(['default', 'mine']);
    expect((await gateway.execute(JobsDocument)).data?.jobs.totalCount).toBe(1);
  });

  test('brings a dataset back that was seeded otherwise', async () => {
    const gateway = await testGateway({ preset: 'SMALL' });
    const before = await digestOf(gateway);
    await gateway.execute('mutation { seedSchool(preset: MEDIUM, seed: 3) }');
    await gateway.reset();
    expect(await digestOf(gateway)).toBe(before);
  });

  test('empties a gateway that was empty', async () => {
    const gateway = await testGateway();
    await gateway.execute('mutation { seedSchool(preset: SMALL) }');
    await gateway.reset();
    expect(await digestOf(gateway)).toBeNull();
  });

  test('lets an idempotency key be used anew', async () => {
    const gateway = await testGateway();
    const start = () => gateway.execute(StartSeedSchoolDocument, { preset: 'SMALL', idempotencyKey: 'once' });
    const first = await start();
    await gateway.reset();
    const second = await start();
    expect(second.data?.startSeedSchool.id).not.toBe(first.data?.startSeedSchool.id);
  });

  test('stops a seeding that runs', async () => {
    const gateway = await testGateway({ preset: 'SMALL' });
    const before = await digestOf(gateway);
    await gateway.execute(StartSeedSchoolDocument, { preset: 'DISTRICT' });
    await gateway.reset();
    expect(await digestOf(gateway)).toBe(before);
  });

  test('may be asked for twice at once; what is asked meanwhile waits', async () => {
    const gateway = await testGateway({ preset: 'SMALL' });
    await addStudents(gateway, 1);
    const resets = [gateway.reset(), gateway.reset()];
    expect(await studentsIn(gateway)).toBe(10);
    await Promise.all(resets);
  });
});

test('gateways in one process share nothing', async () => {
  const gateways = await Promise.all(Array.from({ length: 5 }, () => testGateway({ preset: 'SMALL' })));
  await Promise.all(gateways.map((gateway, index) => addStudents(gateway, index + 1)));
  expect(await Promise.all(gateways.map(studentsIn))).toEqual([11, 12, 13, 14, 15]);
  await gateways[0]?.reset();
  await gateways[1]?.dispose();
  expect(await Promise.all(gateways.filter((_, index) => index !== 1).map(studentsIn))).toEqual([10, 13, 14, 15]);
});

describe('dispose', () => {
  test('refuses everything from then on, and may be called again', async () => {
    const gateway = await createTestGateway();
    await Promise.all([gateway.dispose(), gateway.dispose()]);
    const refusal = { code: 'GATEWAY_DISPOSED', message: expect.stringContaining('make another') };
    await expect(gateway.fetch('/graphql')).rejects.toMatchObject(refusal);
    await expect(gateway.execute('{ __typename }')).rejects.toMatchObject(refusal);
    await expect(gateway.reset()).rejects.toMatchObject(refusal);
    await gateway.dispose();
  });

  test('is what `await using` does', async () => {
    let kept: TestGateway;
    {
      await using gateway = await createTestGateway();
      kept = gateway;
    }
    await expect(kept.execute('{ __typename }')).rejects.toMatchObject({ code: 'GATEWAY_DISPOSED' });
  });

  test('completes subscriptions', async () => {
    const gateway = await createTestGateway();
    const { data } = await gateway.execute(StartSeedSchoolDocument, { preset: 'DISTRICT' });
    const response = await gateway.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({
        query: 'subscription ($id: ID!) { jobProgress(id: $id) { seq } }',
        variables: { id: data?.startSeedSchool.id },
      }),
    });
    const text = response.text();
    await gateway.dispose();
    expect(await text).toMatch(/event: complete\s+data:?\s*$/);
  });
});
