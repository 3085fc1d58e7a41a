import { expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { openPostgresStore } from '../../src/store/postgres/open.ts';
import { libraryModel } from '../fixtures/library.ts';
import { postgresStores } from '../support/postgres-stores.ts';
import { administer, describeWith, newDatabase, postgres } from '../support/services.ts';
import { batchOf, book, entity, publish } from './rows.ts';

const books = entity('Book');
const booksOnly = (count: number) => new Map([[books, Array.from({ length: count }, (_, index) => book(index))]]);

describeWith([postgres], 'PostgreSQL as others have left it', () => {
  const { open } = postgresStores();
  const firstOf = async (url: string, sql: string) => Object.values((await administer(url, sql)).rows[0] ?? {})[0];

  it('never drops what somebody has built on its tables, but keeps these for as long as it is there', async () => {
    const { url, store, reopen } = await open();
    await publish(store, 'a', booksOnly(3));
    await administer(url, 'CREATE SCHEMA mine');
    await administer(url, 'CREATE VIEW mine.titles AS SELECT title FROM a_library.books');
    await administer(url, 'CREATE TABLE mine.wishes (book uuid REFERENCES a_library.books (id))');
    await publish(store, 'a', booksOnly(2));
    await publish(store, 'a', booksOnly(1));
    const again = await reopen();
    expect(await firstOf(url, 'SELECT count(*)::int FROM mine.titles')).toBe(3);
    await again.drop('a');
    expect(await firstOf(url, 'SELECT count(*)::int FROM mine.titles')).toBe(3);
    expect(await firstOf(url, `SELECT count(*)::int FROM pg_constraint WHERE conrelid = 'mine.wishes'::regclass`)).toBe(1);
    const kept = `SELECT count(*)::int FROM pg_namespace WHERE nspname LIKE 'a\\_%'`;
    expect(await firstOf(url, kept)).toBe(1);
    await administer(url, 'DROP SCHEMA mine CASCADE');
    await again.close();
    expect(await firstOf(url, kept)).toBe(0);
  });

  it('publishes datasets whose names are alike in SQL at the same moment', async () => {
    const { url, store } = await open();
    const names = ['a-b', 'a_b', 'a--b', 'a__b'].flatMap((name) => [name, `${name}-`, `${name}_`]);
    const publishAll = names.map(async (name) => {
      const generation = await store.create(name, libraryModel, '1.0.0', []);
      await generation.finish();
      return generation;
    });
    const generations = await Promise.all(publishAll);
    await Promise.all(generations.map((generation) => store.publish(generation)));
    expect((await store.datasets()).filter(({ domains }) => domains.length === 1)).toHaveLength(names.length);
    expect(await firstOf(url, `SELECT count(DISTINCT schema_name)::int FROM seedgraph.generation`)).toBe(names.length);
  });

  it.each(['SQL_ASCII', 'LATIN1'])('refuses a database whose encoding is %s', async (encoding) => {
    const url = await newDatabase(`ENCODING '${encoding}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`);
    await expect(openStore(url)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(new RegExp(`${encoding}.*createdb --encoding UTF8`)),
    });
    expect(await firstOf(url, `SELECT count(*)::int FROM pg_namespace WHERE nspname = 'seedgraph'`)).toBe(0);
  });

  it('does not depend on what the database says of transactions', async () => {
    const { url, store } = await open();
    const name = new URL(url).pathname.slice(1);
    await administer(url, `ALTER DATABASE ${name} SET default_transaction_isolation TO serializable`);
    await administer(url, `ALTER DATABASE ${name} SET lock_timeout TO 1`);
    await publish(store, 'a', booksOnly(1));
    const writers = await Promise.all([1, 2, 3, 4].map(() => openPostgresStore({ url })));
    const written = await Promise.all(
      writers.map(async (writer, index) => {
        const generation = await writer.open('a', libraryModel);
        const row = book(10 + index, { prequelId: null });
        return generation?.write(batchOf(1, new Map([[books, [row]]])));
      }),
    );
    expect(written.filter(Boolean)).toHaveLength(1);
    for (const writer of writers) await writer.close();
    await administer(url, `ALTER DATABASE ${name} RESET ALL`);
  });
});
