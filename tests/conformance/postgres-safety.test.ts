import { afterEach, expect, it } from 'vitest';
import { openStore, type Store, shownStore } from '../../src/store/index.ts';
import { openPostgresStore } from '../../src/store/postgres/open.ts';
import { libraryModel } from '../fixtures/library.ts';
import { postgresStores } from '../support/postgres-stores.ts';
import { administer, describeWith, newDatabase, postgres } from '../support/services.ts';
import { book, entity, publish } from './rows.ts';

const books = entity('Book');
const booksOnly = (count: number) => new Map([[books, Array.from({ length: count }, (_, index) => book(index))]]);

describeWith([postgres], 'PostgreSQL, and what is not ours', () => {
  const { open } = postgresStores();
  const cleanups: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  const valuesOf = async (url: string, sql: string) =>
    (await administer(url, sql)).rows.map((row) => Object.values(row as Record<string, unknown>)[0]);
  const schemasOf = (url: string) =>
    valuesOf(url, `SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$|public$)' ORDER BY nspname`);
  const opened = async (options: Parameters<typeof openPostgresStore>[0]) => {
    const store = await openPostgresStore(options);
    cleanups.push(() => store.close());
    return store;
  };
  const countOf = async (store: Store, dataset: string) =>
    (await (await store.open(dataset, libraryModel))?.count({ entity: books }))?.[0];

  it('refuses a database whose name does not say that it may be written to, unless it is told to', async () => {
    const name = `seedgraph_${process.pid}_production`;
    await administer(postgres.url, `CREATE DATABASE ${name}`);
    cleanups.push(() => administer(postgres.url, `DROP DATABASE ${name} WITH (FORCE)`));
    const url = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
    await expect(openStore(url)).rejects.toMatchObject({
      code: 'DATABASE_NOT_ALLOWED',
      message: expect.stringMatching(new RegExp(`${name}.*_demo, _test or _dev.*--allow-any-database`)),
      details: { database: name },
    });
    expect(await schemasOf(url)).toEqual([]);
    await (await openStore(url, { allowAnyDatabase: true })).close();
    expect(await schemasOf(url)).toEqual(['seedgraph']);
  });

  it('leaves a schema alone that has the name it needs for itself', async () => {
    const url = await newDatabase();
    await administer(url, 'CREATE SCHEMA seedgraph CREATE TABLE mine (a int)');
    await expect(openStore(url)).rejects.toMatchObject({ code: 'FOREIGN_SCHEMA', details: { schema: 'seedgraph' } });
    expect(await valuesOf(url, `SELECT relname FROM pg_class WHERE relnamespace = 'seedgraph'::regnamespace`)).toEqual(['mine']);
  });

  it('does not begin what it could not publish, for somebody else has the name', async () => {
    const { url, store } = await open();
    await administer(url, 'CREATE SCHEMA a_library CREATE TABLE mine (a int)');
    const refused = { code: 'FOREIGN_SCHEMA', message: expect.stringContaining('a_library'), details: { schema: 'a_library' } };
    await expect(store.create('a', libraryModel, '1.0.0', [])).rejects.toMatchObject(refused);
    expect((await store.datasets()).map(({ name }) => name)).toEqual(['default']);
    expect(await schemasOf(url)).toEqual(['a_library', 'seedgraph']);
  });

  it('changes nothing when somebody took the name while it was at work', async () => {
    const { url, store } = await open();
    const generation = await store.create('a', libraryModel, '1.0.0', []);
    await generation.finish();
    await administer(url, 'CREATE SCHEMA a_library CREATE TABLE mine (a int)');
    await expect(store.publish(generation)).rejects.toMatchObject({ code: 'FOREIGN_SCHEMA' });
    expect((await generation.state()).finished).toBe(true);
    await administer(url, 'ALTER SCHEMA a_library RENAME TO elsewhere');
    await store.publish(generation);
    expect(await countOf(store, 'a')).toBe(0);
    expect(await valuesOf(url, 'SELECT count(*) FROM elsewhere.mine')).toEqual(['0']);
  });

  it('takes a schema without its mark for somebody else’s, and neither replaces nor drops it', async () => {
    const { url, store } = await open();
    await publish(store, 'a', booksOnly(2));
    await administer(url, `COMMENT ON SCHEMA a_library IS 'I have made this my own.'`);
    await expect(store.create('a', libraryModel, '1.0.0', [])).rejects.toMatchObject({ code: 'FOREIGN_SCHEMA' });
    await expect(store.drop('a')).rejects.toMatchObject({ code: 'FOREIGN_SCHEMA' });
    expect(await countOf(store, 'a')).toBe(2);
  });

  it('drops every schema that it made, and no other', async () => {
    const { url, store, reopen } = await open();
    const others = ['a_library_2', 'a_library__0badcafe', 'mine'];
    for (const other of others) await administer(url, `CREATE SCHEMA ${other}`);
    for (const count of [1, 2, 3]) await publish(store, 'a', booksOnly(count));
    await store.create('a', libraryModel, '1.0.0', []);
    const again = await reopen();
    expect(await countOf(again, 'a')).toBe(3);
    expect(await again.drop('a')).toBe(true);
    expect(await schemasOf(url)).toEqual([...others, 'seedgraph']);
  });

  it('has one schema a published generation when it was closed, which a person would know by its name', async () => {
    const { url, store } = await open();
    for (const count of [1, 2, 3]) await publish(store, 'a', booksOnly(count));
    await store.close();
    expect(await schemasOf(url)).toEqual(['a_library', 'seedgraph']);
    expect(await valuesOf(url, 'SELECT count(*) FROM a_library.books')).toEqual(['3']);
    const [mark] = await valuesOf(url, `SELECT obj_description('a_library'::regnamespace)`);
    expect(mark).toMatch(/^Seedgraph generation [0-9a-f-]{36}: library in the dataset a\./);
  });

  it('keeps datasets apart whose names are alike in SQL, too long, or kept for PostgreSQL', async () => {
    const { url, store } = await open();
    const names = ['a-b', 'a_b', 'pg', 'x'.repeat(63), `${'x'.repeat(62)}y`];
    for (const [index, name] of names.entries()) await publish(store, name, booksOnly(index + 1));
    for (const [index, name] of names.entries()) expect(await countOf(store, name)).toBe(index + 1);
    const schemas = (await schemasOf(url)).map(String);
    expect(schemas).toHaveLength(names.length + 1);
    expect(schemas).toContain('a_b_library');
    expect(schemas).toContain('dataset_pg_library');
    for (const name of names) expect(await store.drop(name)).toBe(true);
    expect(await schemasOf(url)).toEqual(['seedgraph']);
  });

  it('can be opened for the first time by ten processes at once', async () => {
    const url = await newDatabase();
    const stores = await Promise.all(Array.from({ length: 10 }, () => opened({ url, maxSessions: 2 })));
    expect((await stores[9]?.datasets())?.map(({ name }) => name)).toEqual(['default']);
  });

  it('says of a layout it does not know that it is that of another version', async () => {
    const { url, store } = await open();
    await store.close();
    await administer(url, 'UPDATE seedgraph.layout SET version = 1000');
    await expect(openStore(url)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('layout 1000'),
    });
  });

  it.each([
    ['a database that does not exist', '/nobody_test', 'createdb nobody_test'],
    ['one that would be refused if it did', '/nobody', 'createdb nobody_dev; a name without _demo, _test or _dev'],
    ['a user that does not exist', { username: 'nobody' }, 'Check the user'],
    ['a port where nobody listens', { port: '1' }, 'check that PostgreSQL runs'],
    ['a host that does not exist', { hostname: 'nobody.invalid' }, 'no such host'],
  ])('says of %s what would be right, and never the password', async (_name, change, advice) => {
    const url = new URL(postgres.url);
    url.password = 'hush';
    Object.assign(url, typeof change === 'string' ? { pathname: change } : { pathname: '/some_test', ...change });
    const failed: Error = await openStore(url.href).then(
      () => new Error('it was opened'),
      (error) => error,
    );
    expect(failed).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(failed.message).toContain(advice);
    expect(JSON.stringify(failed) + failed.message).not.toContain('hush');
  });

  it('says what a user lacks who may not make schemas', async () => {
    const url = await newDatabase();
    const role = `seedgraph_${process.pid}_guest`;
    await administer(url, `CREATE ROLE ${role} LOGIN PASSWORD 'hush'`);
    cleanups.push(() => administer(url, `DROP ROLE ${role}`));
    const theirs = Object.assign(new URL(url), { username: role, password: 'hush' }).href;
    await expect(openStore(theirs)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/permission denied.*GRANT CREATE ON DATABASE/),
    });
  });

  it('says what a user lacks where another one has made everything', async () => {
    const { url } = await open();
    const role = `seedgraph_${process.pid}_second`;
    await administer(url, `CREATE ROLE ${role} LOGIN`);
    cleanups.push(() => administer(url, `DROP ROLE ${role}`));
    await expect(openStore(Object.assign(new URL(url), { username: role }).href)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/permission denied.*GRANT THAT USER TO USER/),
    });
  });

  it('says that a parameter of the URL is wrong', async () => {
    const url = `${await newDatabase()}?options=-c%20nonsense%3Dhush`;
    await expect(openStore(url)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/nonsense.*parameters of its URL/),
    });
  });

  it('shows its URL without the password', async () => {
    const url = Object.assign(new URL(await newDatabase()), { password: 'hu:sh' }).href;
    const { url: shown } = await opened({ url });
    expect(shown).toMatch(/^postgres:\/\/\w+@[\w.]+(:\d+)?\/seedgraph_\w+_test$/);
  });
});

it.each([
  ['postgres://a:b@h/x', 'postgres://a@h/x'],
  ['postgresql://a:b@c@h:1/x?sslmode=require&password=s', 'postgresql://a@h:1/x?sslmode=require'],
  ['postgres://a:b@/x?host=/run', 'postgres://a@/x?host=%2Frun'],
  ['postgres:///x', 'postgres:///x'],
  ['file:.seedgraph', 'file:.seedgraph'],
])('shows %s as %s', (url, shown) => {
  expect(shownStore(url)).toBe(shown);
});

it.each(['postgres:x', 'postgres://a:hush@h:99999/x', 'postgres://a:hu/sh@h/x', 'postgres://a:hu@/#sh@h/x'])(
  'refuses the URL %s',
  async (url) => {
    const failed: Error = await openStore(url).then(
      () => new Error('it was opened'),
      (error) => error,
    );
    expect(failed).toMatchObject({ code: 'INVALID_STORE_URL', message: expect.stringContaining('postgres://USER') });
    expect(JSON.stringify(failed) + failed.message).not.toMatch(/hu.?sh/);
  },
);
