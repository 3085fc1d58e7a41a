import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { libraryModel } from '../fixtures/library.ts';
import { job } from './control.ts';
import { batchOf, book, entity, keyOf, publish } from './rows.ts';

const books = entity('Book');
const one = new Map([[books, [book(0)]]]);

describe('SQLite files', () => {
  let directory: string;
  const stores: Store[] = [];
  const open = async (maxOpen?: number) => {
    const store = await openSqliteStore({ directory, ...(maxOpen && { maxOpen }) });
    stores.push(store);
    return store;
  };
  const filesOf = async (dataset: string) => (await readdir(join(directory, dataset))).filter((file) => file.endsWith('.sqlite'));

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'seedgraph-'));
  });

  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    await rm(directory, { recursive: true });
  });

  it('makes the directory', async () => {
    directory = join(directory, 'deep');
    await publish(await open(), 'a', one);
    expect(await readdir(directory)).toContain('control.sqlite');
    directory = join(directory, '..');
  });

  it('has one file a published generation', async () => {
    const store = await open();
    await publish(store, 'a', one);
    await store.open('a', libraryModel);
    await publish(store, 'a', one);
    expect(await filesOf('a')).toHaveLength(1);
    await store.drop('a');
    expect(await readdir(directory)).not.toContain('a');
  });

  it('closes what has been replaced long ago', async (context) => {
    if (!existsSync('/proc/self/fd')) return context.skip('there is no /proc to count open files in');
    const store = await open();
    await publish(store, 'a', one);
    const reader = await store.open('a', libraryModel);
    for (let time = 0; time < 4; time++) await publish(store, 'a', one);
    const before = (await readdir('/proc/self/fd')).length;
    for (let time = 0; time < 12; time++) await publish(store, 'a', one);
    expect((await readdir('/proc/self/fd')).length).toBeLessThanOrEqual(before + 4);
    await expect(reader?.state()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  it('removes files that nobody knows when it is opened, and no others', async () => {
    const store = await open();
    await publish(store, 'a', one);
    const unpublished = await store.create('a', libraryModel, '1.0.0', []);
    await store.close();
    await writeFile(join(directory, 'a', 'library.unknown.sqlite'), '');
    await writeFile(join(directory, 'a', 'library.unknown.sqlite-wal'), '');
    await writeFile(join(directory, 'a', 'notes.txt'), '');
    const again = await open();
    expect((await readdir(join(directory, 'a'))).filter((file) => !file.startsWith('library.'))).toEqual(['notes.txt']);
    expect(await filesOf('a')).toHaveLength(2);
    expect(await again.reopen(unpublished.id, libraryModel)).toBeDefined();
  });

  it('works with more generations than it keeps open', async () => {
    const store = await open(2);
    const names = ['a', 'b', 'c', 'd', 'e'];
    for (const name of names) await publish(store, name, one);
    const generations = await Promise.all(names.map((name) => store.open(name, libraryModel)));
    for (const _round of [1, 2]) {
      for (const generation of generations) expect(await generation?.get(books, [keyOf('Book', 0)])).toEqual([book(0)]);
    }
  });

  it('keeps a bounded number of files open, however many datasets are in use', async (context) => {
    if (!existsSync('/proc/self/fd')) return context.skip('there is no /proc to count open files in');
    const store = await open(4);
    const openFiles = async () => (await readdir('/proc/self/fd')).length;
    const names = Array.from({ length: 24 }, (_, index) => `d${index}`);
    for (const name of names.slice(0, 6)) await publish(store, name, one);
    const before = await openFiles();
    for (const name of names.slice(6)) await publish(store, name, one);
    for (const name of names) await (await store.open(name, libraryModel))?.count({ entity: books });
    expect(await openFiles()).toBeLessThanOrEqual(before + 3);
  });

  it('knows when a dataset was last written, also after it was opened again', async () => {
    const store = await open();
    await publish(store, 'a', one);
    const usedAt = async (opened: Store) => (await opened.datasets()).find(({ name }) => name === 'a')?.lastUsedAt;
    await store.close();
    const [file = ''] = await filesOf('a');
    await utimes(join(directory, 'a', file), new Date(), new Date('2100-01-01T00:00:00Z'));
    expect(await usedAt(await open())).toBe('2100-01-01T00:00:00.000Z');
  });

  it('never gives a revision again after a file was closed to make room', async () => {
    const store = await open(1);
    await publish(store, 'a', one);
    await publish(store, 'b', one);
    const [a, b] = [await store.open('a', libraryModel), await store.open('b', libraryModel)];
    const before = await a?.revision();
    await b?.revision();
    await a?.write(batchOf(1, new Map([[books, [book(1)]]])));
    await b?.revision();
    expect(await a?.revision()).not.toBe(before);
  });

  it('says which file is damaged, and what to do', async () => {
    const store = await open();
    await publish(store, 'a', one);
    await store.close();
    const [file = ''] = await filesOf('a');
    for (const suffix of ['-wal', '-shm']) await rm(join(directory, 'a', `${file}${suffix}`), { force: true });
    await writeFile(join(directory, 'a', file), 'This is no database, and it is long enough to be seen as none.'.repeat(100));
    await expect((await open()).open('a', libraryModel)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/library\..*seed the dataset again/),
      details: { file: join(directory, 'a', file) },
    });
  });

  it('says which file is missing', async () => {
    const store = await open();
    await publish(store, 'a', one);
    await store.close();
    await rm(join(directory, 'a'), { recursive: true });
    await expect((await open()).open('a', libraryModel)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  // Root may write everywhere.
  it('says that it cannot write', async (context) => {
    if (process.getuid?.() === 0) return context.skip('root may write anywhere');
    await chmod(directory, 0o500);
    await expect(open()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await chmod(directory, 0o700);
  });

  it('says that a directory is none', async () => {
    await writeFile(join(directory, 'file'), '');
    await expect(openStore(`file:${join(directory, 'file')}`)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  it.each(['', 'file:', 'mysql://localhost/x', 'data', 'memory'])('refuses the URL %j', async (url) => {
    await expect(openStore(url)).rejects.toMatchObject({ code: 'INVALID_STORE_URL' });
  });
});

describe('SQLite in memory', () => {
  it('has room for so many datasets', async () => {
    const store = await openSqliteStore({ memory: true, maxDatasets: 3 });
    await publish(store, 'a', one);
    await publish(store, 'b', one);
    await publish(store, 'b', one);
    await expect(publish(store, 'c', one)).rejects.toMatchObject({ code: 'STORE_LIMIT', details: { limit: 3 } });
    await store.drop('a');
    await publish(store, 'c', one);
    await store.close();
  });

  it('forgets the oldest of the jobs that have come to an end', async () => {
    const store = await openSqliteStore({ memory: true, maxSettledJobs: 2 });
    const states = ['RUNNING', 'COMPLETED', 'INTERRUPTED', 'FAILED', 'CANCELED', 'COMPLETED'] as const;
    for (const [index, status] of states.entries()) await store.control.saveJob(job(`${index}`, { status }));
    expect((await store.control.jobs({ limit: 10 })).map(({ id }) => id)).toEqual(['5', '4', '2', '0']);
    await store.close();
  });
});
