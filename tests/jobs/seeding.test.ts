import { describe, expect, test } from 'vitest';
import { createJobs, type JobEvent } from '../../src/jobs/index.ts';
import type { JobRecord, Store } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { openWorkshop, temporaryFolder, type Workshop } from '../support/gateway-parts.ts';

const domain = libraryModel;
const dataset = 'default';

async function collect(events: AsyncIterable<JobEvent>): Promise<JobEvent[]> {
  const list: JobEvent[] = [];
  for await (const event of events) list.push(event);
  return list;
}

test('a seeding fills the dataset with exactly the planned rows', async () => {
  const { jobs } = await openWorkshop([domain]);
  const job = await jobs.wait((await jobs.seed({ domain, dataset, seed: 7 })).id);
  expect(job).toMatchObject({ status: 'COMPLETED', planned: 118, inserted: 118, error: null });
  expect(job.steps.every(({ status, planned, inserted }) => status === 'COMPLETED' && planned === inserted)).toBe(true);
  const summary = await jobs.summary(dataset, domain);
  expect(summary).toMatchObject({ seed: 7, preset: 'SMALL', digest: job.digest });
  expect(summary?.counts.map(({ entity, count }) => [entity.name, count])).toEqual([
    ['Library', 1],
    ['Shelf', 3],
    ['Author', 6],
    ['Book', 24],
    ['Member', 12],
    ['Loan', 60],
    ['MemberRecord', 12],
  ]);
});

test('the digest is the same in memory, in a file, in another dataset, and after seeding twice', async () => {
  const memory = await openWorkshop([domain]);
  const file = await openWorkshop([domain], `file:${temporaryFolder()}`);
  const digestOf = async ({ jobs }: typeof memory, name: string) =>
    (await jobs.wait((await jobs.seed({ domain, dataset: name })).id)).digest;
  const digests = [
    await digestOf(memory, 'a'),
    await digestOf(memory, 'b'),
    await digestOf(memory, 'a'),
    await digestOf(file, 'a'),
    await digestOf(file, 'a'),
  ];
  expect(new Set(digests).size).toBe(1);
  expect((await memory.jobs.summary('a', domain))?.counts.at(-2)?.count).toBe(60);
});

test('another seed gives another digest', async () => {
  const { jobs } = await openWorkshop([domain]);
  const digests = new Set<string | null>();
  for (const seed of [1, 2, 3]) digests.add((await jobs.wait((await jobs.seed({ domain, dataset, seed })).id)).digest);
  expect(digests.size).toBe(3);
});

describe('progress', () => {
  test('begins with the present state and ends with the terminal one', async () => {
    const { jobs } = await openWorkshop([domain]);
    const { id } = await jobs.seed({ domain, dataset, preset: 'LARGE' });
    const events = await collect(jobs.progress(id));
    expect(events[0]?.step).toBeNull();
    expect(events.at(-1)).toMatchObject({ step: null, job: { status: 'COMPLETED' } });
    const sequence = events.map(({ seq }) => seq);
    expect(sequence.toSorted((a, b) => a - b)).toEqual(sequence);
    expect(new Set(sequence).size).toBe(sequence.length);
  });

  test('tells how fast each entity is made, and nothing of those that have not begun', async () => {
    const { jobs } = await openWorkshop([domain]);
    const { id } = await jobs.seed({ domain, dataset, preset: 'LARGE', overrides: { volumes: { members: 3_000 } } });
    const events = await collect(jobs.progress(id));
    for (const { job } of events) {
      for (const { status, inserted, rate } of job.steps) {
        if (inserted === 0) expect(rate ?? null).toBeNull();
        if (rate !== null && rate !== undefined) expect(rate).toBeGreaterThan(0);
        expect(status === 'QUEUED' && inserted > 0).toBe(false);
      }
    }
    expect(events.at(-1)?.job.rate).toBeGreaterThan(0);
  });

  test('of a job that has ended is one event, and none for those who have seen it', async () => {
    const { jobs } = await openWorkshop([domain]);
    const job = await jobs.wait((await jobs.seed({ domain, dataset })).id);
    const events = await collect(jobs.progress(job.id));
    expect(events).toHaveLength(1);
    expect(events[0]?.job.status).toBe('COMPLETED');
    expect(await collect(jobs.progress(job.id, events[0]?.seq))).toEqual([]);
  });

  test('a consumer that does not read gets the latest state, not a backlog', async () => {
    const { jobs } = await openWorkshop([domain]);
    const { id } = await jobs.seed({ domain, dataset, preset: 'LARGE' });
    const slow = jobs.progress(id);
    await slow.next();
    await jobs.wait(id);
    expect((await slow.next()).value).toMatchObject({ job: { status: 'COMPLETED' } });
    expect((await slow.next()).done).toBe(true);
  });

  test('a consumer may leave at any time', async () => {
    const { jobs } = await openWorkshop([domain]);
    const { id } = await jobs.seed({ domain, dataset, preset: 'LARGE' });
    const leaving = jobs.progress(id);
    await leaving.next();
    const pending = leaving.next();
    await leaving.return?.();
    await pending;
    expect((await leaving.next()).done).toBe(true);
    expect((await jobs.wait(id)).status).toBe('COMPLETED');
  });

  test('of an unknown job is an error', async () => {
    const { jobs } = await openWorkshop([domain]);
    await expect(collect(jobs.progress('nobody'))).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' });
  });
});

describe('cancel and resume', () => {
  test('a canceled seeding leaves the previous rows in place and can be gone on with', async () => {
    const { jobs } = await openWorkshop([domain]);
    const before = await jobs.wait((await jobs.seed({ domain, dataset })).id);
    const started = await jobs.seed({ domain, dataset, preset: 'LARGE' });
    await jobs.cancel(started.id);
    const canceled = await jobs.wait(started.id);
    expect(canceled.status).toBe('CANCELED');
    expect(canceled.inserted).toBeLessThan(canceled.planned);
    expect((await jobs.summary(dataset, domain))?.digest).toBe(before.digest);

    const resumed = await jobs.wait((await jobs.resume(started.id)).id);
    expect(resumed).toMatchObject({ status: 'COMPLETED', inserted: resumed.planned });
    const straight = await jobs.wait((await jobs.seed({ domain, dataset: 'other', preset: 'LARGE' })).id);
    expect(resumed.digest).toBe(straight.digest);
  });

  test('a seeding can be canceled while its indexes are made, and gone on with', async () => {
    const { store } = await openWorkshop([domain]);
    let interfere = async () => {};
    const watched = new Proxy(store, {
      get(target, name) {
        if (name === 'create') {
          return async (...args: Parameters<Store['create']>) => {
            const generation = await target.create(...args);
            const finish = generation.finish.bind(generation);
            return Object.assign(generation, { finish: () => interfere().then(finish) });
          };
        }
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const jobs = await createJobs({ store: watched, domains: [domain], version: 'test' });
    const before = await jobs.wait((await jobs.seed({ domain, dataset })).id);
    const { id } = await jobs.seed({ domain, dataset, seed: 7 });
    interfere = () => jobs.cancel(id).then(() => undefined);
    expect((await jobs.wait(id)).status).toBe('CANCELED');
    expect((await jobs.summary(dataset, domain))?.digest).toBe(before.digest);
    interfere = async () => {};
    const resumed = await jobs.wait((await jobs.resume(id)).id);
    expect(resumed.status).toBe('COMPLETED');
    expect((await jobs.summary(dataset, domain))?.digest).toBe(resumed.digest);
    await jobs.close();
  });

  test('stopping the gateway leaves a job that the next one finishes, to the same digest', async () => {
    const url = `file:${temporaryFolder()}`;
    const first = await openWorkshop([domain], url);
    const { id } = await first.jobs.seed({ domain, dataset, preset: 'LARGE' });
    await first.jobs.close();
    const second = await openWorkshop([domain], url);
    expect(await second.jobs.get(id)).toMatchObject({ status: 'INTERRUPTED' });
    const resumed = await second.jobs.wait((await second.jobs.resume(id)).id);
    const straight = await second.jobs.wait((await second.jobs.seed({ domain, dataset: 'other', preset: 'LARGE' })).id);
    expect(resumed).toMatchObject({ status: 'COMPLETED', digest: straight.digest });
  });

  test('another version does not continue it', async () => {
    const url = `file:${temporaryFolder()}`;
    const first = await openWorkshop([domain], url, 'one');
    const { id } = await first.jobs.seed({ domain, dataset, preset: 'LARGE' });
    await first.jobs.close();
    const second = await openWorkshop([domain], url, 'two');
    await expect(second.jobs.resume(id)).rejects.toMatchObject({ code: 'JOB_NOT_RESUMABLE' });
  });

  test('a newer seeding takes the place of an interrupted one', async () => {
    const { jobs } = await openWorkshop([domain]);
    const { id } = await jobs.seed({ domain, dataset, preset: 'LARGE' });
    await jobs.cancel(id);
    await jobs.wait(id);
    await jobs.wait((await jobs.seed({ domain, dataset })).id);
    await expect(jobs.resume(id)).rejects.toMatchObject({ code: 'JOB_NOT_RESUMABLE' });
  });

  test('what has ended can be neither canceled nor resumed', async () => {
    const { jobs } = await openWorkshop([domain]);
    const { id } = await jobs.wait((await jobs.seed({ domain, dataset })).id);
    await expect(jobs.cancel(id)).rejects.toMatchObject({ code: 'JOB_NOT_CANCELABLE' });
    await expect(jobs.resume(id)).rejects.toMatchObject({ code: 'JOB_NOT_RESUMABLE' });
  });
});

describe('a seeding that fails', () => {
  /** Loans need books: the series throws. */
  const failing = { domain, dataset, overrides: { volumes: { books: 0 } } };

  test('says why, and leaves the previous rows', async () => {
    const { jobs } = await openWorkshop([domain]);
    const before = await jobs.wait((await jobs.seed({ domain, dataset })).id);
    const job = await jobs.wait((await jobs.seed(failing)).id);
    expect(job).toMatchObject({ status: 'FAILED', error: { code: 'JOB_FAILED', message: 'Loans need a book.' } });
    expect((await jobs.summary(dataset, domain))?.digest).toBe(before.digest);
  });
});

describe('refusals write nothing', () => {
  const cases: [string, object, string][] = [
    ['unknown preset', { preset: 'HUGE' }, 'UNKNOWN_PRESET'],
    ['negative seed', { seed: -1 }, 'INVALID_SEED'],
    ['fractional seed', { seed: 1.5 }, 'INVALID_SEED'],
    ['unknown override', { overrides: { volumes: { dragons: 1 } } }, 'INVALID_CONFIGURATION'],
    ['override of the wrong type', { overrides: { volumes: { books: 'many' } } }, 'INVALID_CONFIGURATION'],
    ['name of a dataset', { dataset: 'No Spaces' }, 'INVALID_DATASET_NAME'],
    ['path as a dataset', { dataset: '../etc' }, 'INVALID_DATASET_NAME'],
  ];
  test.each(cases)('%s', async (_, request, code) => {
    const { jobs, store } = await openWorkshop([domain]);
    await expect(jobs.seed({ domain, dataset, ...request })).rejects.toMatchObject({ code });
    expect((await jobs.list({ limit: 10 })).total).toBe(0);
    expect((await store.datasets()).every(({ domains }) => domains.length === 0)).toBe(true);
  });
});

test('one writer at a time: a second seeding is refused, another dataset is not', async () => {
  const { jobs } = await openWorkshop([domain]);
  const first = await jobs.seed({ domain, dataset, preset: 'LARGE' });
  await expect(jobs.seed({ domain, dataset })).rejects.toMatchObject({ code: 'DATASET_BUSY' });
  await expect(jobs.drop(dataset)).rejects.toMatchObject({ code: 'DATASET_BUSY' });
  const other = await jobs.seed({ domain, dataset: 'other' });
  expect((await jobs.wait(other.id)).status).toBe('COMPLETED');
  expect((await jobs.wait(first.id)).status).toBe('COMPLETED');
});

test('the same idempotency key gives the same job, and is refused for another input', async () => {
  const { jobs } = await openWorkshop([domain]);
  const request = { domain, dataset, idempotencyKey: 'once' };
  const [first, ...twins] = await Promise.all([jobs.seed(request), jobs.seed(request), jobs.seed(request)]);
  expect(new Set(twins.map(({ id }) => id))).toEqual(new Set([first.id]));
  expect((await jobs.seed(request)).id).toBe(first.id);
  await jobs.wait(first.id);
  expect((await jobs.seed(request)).id).toBe(first.id);
  await expect(jobs.seed({ ...request, seed: 1 })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test('an idempotency key that two gateways on one store are given at once makes one job', async () => {
  const url = `file:${temporaryFolder()}`;
  const gateways = [await openWorkshop([domain], url), await openWorkshop([domain], url)];
  const seedBoth = (key: string, datasets: readonly string[]) =>
    Promise.allSettled(
      gateways.map(({ jobs }, index) => jobs.seed({ domain, dataset: datasets[index] ?? '', idempotencyKey: key })),
    );
  const [one, other] = await seedBoth('same', ['a', 'a']);
  expect(one).toMatchObject({ status: 'fulfilled' });
  expect(other).toMatchObject({ status: 'fulfilled', value: { id: (one as PromiseFulfilledResult<JobRecord>).value.id } });

  const apart = await seedBoth('apart', ['b', 'c']);
  expect(apart.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(apart.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  const [{ store }] = gateways as [Workshop];
  // Nothing is left of the one that was refused.
  expect((await store.datasets()).map(({ name }) => name)).toHaveLength(3);
});

test('datasets are dropped with everything in them', async () => {
  const { jobs } = await openWorkshop([domain]);
  await jobs.wait((await jobs.seed({ domain, dataset: 'gone' })).id);
  expect(await jobs.drop('gone')).toBe(true);
  expect(await jobs.drop('gone')).toBe(false);
  expect(await jobs.summary('gone', domain)).toBeUndefined();
});

test('a sample is made without being stored, and follows its references', async () => {
  const { jobs, store } = await openWorkshop([domain]);
  const entity = domain.entity('Book');
  const { rows, source } = await jobs.sample({ entity, count: 5, seed: 3 });
  expect(rows).toHaveLength(5);
  expect((await jobs.sample({ entity, count: 5, seed: 3 })).rows).toEqual(rows);
  const shelves = await source.get(domain.entity('Shelf'), [String(rows[0]?.[entity.fieldNamed('shelfId').index])]);
  expect(shelves[0]).toBeDefined();
  await expect(source.find({ entity, order: [], limit: 1 })).rejects.toMatchObject({ code: 'SAMPLE_NOT_STORED' });
  await expect(jobs.sample({ entity, count: 0 })).rejects.toMatchObject({ code: 'INVALID_COUNT' });
  expect((await store.datasets()).every(({ domains }) => domains.length === 0)).toBe(true);
});

test('a sample of roots makes as many roots as it takes', async () => {
  const { jobs } = await openWorkshop([domain]);
  expect((await jobs.sample({ entity: domain.entity('Library'), count: 7 })).rows).toHaveLength(7);
});
