import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectWhole } from './content.ts';
import { type Behaviour, type Fault, GreenSchool } from './green-school.ts';
import { kinds } from './green-school-table.ts';
import { counted, openPushing, type Pushing } from './pushing.ts';

let pushing: Pushing;
beforeAll(async () => {
  pushing = await openPushing();
});
afterAll(() => pushing.close());

/** Some of the requests, always the same ones, of each method. */
function at(rate: number, fault: Fault, method?: string): NonNullable<Behaviour['fault']> {
  return (given, _path, count) => {
    const draw = (Math.imul(count, 0x9e3779b1) >>> 0) / 2 ** 32;
    return draw < rate && (method === undefined || given === method) ? fault : undefined;
  };
}

const faults: readonly Fault[] = [
  'error',
  'limit',
  'hang',
  'cut',
  'error-after',
  'hang-after',
  'cut-after',
  'cut-answer',
  'slow',
];

/** How often a fault happens. Silence takes long. */
const rateOf = (fault: Fault) => (fault.startsWith('hang') || fault === 'late' ? 0.05 : 0.15);

async function expectWholeAfter(behaviour: Behaviour, fault: Fault): Promise<void> {
  const api = new GreenSchool({ ...behaviour, fault: at(rateOf(fault), fault) });
  const job = await pushing.pushAll(await api.listen(), { timeout: 250 });
  expect(job).toMatchObject({ status: 'COMPLETED', error: null, inserted: job.planned });
  await expectWhole(api, pushing.source);
}

describe('a server that would take a record twice holds each row once', () => {
  test.each(faults)('with the fault "%s"', (fault) => expectWholeAfter({ unique: false }, fault));
});

describe('a server that refuses what it has holds each row once', () => {
  test.each(['cut-after', 'cut-answer'] as const)('with the fault "%s"', (fault) => expectWholeAfter({ unique: true }, fault));

  test('with the fault "late", where it can tell', async () => {
    const api = new GreenSchool({ unique: true, delay: 400, fault: at(0.05, 'late') });
    const job = await pushing.pushAll(await api.listen(), {
      timeout: 250,
      features: ['student-classes', 'parent-students', 'attendance'],
    });
    expect(job).toMatchObject({ status: 'COMPLETED' });
    const unique = Object.entries(kinds).filter(([, kind]) => kind.unique.length > 0);
    await expectWhole(
      api,
      pushing.source,
      unique.map(([kind]) => kind),
    );
  });
});

describe('a server that heeds Idempotency-Key holds each row once', () => {
  test.each(['cut-after', 'cut-answer', 'late'] as const)('with the fault "%s"', (fault) =>
    expectWholeAfter({ unique: false, idempotent: true, delay: 400 }, fault),
  );
});

test('all faults together, on every endpoint', async () => {
  const api = new GreenSchool({
    unique: false,
    fault: (method, path, count) => at(0.2, faults[count % faults.length] ?? 'cut')(method, path, count),
  });
  const job = await pushing.pushAll(await api.listen(), { timeout: 250 });
  expect(job).toMatchObject({ status: 'COMPLETED' });
  await expectWhole(api, pushing.source);
});

test('a limit holds until the date that Retry-After names', async () => {
  let limitedAt = 0;
  let tooEarly = 0;
  const api = new GreenSchool({
    fault: (method) => {
      const now = Date.now();
      if (limitedAt === 0 && method === 'POST') {
        limitedAt = now;
        return 'limit';
      }
      // Dates have no milliseconds.
      if (limitedAt > 0 && now < limitedAt + 1_000) tooEarly++;
      return undefined;
    },
    retryAfter: () => new Date(limitedAt + 2_000).toUTCString(),
  });
  expect(await pushing.push(await api.listen(), { features: ['schools'] })).toMatchObject({ status: 'COMPLETED' });
  expect(api.of('schools')).toHaveLength(1);
  expect(tooEarly).toBe(0);
});

/** A list that does not heed its filter tells nothing about what is not on its first page. */
test.each([{ lists: 'none' }, { lists: 'unfiltered', page: 1 }, { unknown: ['company_name'] }] as const)(
  'a request that may have succeeded, and cannot be looked up, is not repeated: %j',
  async (blind) => {
    const fault: Behaviour['fault'] = (method, path) =>
      method === 'POST' && path.endsWith('/vendors') ? 'cut-after' : undefined;
    const api = new GreenSchool({ unique: false, ...blind, fault });
    const url = await api.listen();
    const job = await pushing.push(url, { features: ['vendors'] });
    expect(job).toMatchObject({ status: 'FAILED', error: { code: 'PUSH_INCOMPLETE' } });
    expect(counted(job.report, 'uncertain')).toBeGreaterThanOrEqual(9);
    expect(job.report?.missing[0]?.reason).toContain('It may be there; it cannot be looked up');
    expect(api.of('vendors')).toHaveLength(10);
    if ('unknown' in blind) return;
    api.behaviour = { unique: false };
    expect(await pushing.push(url, { features: ['vendors'] })).toMatchObject({ status: 'COMPLETED', inserted: 11 });
    expect(api.of('vendors')).toHaveLength(10);
  },
);

test('a server that only fails is left alone after a while', async () => {
  const api = new GreenSchool({
    fault: (method, path) => (method === 'POST' && !path.endsWith('/schools') ? 'error' : undefined),
  });
  const job = await pushing.push(await api.listen());
  expect(job).toMatchObject({ status: 'FAILED', error: { code: 'TARGET_FAILING' } });
  expect(api.requests.length).toBeLessThan(300);
});

test('a server that goes down ends the push, which goes on when it is back', async () => {
  const api = new GreenSchool();
  const url = await api.listen();
  api.behaviour = {
    unique: false,
    fault: (_method, _path, count) => {
      if (count !== 200) return undefined;
      api.close();
      return 'cut-after';
    },
  };
  const job = await pushing.push(url);
  expect(job).toMatchObject({ status: 'FAILED', error: { code: 'TARGET_UNREACHABLE' } });
  expect(job.inserted).toBeLessThan(300);
  api.behaviour = { unique: false };
  await api.listen(Number(new URL(url).port));
  expect(await pushing.push(url)).toMatchObject({ status: 'COMPLETED' });
  await expectWhole(api, pushing.source);
});
