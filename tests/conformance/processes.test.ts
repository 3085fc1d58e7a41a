import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createJobs } from '../../src/jobs/index.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { libraryModel } from '../fixtures/library.ts';
import { until } from '../server/served.ts';
import { postgresStores } from '../support/postgres-stores.ts';
import { describeWith, postgres } from '../support/services.ts';
import { describeProcesses, kill } from './processes.ts';
import { batchOf, book, entity, keyOf, publish } from './rows.ts';

const books = entity('Book');

describeProcesses('SQLite files', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'seedgraph-'));
  // A single open file makes it matter what is kept open for former readers.
  const store = await openSqliteStore({ directory, maxOpen: 1 });
  onTestFinished(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });
  return { store, url: `file:${directory}` };
});

describeWith([postgres], 'PostgreSQL', () => {
  const { open } = postgresStores();
  describeProcesses('a database', open, ({ other, store, url }) => {
    it('takes the lease over from one that stands still, which has lost it when it wakes up', async () => {
      const { child } = await other('brief lease');
      expect(await store().control.acquire('shared')).toBeUndefined();
      // It renews its lease, so that it keeps it for as long as it runs.
      await sleep(3_000);
      expect(await store().control.leased('shared')).toBe(true);
      child.kill('SIGSTOP');
      await until(async () => !(await store().control.leased('shared')));
      const lease = await store().control.acquire('shared');
      expect(lease).toBeDefined();
      child.kill('SIGCONT');
      const said: string[] = [];
      child.stdout?.on('data', (chunk) => said.push(String(chunk)));
      await until(async () => said.join('').includes('lost'));
      expect(await lease?.renew()).toBe(true);
    });

    it('answers every read from one generation, however often the other publishes', async () => {
      // The other one publishes generations of 10, 20, 30 ... books, one after the other.
      await publish(store(), 'shared', new Map([[books, Array.from({ length: 10 }, (_, index) => book(index))]]));
      const { child } = await other('publish on');
      const seen = new Set<number>();
      while (seen.size < 4) {
        const generation = await store().open('shared', libraryModel);
        const [count] = (await generation?.count({ entity: books })) ?? [];
        const rows = await generation?.range(books, '', '~', 1_000);
        expect(rows).toHaveLength(count ?? -1);
        expect((count ?? 1) % 10).toBe(0);
        seen.add(count ?? -1);
      }
      expect(child.exitCode).toBeNull();
    });

    it('refuses to seed what another process seeds, until that one is killed', async () => {
      const domain = libraryModel;
      const jobs = await createJobs({ store: store(), domains: [domain], version: 'test' });
      const script = join(import.meta.dirname, '../support/seed-in-child.ts');
      const request = JSON.stringify({ overrides: { volumes: { books: 1_000_000 } } });
      const child = spawn(process.execPath, [script, domain.name, url(), request], { stdio: ['ignore', 'pipe', 'inherit'] });
      try {
        await until(async () => (await jobs.list({ limit: 1, status: ['RUNNING'] })).total > 0);
        await expect(jobs.seed({ domain, dataset: 'default' })).rejects.toMatchObject({ code: 'DATASET_BUSY' });
        expect(await store().open('default', domain)).toBeUndefined();
        // Another dataset is nobody's business.
        expect((await jobs.wait((await jobs.seed({ domain, dataset: 'other' })).id)).status).toBe('COMPLETED');
      } finally {
        await kill(child);
      }
      await until(async () => !(await store().control.leased('default')));
      expect((await jobs.wait((await jobs.seed({ domain, dataset: 'default' })).id)).status).toBe('COMPLETED');
      await jobs.close();
    });

    it('says whether a write of the other came before its own', async () => {
      await publish(store(), 'shared', new Map([[books, [book(0)]]]));
      const generation = await store().open('shared', libraryModel);
      await other('append');
      expect(await generation?.write(batchOf(1, new Map([[books, [book(4, { prequelId: null })]]])))).toBe(false);
      expect(await generation?.get(books, [keyOf('Book', 3), keyOf('Book', 4)])).toEqual([
        book(3, { prequelId: null }),
        undefined,
      ]);
    });
  });
});
