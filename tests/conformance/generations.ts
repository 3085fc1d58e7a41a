import { describe, expect, it, vi } from 'vitest';
import { type AnyEntity, field, modelOf } from '../../src/definition/index.ts';
import { type Generation, StoreError } from '../../src/store/index.ts';
import { library, libraryModel } from '../fixtures/library.ts';
import { batchOf, book, entity, keyOf, libraryRows, publish } from './rows.ts';
import type { OpenStore } from './store.ts';

const books = entity('Book');
const booksOnly = (count: number) => new Map([[books, Array.from({ length: count }, (_, index) => book(index))]]);

/** How generations come and go, for any store. */
export function describeGenerations(open: OpenStore): void {
  describe('datasets and generations', () => {
    it('lists the default dataset though nothing is in it', async () => {
      const { store } = await open();
      const record = { name: 'default', createdAt: expect.any(String), lastUsedAt: expect.any(String), domains: [] };
      expect(await store.datasets()).toEqual([record]);
      expect(await store.open('default', libraryModel)).toBeUndefined();
    });

    it('says when a dataset was last used', async () => {
      const { store } = await open();
      const usedAt = async (name: string) => (await store.datasets()).find((each) => each.name === name)?.lastUsedAt ?? '';
      await publish(store, 'a', booksOnly(1));
      await publish(store, 'b', booksOnly(1));
      const generation = await store.open('a', libraryModel);
      const [a, b] = [await usedAt('a'), await usedAt('b')];
      expect(new Date(a).toISOString()).toBe(a);
      // Until the clock has gone on.
      await vi.waitFor(async () => {
        await generation?.get(books, [keyOf('Book', 0)]);
        expect((await usedAt('a')) > a).toBe(true);
      });
      expect(await usedAt('b')).toBe(b);
    });

    it('shows a generation only when it is published', async () => {
      const { store } = await open();
      const generation = await store.create('a', libraryModel, '1.0.0', [{ seed: 42 }]);
      await generation.write(batchOf(0, libraryRows));
      await generation.finish();
      expect(await store.open('a', libraryModel)).toBeUndefined();
      await store.publish(generation);
      const opened = await store.open('a', libraryModel);
      expect(opened?.id).toBe(generation.id);
      expect(opened?.dataset).toBe('a');
      expect((await store.datasets()).map(({ name, domains }) => [name, domains])).toEqual([
        ['a', ['library']],
        ['default', []],
      ]);
    });

    it('refuses to publish what is not finished, published already or discarded', async () => {
      const { store } = await open();
      const generation = await store.create('a', libraryModel, '1.0.0', []);
      await expect(store.publish(generation)).rejects.toMatchObject({ code: 'CONFLICT' });
      await generation.finish();
      await store.publish(generation);
      await expect(store.publish(generation)).rejects.toMatchObject({ code: 'CONFLICT' });
      const other = await store.create('a', libraryModel, '1.0.0', []);
      await store.discard(other);
      await expect(store.publish(other)).rejects.toMatchObject({ code: 'CONFLICT' });
    });

    it('lets readers of a replaced generation finish', async () => {
      const { store } = await open();
      await publish(store, 'a', booksOnly(10));
      const old = await store.open('a', libraryModel);
      await publish(store, 'a', booksOnly(3));
      expect(await old?.count({ entity: books })).toEqual([10]);
      expect(await old?.get(books, [keyOf('Book', 7)])).toEqual([book(7)]);
      const now = await store.open('a', libraryModel);
      expect(await now?.count({ entity: books })).toEqual([3]);
      expect(now?.id).not.toBe(old?.id);
    });

    it('keeps datasets apart', async () => {
      const { store } = await open();
      await publish(store, 'a', booksOnly(1));
      await publish(store, 'b', booksOnly(2));
      expect(await store.drop('a')).toBe(true);
      expect(await store.open('a', libraryModel)).toBeUndefined();
      expect(await (await store.open('b', libraryModel))?.count({ entity: books })).toEqual([2]);
    });

    it('drops a dataset once, and empties the default one', async () => {
      const { store } = await open();
      await publish(store, 'a');
      await publish(store, 'default');
      expect([await store.drop('a'), await store.drop('a'), await store.drop('nobody')]).toEqual([true, false, false]);
      expect(await store.drop('default')).toBe(true);
      expect((await store.datasets()).map(({ name, domains }) => [name, domains])).toEqual([['default', []]]);
    });

    it('goes on with an unpublished generation, which a newer one discards', async () => {
      const { store } = await open();
      const first = await store.create('a', libraryModel, '1.0.0', [{ seed: 1 }]);
      await first.write(batchOf(0, booksOnly(2)));
      const again = await store.reopen(first.id, libraryModel);
      expect((await again?.state())?.checkpoint).toEqual({ sequence: 1, position: { sequence: 0 } });
      const second = await store.create('a', libraryModel, '1.0.0', [{ seed: 2 }]);
      expect(await store.reopen(first.id, libraryModel)).toBeUndefined();
      expect(await store.reopen(second.id, libraryModel)).toBeDefined();
    });

    it('opens the rows that are published, also for definitions that have changed since', async () => {
      const { store } = await open();
      expect(await store.openRows('a', libraryModel)).toBeUndefined();
      await publish(store, 'a', booksOnly(3));
      const all = async (rows: Pick<Generation, 'range'> | undefined) => rows?.range(books, '', '\u{10ffff}', 10);
      expect(await all(await store.openRows('a', libraryModel))).toEqual(await all(await store.open('a', libraryModel)));
      const entities = library.entities
        .filter(({ name }) => name !== 'Loan' && name !== 'MemberRecord')
        .map((each) => (each.name === 'Book' ? ({ ...each, ...withReview(each) } as AnyEntity) : each));
      const changed = modelOf({ ...library, entities });
      const rows = await store.openRows('a', changed);
      const reviewed = changed.entity('Book');
      const now = await (await store.open('a', libraryModel))?.range(books, '', '\u{10ffff}', 10);
      expect(now).toHaveLength(3);
      expect(await rows?.range(reviewed, '', '\u{10ffff}', 10)).toEqual(now?.map((row) => [...row, null]));
      const [key = ''] = (now ?? []).map((row) => String(row[books.key.index]));
      expect(await rows?.get(reviewed, ['nobody', key])).toEqual([undefined, [...(now?.[0] ?? []), null]]);
      expect(await rows?.marks(reviewed, '', '\u{10ffff}', 10)).toEqual([]);
      expect([...(rows?.missing ?? [])].map(([entity, fields]) => [entity, fields.map(({ name }) => name)])).toEqual([
        [reviewed, ['review']],
      ]);
    });

    it('leaves the published generation alone when a newer one is discarded', async () => {
      const { store } = await open();
      await publish(store, 'a', booksOnly(4));
      await store.discard(await store.create('a', libraryModel, '1.0.0', []));
      expect(await (await store.open('a', libraryModel))?.count({ entity: books })).toEqual([4]);
    });

    it('forgets a dataset that was made for a discarded generation alone', async () => {
      const { store } = await open();
      await store.discard(await store.create('a', libraryModel, '1.0.0', []));
      expect((await store.datasets()).map(({ name }) => name)).toEqual(['default']);
    });

    it.each(['', '../up', 'A', 'a/b', '-a', 'a'.repeat(64)])('refuses the dataset name %j', async (name) => {
      const { store } = await open();
      const refused = store.create(name, libraryModel, '1.0.0', []);
      await expect(refused).rejects.toBeInstanceOf(StoreError);
      await expect(refused).rejects.toMatchObject({ code: 'INVALID_DATASET_NAME' });
      expect(await store.open(name, libraryModel)).toBeUndefined();
    });

    it('finds everything again after it was closed', async (context) => {
      const { store, reopen } = await open();
      if (!reopen) return context.skip('this store ends with its process');
      await publish(store, 'a', booksOnly(5));
      const unpublished = await store.create('a', libraryModel, '1.0.0', [{ seed: 7 }]);
      await unpublished.write(batchOf(0, booksOnly(2)));
      const again = await reopen();
      expect(await (await again.open('a', libraryModel))?.count({ entity: books })).toEqual([5]);
      const resumed = await again.reopen(unpublished.id, libraryModel);
      expect(await resumed?.state()).toEqual(await unpublishedState());
      async function unpublishedState() {
        const totals = new Map([['Book', { rows: 2, sum: 1n }]]);
        const checkpoint = { sequence: 1, position: { sequence: 0 } };
        return { version: '1.0.0', recipe: [{ seed: 7 }], checkpoint, totals, finished: false };
      }
    });
  });
}

/** A field more than the entity has. */
function withReview(entity: AnyEntity) {
  const values = 'values' in entity ? entity.values : {};
  return {
    fields: { ...entity.fields, review: field.string('What readers say.', { optional: true }) },
    values: { ...values, review: () => null },
  };
}
