import { describe, expect, it } from 'vitest';
import type { JobRecord, JobStatus } from '../../src/store/index.ts';
import type { OpenStore } from './store.ts';

/** A queued seeding of the library. */
export const job = (id: string, changes: Partial<JobRecord> = {}): JobRecord => ({
  id,
  seq: 0,
  kind: 'seed',
  status: 'QUEUED',
  dataset: 'default',
  domain: 'library',
  seed: 42,
  input: { preset: 'SMALL', overrides: { volumes: { books: 3 } } },
  idempotencyKey: null,
  generation: null,
  planned: 10,
  inserted: 0,
  steps: [{ entity: 'Book', status: 'QUEUED', planned: 10, inserted: 0 }],
  error: null,
  digest: null,
  createdAt: '2024-01-01T00:00:00.000Z',
  startedAt: null,
  completedAt: null,
  ...changes,
});

/** Jobs and leases, for any store. */
export function describeControl(open: OpenStore): void {
  describe('jobs', () => {
    it('gives back what was saved last', async () => {
      const { control } = (await open()).store;
      expect(await control.job('1')).toBeUndefined();
      await control.saveJob(job('1'));
      const done = job('1', { status: 'FAILED', error: { code: 'X', message: 'no' }, inserted: 3 });
      await control.saveJob(done);
      expect(await control.job('1')).toEqual(done);
      expect(await control.countJobs({})).toBe(1);
    });

    it('finds by idempotency key, which no two jobs share', async () => {
      const { control } = (await open()).store;
      await control.saveJob(job('1', { idempotencyKey: 'k' }));
      await control.saveJob(job('2'));
      await control.saveJob(job('3'));
      expect((await control.jobByIdempotencyKey('k'))?.id).toBe('1');
      expect(await control.jobByIdempotencyKey('other')).toBeUndefined();
      await expect(control.saveJob(job('4', { idempotencyKey: 'k' }))).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await control.job('4')).toBeUndefined();
    });

    it('lists newest first, filtered and in pages', async () => {
      const { control } = (await open()).store;
      const statuses: JobStatus[] = ['COMPLETED', 'FAILED', 'RUNNING', 'COMPLETED', 'QUEUED'];
      for (const [index, status] of statuses.entries()) {
        await control.saveJob(job(`j${index}`, { status, dataset: index % 2 === 0 ? 'even' : 'odd' }));
      }
      await control.saveJob(job('j0', { status: 'COMPLETED', dataset: 'even', inserted: 10 }));
      const listed = async (query: Parameters<typeof control.jobs>[0]) => (await control.jobs(query)).map(({ id }) => id);
      expect(await listed({ limit: 10 })).toEqual(['j4', 'j3', 'j2', 'j1', 'j0']);
      expect(await listed({ limit: 2, after: 'j3' })).toEqual(['j2', 'j1']);
      expect(await listed({ limit: 10, status: ['COMPLETED', 'FAILED'], dataset: 'odd' })).toEqual(['j3', 'j1']);
      expect(await listed({ limit: 10, status: [] })).toEqual([]);
      expect(await listed({ limit: 10, after: 'nobody' })).toEqual([]);
      expect(await control.countJobs({ dataset: 'even' })).toBe(3);
      expect(await control.countJobs({ status: ['COMPLETED'] })).toBe(2);
    });
  });

  describe('requests to stop', () => {
    it('are kept until they are taken back, and are about one job', async () => {
      const { control } = (await open()).store;
      await control.saveJob(job('1', { status: 'RUNNING' }));
      expect(await control.stopRequested('1')).toBe(false);
      await control.requestStop('1');
      await control.requestStop('1');
      expect([await control.stopRequested('1'), await control.stopRequested('2')]).toEqual([true, false]);
      await control.requestStop('1', false);
      await control.requestStop('1', false);
      expect(await control.stopRequested('1')).toBe(false);
      expect(await control.job('1')).toEqual(job('1', { status: 'RUNNING' }));
    });
  });

  describe('leases', () => {
    it('has one holder at a time for each dataset', async () => {
      const { control } = (await open()).store;
      expect(await control.leased('a')).toBe(false);
      const lease = await control.acquire('a');
      expect(lease).toBeDefined();
      expect(await control.acquire('a')).toBeUndefined();
      expect([await control.leased('a'), await control.leased('b')]).toEqual([true, false]);
      expect(await control.acquire('b')).toBeDefined();
      expect(await lease?.renew()).toBe(true);
      await lease?.release();
      expect(await control.leased('a')).toBe(false);
      expect(await lease?.renew()).toBe(false);
      expect(await control.acquire('a')).toBeDefined();
    });

    it('is not taken from the next holder by a former one', async () => {
      const { control } = (await open()).store;
      const former = await control.acquire('a');
      await former?.release();
      const holder = await control.acquire('a');
      await former?.release();
      expect(await control.leased('a')).toBe(true);
      expect(await holder?.renew()).toBe(true);
    });
  });
}
