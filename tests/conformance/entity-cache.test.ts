import { describe, expect, it } from 'vitest';
import { openStore, withEntityCache } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { batchOf, book, entity, keyOf, member, publish } from './rows.ts';
import { describeStore } from './store.ts';

const books = entity('Book');
const members = entity('Member');
const keys = (...indices: number[]) => indices.map((index) => keyOf('Book', index));

async function cached(max?: number) {
  const store = withEntityCache(await openStore('memory:'), max === undefined ? {} : { max });
  await publish(store, 'a', new Map([[books, [book(0), book(1), book(2)]]]));
  const generation = await store.open('a', libraryModel);
  if (!generation) throw new TypeError('Nothing was published.');
  return { store, generation };
}

describe('the entity cache', () => {
  it('reads a row once', async () => {
    const { store, generation } = await cached();
    expect(await generation.get(books, keys(0, 1))).toEqual([book(0), book(1)]);
    expect(await generation.get(books, keys(1, 2, 0))).toEqual([book(1), book(2), book(0)]);
    expect(store.stats()).toEqual({ hits: 2, misses: 3, size: 3 });
  });

  it('does not remember that there was none', async () => {
    const { store, generation } = await cached();
    expect(await generation.get(books, keys(7, 0, 7))).toEqual([undefined, book(0), undefined]);
    await generation.write(batchOf(1, new Map([[books, [book(7)]]])));
    expect(await generation.get(books, keys(7))).toEqual([book(7)]);
    expect(store.stats().hits).toBe(0);
  });

  it('forgets rows that were replaced', async () => {
    const { generation } = await cached();
    await generation.get(books, keys(0));
    const changed = book(0, { title: 'Changed' });
    await generation.write(batchOf(1, new Map(), { replacements: [{ entity: books, rows: [changed] }] }));
    expect(await generation.get(books, keys(0))).toEqual([changed]);
  });

  it('reads a page that has a name once, whatever the parents beside', async () => {
    const { store, generation } = await cached();
    const by = entity('Book').references.find(({ name }) => name === 'shelf')?.field;
    if (!by) throw new TypeError('Books have no shelf.');
    const find = (...shelves: number[]) =>
      generation.find({
        entity: books,
        order: [],
        limit: 5,
        name: 'books of shelves',
        within: { kind: 'inverse', by, parents: shelves.map((index) => keyOf('Shelf', index)) },
      });
    const first = await find(0, 1);
    expect(await find(3, 1, 2, 0)).toEqual([...(await find(3)), first[1], ...(await find(2)), first[0]]);
    expect(store.stats()).toMatchObject({ misses: 4, hits: 4 });
    const all = { entity: books, order: [], limit: 2 };
    const [page] = await generation.find({ ...all, name: 'the first two' });
    expect(await generation.find({ ...all, name: 'the first two' })).toEqual([page]);
    expect(page).toMatchObject({ rows: [book(0), book(1)], more: true });
    expect(store.stats()).toMatchObject({ misses: 5, hits: 5 });
    await generation.write(batchOf(1, new Map(), { replacements: [{ entity: books, rows: [book(0, { title: 'Changed' })] }] }));
    expect((await generation.find({ ...all, name: 'the first two' }))[0]?.rows[0]).toEqual(book(0, { title: 'Changed' }));
  });

  it('does not hold more than it should', async () => {
    const { store, generation } = await cached(4);
    for (const limit of [1, 2, 3]) await generation.find({ entity: books, order: [], limit, name: `the first ${limit}` });
    expect(store.stats().size).toBe(4);
    await generation.get(books, keys(0, 1, 2));
    expect(store.stats().size).toBeLessThanOrEqual(8);
  });

  it('keeps entities, datasets and generations apart', async () => {
    const { store, generation } = await cached();
    const other = book(0, { title: 'Other' });
    await publish(
      store,
      'b',
      new Map([
        [books, [other]],
        [members, [member(0, { id: keyOf('Book', 0) })]],
      ]),
    );
    const b = await store.open('b', libraryModel);
    expect(await generation.get(books, keys(0))).toEqual([book(0)]);
    expect(await b?.get(books, keys(0))).toEqual([other]);
    expect(await b?.get(members, keys(0))).toEqual([member(0, { id: keyOf('Book', 0) })]);
    expect(await generation.get(members, keys(0))).toEqual([undefined]);
    await publish(store, 'a', new Map([[books, [other]]]));
    expect(await (await store.open('a', libraryModel))?.get(books, keys(0))).toEqual([other]);
    expect(await generation.get(books, keys(0))).toEqual([book(0)]);
  });

  it('holds no more rows than it may', async () => {
    const { store, generation } = await cached(2);
    expect(await generation.get(books, keys(0, 1, 2))).toEqual([book(0), book(1), book(2)]);
    expect(store.stats().size).toBe(2);
  });

  it('gives the same generation every time', async () => {
    const { store, generation } = await cached();
    expect(await store.open('a', libraryModel)).toBe(generation);
  });
});

describeStore('a cached store', async () => ({ store: withEntityCache(await openStore('memory:')) }));
