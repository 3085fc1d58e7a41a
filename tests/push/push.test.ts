import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditFile } from '../../src/push/index.ts';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { expectWhole } from './content.ts';
import { GreenSchool } from './green-school.ts';
import { kinds } from './green-school-table.ts';
import { counted, domain, openPushing, type Pushing } from './pushing.ts';

let pushing: Pushing;
beforeAll(async () => {
  pushing = await openPushing();
});
afterAll(() => pushing.close());

const posts = (api: GreenSchool) => api.requests.filter(({ method }) => method === 'POST');

test('a clean push sends each row once, and nothing else', async () => {
  const api = new GreenSchool({ unique: false });
  const url = await api.listen();
  const job = await pushing.push(url);
  expect(job).toMatchObject({ kind: 'push', status: 'COMPLETED', planned: 786, inserted: 786, error: null });
  expect(counted(job.report, 'created')).toBe(786);
  await expectWhole(api, pushing.source);
  // The check, a request a row, and one for each day of attendance.
  expect(api.requests).toHaveLength(1 + (786 - 300) + 30);

  const again = await pushing.push(url);
  expect(again).toMatchObject({ status: 'COMPLETED', inserted: 786 });
  expect(posts(api)).toHaveLength(786 - 300 + 30);
});

test('levels come one after the other, and no more requests are under way than asked for', async () => {
  const api = new GreenSchool({ fault: () => 'slow', delay: 2 });
  expect(await pushing.push(await api.listen(), { concurrency: 3 })).toMatchObject({ status: 'COMPLETED' });
  expect(api.mostAtOnce).toBe(3);
  const place = (kind: string, way: 'first' | 'last') => {
    const pattern = new RegExp(`^/api/v1/${kinds[kind]?.path.replace(/\{\w+\}/, '[\\w-]+')}(/bulk)?$`);
    const isOf = ({ path }: { path: string }) => pattern.test(path);
    return way === 'first' ? posts(api).findIndex(isOf) : posts(api).findLastIndex(isOf);
  };
  for (const [kind, { references }] of Object.entries(kinds)) {
    for (const target of Object.values(references)) {
      expect({ kind, target, isAfter: place(kind, 'first') > place(target, 'last') }).toMatchObject({ isAfter: true });
    }
  }
});

test('features come with what they refer to', async () => {
  const api = new GreenSchool();
  const job = await pushing.push(await api.listen(), { features: ['Parent-Students', 'room'] });
  expect(job.report?.entities.map(({ entity }) => entity)).toEqual([
    ...['School', 'User', 'Room', 'Parent', 'Student', 'ParentStudent'],
  ]);
  expect(api.of('parent-students')).toHaveLength(10);
  expect(api.of('vendors')).toHaveLength(0);
});

describe('a record that the API refuses', () => {
  test('is told with its reason, is skipped with what refers to it, and is tried again', async () => {
    const api = new GreenSchool({
      refuse: (kind, { student_id }) => (kind === 'students' && student_id === 'STU01003' ? 'too young' : undefined),
    });
    const url = await api.listen();
    const job = await pushing.push(url);
    // A link, 6 enrollments, 20 assessments, 30 days of attendance and 5 merits.
    expect(job).toMatchObject({ status: 'FAILED', error: { code: 'PUSH_INCOMPLETE' }, inserted: 786 - 1 - 62 });
    expect(counted(job.report, 'failed')).toBe(1);
    expect(counted(job.report, 'skipped')).toBe(62);
    expect(job.report?.missing).toHaveLength(20);
    expect(job.report?.missing[0]).toMatchObject({ entity: 'Student', state: 'failed', reason: 'HTTP 422: too young' });
    expect(job.steps.find(({ entity }) => entity === 'Student')).toMatchObject({ planned: 10, inserted: 9, status: 'FAILED' });

    api.behaviour = {};
    expect(await pushing.jobs.wait((await pushing.jobs.resume(job.id)).id)).toMatchObject({
      id: job.id,
      status: 'COMPLETED',
      inserted: 786,
    });
    await expectWhole(api, pushing.source);
  });

  test('in a bulk request is refused alone', async () => {
    const api = new GreenSchool({
      refuse: (kind, { status }) => (kind === 'attendance' && status === 'tardy' ? 'not tardy' : undefined),
    });
    const job = await pushing.push(await api.listen());
    const attendance = job.report?.entities.find(({ entity }) => entity === 'Attendance');
    expect(attendance?.failed).toBeGreaterThan(0);
    expect(attendance?.created).toBe(300 - (attendance?.failed ?? 0));
    expect(api.of('attendance')).toHaveLength(attendance?.created ?? 0);
  });

  test('since it has it is adopted', async () => {
    const api = new GreenSchool();
    const url = await api.listen();
    await pushing.push(url);
    const job = await pushing.push(url, { restart: true });
    expect(job).toMatchObject({ status: 'COMPLETED', inserted: 786 });
    expect(counted(job.report, 'adopted')).toBe(786);
    await expectWhole(api, pushing.source);
  });
});

describe('nothing is recorded', () => {
  const ledgerOf = async (url: string) => (await pushing.store.ledger('default', domain, url)).head();
  const jobs = async () => (await pushing.jobs.list({ limit: 1 })).total;

  test('when nothing answers', async () => {
    const api = new GreenSchool();
    const url = await api.listen();
    api.close();
    const before = await jobs();
    await expect(pushing.push(url)).rejects.toMatchObject({ code: 'TARGET_UNREACHABLE', inputPath: ['baseUrl'] });
    expect([await ledgerOf(url), await jobs()]).toEqual([undefined, before]);
  });

  test('when the key is wrong', async () => {
    const api = new GreenSchool({ key: 'right' });
    const url = await api.listen();
    await expect(pushing.push(url)).rejects.toMatchObject({
      code: 'TARGET_UNAUTHORIZED',
      message: expect.stringContaining('SEEDGRAPH_API_KEY'),
    });
    expect([await ledgerOf(url), posts(api).length]).toEqual([undefined, 0]);
  });

  test.each([
    ['no address', { baseUrl: 'school' }, 'INVALID_TARGET'],
    ['another protocol', { baseUrl: 'ftp://school.example' }, 'INVALID_TARGET'],
    ['an address with a password', { baseUrl: 'https://me:secret@school.example' }, 'INVALID_TARGET'],
    ['an unknown feature', { baseUrl: 'http://127.0.0.1:9', features: ['wings'] }, 'UNKNOWN_FEATURE'],
    ['too much at a time', { baseUrl: 'http://127.0.0.1:9', concurrency: 1_000 }, 'INVALID_CONCURRENCY'],
  ])('for %s', async (_, input, code) => {
    const before = await jobs();
    await expect(pushing.push(input.baseUrl, input)).rejects.toMatchObject({ code });
    expect(await jobs()).toBe(before);
  });
});

test('an endpoint that is not there ends the push at once, and says where to look', async () => {
  const api = new GreenSchool();
  const url = `${await api.listen()}/elsewhere`;
  const job = await pushing.push(url);
  expect(job).toMatchObject({
    status: 'FAILED',
    error: { code: 'TARGET_REFUSED', message: expect.stringContaining('base URL') },
  });
  expect(posts(api)).toHaveLength(1);
});

test('a dataset that has changed since is not mixed with what was sent', async () => {
  const own = await openPushing();
  const api = new GreenSchool();
  const url = await api.listen();
  await own.push(url, { features: ['rooms'] });
  await own.jobs.generate({ entity: domain.entity('Room'), dataset: 'default', count: 1 });
  await expect(own.push(url, { features: ['rooms'] })).rejects.toMatchObject({
    code: 'PUSH_OUTDATED',
    message: expect.stringContaining('--restart'),
  });
  const job = await own.push(url, { features: ['rooms'], restart: true });
  expect(job).toMatchObject({ status: 'COMPLETED' });
  expect([counted(job.report, 'adopted'), counted(job.report, 'created')]).toEqual([16, 1]);
  expect(api.of('rooms')).toHaveLength(16);
  await own.close();
});

test('a dropped dataset takes what is known of its pushes along', async () => {
  const own = await openPushing();
  const api = new GreenSchool();
  const url = await api.listen();
  await own.push(url, { features: ['schools'] });
  expect(await (await own.store.ledger('default', domain, url)).head()).toBeDefined();
  await own.jobs.drop('default');
  expect(await (await own.store.ledger('default', domain, url)).head()).toBeUndefined();
  await own.close();
});

test('a push can be canceled and resumed', async () => {
  const api = new GreenSchool({ unique: false, fault: () => 'slow', delay: 5 });
  const url = await api.listen();
  const { jobs } = pushing;
  const started = await jobs.start({ kind: 'push', domain, dataset: 'default', input: { baseUrl: url } });
  for await (const { job } of jobs.progress(started.id)) {
    if (job.inserted > 50 && job.status === 'RUNNING') await jobs.cancel(job.id);
  }
  expect(await jobs.get(started.id)).toMatchObject({ status: 'CANCELED' });
  expect(api.of('merits').length).toBeLessThan(50);
  expect(await jobs.wait((await jobs.resume(started.id)).id)).toMatchObject({ status: 'COMPLETED', inserted: 786 });
  await expectWhole(api, pushing.source);
});

test('keys and passwords are sent, and written down nowhere', async () => {
  const file = join(temporaryFolder(), 'audit.ndjson');
  const settings = { apiKey: 'sesame-1', password: 'Very-Secret-2' };
  const own = await openPushing({ settings, audit: () => auditFile(file) });
  const api = new GreenSchool({
    key: 'sesame-1',
    refuse: (kind, { email, password }) =>
      kind === 'users' && String(email).includes('1003') ? `"${password}" of sesame-1 is weak` : undefined,
  });
  const url = await api.listen();
  const job = await own.push(url, { features: ['students'] });
  expect(job.report?.missing[0]?.reason).toContain('"***" of *** is weak');
  expect(new Set(api.of('users').map(({ password }) => password))).toEqual(new Set(['Very-Secret-2']));
  const audit = readFileSync(file, 'utf8');
  const entries = audit
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const kept = [
    audit,
    JSON.stringify(await own.jobs.list({ limit: 10 })),
    JSON.stringify(await (await own.store.ledger('default', domain, url)).missing(99)),
  ];
  for (const text of kept) for (const secret of Object.values(settings)) expect(text).not.toContain(secret);
  expect(entries[0]).toMatchObject({
    method: 'POST',
    path: '/api/v1/schools',
    entity: 'School',
    attempt: 1,
    status: 201,
    outcome: 'created',
    id: api.of('schools')[0]?.id,
  });
  // All but the check is in it.
  expect(entries).toHaveLength(api.requests.length - 1);
  await own.close();
});
