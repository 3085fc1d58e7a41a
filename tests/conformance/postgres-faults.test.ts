import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { Database } from '../../src/store/postgres/database.ts';
import { openPostgresStore } from '../../src/store/postgres/open.ts';
import { libraryModel } from '../fixtures/library.ts';
import { ask, start } from '../server/main-process.ts';
import { until } from '../server/served.ts';
import { postgresStores } from '../support/postgres-stores.ts';
import { administer, describeWith, newDatabase, postgres } from '../support/services.ts';
import { ownPostgres } from '../workers/servers.ts';
import { batchOf, book, entity, keyOf, publish } from './rows.ts';

const books = entity('Book');
const booksOnly = (count: number) => new Map([[books, Array.from({ length: count }, (_, index) => book(index))]]);

/** Ends every session that a program of ours has with the database. */
const cutOff = (url: string) =>
  administer(
    url,
    `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'seedgraph'`,
  );

describeWith([postgres], 'PostgreSQL that goes away', () => {
  const { open } = postgresStores();

  it('goes on reading when sessions are ended in the middle', async () => {
    const { url, store } = await open();
    await publish(store, 'a', booksOnly(50));
    const generation = await store.open('a', libraryModel);
    let reads = 0;
    let done = false;
    const reader = async () => {
      while (!done) {
        const rows = await generation?.range(books, '', '~', 100);
        expect(rows).toHaveLength(50);
        reads++;
      }
    };
    const readers = [reader(), reader(), reader()];
    for (let round = 0; round < 5; round++) {
      const before = reads;
      await cutOff(url);
      await until(async () => reads > before + 3);
    }
    done = true;
    await Promise.all(readers);
  });

  it('hears of what others write again, and trusts nothing that it remembers meanwhile', async () => {
    const { url, store } = await open();
    await publish(store, 'a', booksOnly(1));
    const generation = await store.open('a', libraryModel);
    const calm = async () => {
      const first = await generation?.revision();
      return first === (await generation?.revision());
    };
    await until(calm);
    const before = await generation?.revision();
    await cutOff(url);
    await until(async () => (await generation?.revision()) !== before);
    await until(calm);
    expect((await store.open('a', libraryModel))?.id).toBe(generation?.id);
  });

  it('loses a lease with its session, and says so', async () => {
    const { url, store } = await open();
    const lease = await store.control.acquire('a');
    expect(await lease?.renew()).toBe(true);
    await cutOff(url);
    expect(await lease?.renew()).toBe(false);
    await until(async () => !(await store.control.leased('a')));
    expect(await (await store.control.acquire('a'))?.renew()).toBe(true);
    await lease?.release();
    expect(await store.control.leased('a')).toBe(true);
  });

  it('waits for a reader who takes long, and publishes as soon as he is done', async () => {
    const { url, store } = await open();
    await publish(store, 'a', booksOnly(2));
    const next = await store.create('a', libraryModel, '1.0.0', []);
    await next.finish();
    const reader = new Database(url);
    let isDone = false;
    const reading = reader.transaction(async (client) => {
      const counted = await client.rows('SELECT count(*) FROM a_library.books');
      await sleep(1_500);
      // The same tables as before: they have not been taken away in the middle.
      expect(await client.rows('SELECT count(*) FROM a_library.books')).toEqual(counted);
      isDone = true;
    });
    await sleep(300);
    const publishing = store.publish(next).then(() => expect(isDone).toBe(true));
    // Others read meanwhile, if not without any waiting.
    expect(await (await store.open('a', libraryModel))?.get(books, [keyOf('Book', 1)])).toEqual([book(1)]);
    await Promise.all([reading, publishing]);
    await reader.close();
    expect(await (await store.open('a', libraryModel))?.count({ entity: books })).toEqual([0]);
  });

  it('cancels a statement at the server when its caller has given up', async () => {
    const url = await newDatabase();
    const database = new Database(url, { maxSessions: 1 });
    const running = () =>
      database.rows(
        `SELECT 1 FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND state = 'active' AND pid <> pg_backend_pid()`,
      );
    const controller = new AbortController();
    const slow = database.rows('SELECT pg_sleep(60)', [], { signal: controller.signal });
    await sleep(100);
    controller.abort(new Error('enough'));
    await expect(slow).rejects.toThrow('enough');
    await expect(database.rows('SELECT 1', [], { signal: controller.signal })).rejects.toThrow('enough');
    // The only session is free again.
    expect(await running()).toEqual([]);
    await expect(database.rows('SELECT pg_sleep(60)', [], { timeout: 100 })).rejects.toMatchObject({ code: '57014' });
    await database.close();
  });

  it('does not take a transaction for committed of which a statement failed', async () => {
    const { url, store } = await open();
    await store.datasets();
    const database = new Database(url);
    const careless = database.transaction(async (client) => {
      await client.run(`INSERT INTO seedgraph.dataset (name) VALUES ('x')`);
      await client.rows('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(careless).rejects.toThrow('rolled back');
    expect(await database.rows(`SELECT name FROM seedgraph.dataset`)).toEqual([['default']]);
    await database.close();
  });

  it('writes once, though the session is ended while it writes', async () => {
    const { url, store } = await open();
    const generation = await store.create('a', libraryModel, '1.0.0', []);
    let isWritten = false;
    const cutting = (async () => {
      while (!isWritten) {
        await cutOff(url);
        await sleep(150);
      }
    })();
    for (let sequence = 0; sequence < 5; sequence++) {
      const rows = Array.from({ length: 100 }, (_, index) => book(sequence * 100 + index));
      expect(await generation.write(batchOf(sequence, new Map([[books, rows]])))).toBe(true);
    }
    isWritten = true;
    await cutting;
    expect((await generation.state()).totals.get('Book')?.rows).toBe(500);
    expect(await generation.range(books, '', '~', 1_000)).toHaveLength(500);
  });
});

describeWith([postgres], 'PostgreSQL that tidies up', () => {
  it('publishes though a vacuum is at work on the tables that are to be replaced, which takes very long', async () => {
    const server = await ownPostgres();
    const store = await openPostgresStore({ url: server.url });
    onTestFinished(() => store.close());
    await publish(store, 'a', booksOnly(3_000));
    await administer(server.url, 'ALTER SYSTEM SET autovacuum_naptime TO 1');
    await administer(server.url, 'SELECT pg_reload_conf()');
    const slow =
      'autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1';
    await administer(server.url, `ALTER TABLE a_library.books SET (${slow})`);
    await administer(server.url, 'UPDATE a_library.books SET title = title');
    await until(async () => (await administer(server.url, 'SELECT 1 FROM pg_stat_progress_vacuum')).rowCount === 1);
    await publish(store, 'a', booksOnly(1));
    expect(await (await store.open('a', libraryModel))?.count({ entity: books })).toEqual([1]);
  });
});

describeWith([postgres], 'a gateway whose PostgreSQL is started anew', () => {
  it('answers again by itself, and has lost nothing', async () => {
    const server = await ownPostgres();
    const { url } = await start({ args: ['--store', server.url] });
    await ask(url, 'mutation { seedSchool(preset: SMALL) }');
    const query = '{ dataset { digest } students { totalCount } }';
    const before = await ask(url, query);
    expect(before).toMatchObject({ data: { students: { totalCount: 10 } } });
    await server.crash();
    // Asked while there is no server: it waits for it.
    const asked = ask(url, query);
    const isReady = async () => (await fetch(new URL('/ready', url))).status;
    expect(await isReady()).toBe(503);
    await server.start();
    expect(await asked).toEqual(before);
    await until(async () => (await isReady()) === 200);
    expect(await ask(url, 'mutation { seedSchool(preset: SMALL, seed: 7) }')).toMatchObject({
      data: { seedSchool: expect.any(String) },
    });
    expect(await ask(url, query)).not.toEqual(before);
  });
});
