import { expect, test, vi } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { openWorkshop, temporaryFolder } from '../support/gateway-parts.ts';
import { seedAndKill } from '../support/seed-and-kill.ts';
import { describeWith, newDatabase, postgres } from '../support/services.ts';

const domain = libraryModel;
const overrides = { volumes: { members: 3_000, loans: 12 } };

const killAfter = (url: string, rows: number) => seedAndKill(domain, url, { overrides }, rows);

test.each([1, 5_000, 20_000, 36_000])(
  'a seeding killed after %d rows is INTERRUPTED, and resumed it ends with the same digest',
  async (rows) => {
    const url = `file:${temporaryFolder()}`;
    const id = await killAfter(url, rows);
    const { jobs } = await openWorkshop([domain], url);
    expect(await jobs.get(id)).toMatchObject({ status: 'INTERRUPTED' });
    expect(await jobs.summary('default', domain)).toBeUndefined();

    const resumed = await jobs.wait((await jobs.resume(id)).id);
    const straight = await jobs.wait((await jobs.seed({ domain, dataset: 'straight', overrides })).id);
    expect(resumed).toMatchObject({ status: 'COMPLETED', digest: straight.digest, inserted: straight.inserted });
  },
);

test('a lease dies with its process: the dataset can be seeded anew at once', async () => {
  const url = `file:${temporaryFolder()}`;
  await killAfter(url, 5_000);
  const { jobs } = await openWorkshop([domain], url);
  expect((await jobs.wait((await jobs.seed({ domain, dataset: 'default' })).id)).status).toBe('COMPLETED');
});

describeWith([postgres], 'over PostgreSQL', () => {
  test('a seeding killed in the middle is resumed from its last batch, with the same digest', { timeout: 120_000 }, async () => {
    const url = await newDatabase();
    const id = await killAfter(url, 20_000);
    const { jobs, store } = await openWorkshop([domain], url);
    // The server ends the session of the dead process when it next looks at its connection.
    await vi.waitFor(async () => expect(await jobs.get(id)).toMatchObject({ status: 'INTERRUPTED' }), { timeout: 15_000 });
    const { generation = null } = (await store.control.job(id)) ?? {};
    const begun = generation === null ? undefined : await store.reopen(generation, domain);
    expect((await begun?.state())?.checkpoint.sequence).toBeGreaterThan(0);
    const resumed = await jobs.wait((await jobs.resume(id)).id);
    const { jobs: straight } = await openWorkshop([domain]);
    const { digest, inserted } = await straight.wait((await straight.seed({ domain, dataset: 'straight', overrides })).id);
    expect(resumed).toMatchObject({ status: 'COMPLETED', digest, inserted });
  });
});
