import { describe, expect, it } from 'vitest';
import type { Generation, Mark } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { batchOf, book, entity, keyOf, libraryRows, member, standing } from './rows.ts';
import type { OpenStore } from './store.ts';

const books = entity('Book');
const members = entity('Member');
const modulus = 2n ** 256n;

/** Batches, and reads by key, for any store. */
export function describeWrites(open: OpenStore): void {
  const create = async (): Promise<Generation> => (await open()).store.create('a', libraryModel, '1.2.3', [{ seed: 42 }]);
  const inserting = (...indices: number[]) => new Map([[books, indices.map((index) => book(index))]]);

  describe('batches', () => {
    it('begins with an empty state', async () => {
      expect(await (await create()).state()).toEqual({
        version: '1.2.3',
        recipe: [{ seed: 42 }],
        checkpoint: { sequence: 0, position: null },
        totals: new Map(),
        finished: false,
      });
    });

    it('commits rows, checkpoint, totals and recipe together', async () => {
      const generation = await create();
      const changes = (sum: bigint) => new Map([['Book', { rows: 1, sum }]]);
      expect(await generation.write(batchOf(0, inserting(0), { changes: changes(modulus - 1n), recipe: { generate: 1 } }))).toBe(
        true,
      );
      expect(await generation.write(batchOf(1, inserting(1), { changes: changes(5n), position: [1, { at: 'x' }] }))).toBe(true);
      const state = await generation.state();
      expect(state.checkpoint).toEqual({ sequence: 2, position: [1, { at: 'x' }] });
      expect(state.totals).toEqual(new Map([['Book', { rows: 2, sum: 4n }]]));
      expect(state.recipe).toEqual([{ seed: 42 }, { generate: 1 }]);
    });

    it.each([0, 2, 99])('changes nothing for a batch with the sequence %i instead of 1', async (sequence) => {
      const generation = await create();
      await generation.write(batchOf(0, inserting(0)));
      const before = await generation.state();
      expect(await generation.write(batchOf(sequence, inserting(1), { recipe: { no: true } }))).toBe(false);
      expect(await generation.state()).toEqual(before);
      expect(await generation.get(books, [keyOf('Book', 1)])).toEqual([undefined]);
    });

    it('writes nothing of a batch with a key that exists', async () => {
      const generation = await create();
      await generation.write(batchOf(0, inserting(0, 1)));
      const before = await generation.state();
      const rows = new Map([
        [members, [member(0)]],
        [books, [book(2), book(1)]],
      ]);
      await expect(generation.write(batchOf(1, rows))).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await generation.state()).toEqual(before);
      expect(await generation.get(members, [keyOf('Member', 0)])).toEqual([undefined]);
      expect(await generation.write(batchOf(1, inserting(2)))).toBe(true);
    });

    it('refuses a unique text that differs in case only, once it is finished', async () => {
      const generation = await create();
      await generation.write(batchOf(0, new Map([...standing, [members, [member(0), member(1)]]])));
      await generation.finish();
      const twin = member(2, { email: 'MEMBER.1@LIBRARY.EXAMPLE' });
      await expect(generation.write(batchOf(1, new Map([[members, [twin]]])))).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await generation.write(batchOf(1, new Map([[members, [member(2)]]])))).toBe(true);
    });

    it('notices a unique value that was loaded twice at the latest when it finishes', async () => {
      const generation = await create();
      const load = async () => {
        await generation.write(batchOf(0, new Map([...standing, [members, [member(0), member(1, { number: 0 })]]])));
        await generation.finish();
      };
      await expect(load()).rejects.toMatchObject({ code: 'CONFLICT' });
      expect((await generation.state()).finished).toBe(false);
    });

    it('replaces rows by key, folded texts included', async () => {
      const generation = await create();
      await generation.write(batchOf(0, inserting(0, 1)));
      const changed = book(1, { title: 'ÄNDERUNG', subtitle: null, details: { new: 1 } });
      await generation.write(batchOf(1, new Map(), { replacements: [{ entity: books, rows: [changed] }] }));
      expect(await generation.get(books, [keyOf('Book', 0), keyOf('Book', 1)])).toEqual([book(0), changed]);
      const where = { kind: 'text', field: books.fieldNamed('title'), match: 'startsWith', value: 'änder' } as const;
      expect(await generation.count({ entity: books, where })).toEqual([1]);
    });

    it('refuses to replace a row that does not exist', async () => {
      const generation = await create();
      const batch = batchOf(0, inserting(0), { replacements: [{ entity: books, rows: [book(9)] }] });
      await expect(generation.write(batch)).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await generation.get(books, [keyOf('Book', 0)])).toEqual([undefined]);
    });

    it('removes rows by key, and frees what they held in the same batch', async () => {
      const generation = await create();
      await generation.write(batchOf(0, new Map([...standing, [members, [member(0), member(1), member(2)]]])));
      await generation.finish();
      const deletions = [{ entity: members, keys: [keyOf('Member', 0), keyOf('Member', 2)] }];
      const heir = member(3, { number: 0, email: 'MEMBER.0@library.example' });
      await generation.write(batchOf(1, new Map([[members, [heir]]]), { deletions }));
      expect(await generation.range(members, '', '~', 10)).toEqual([member(1), heir]);
    });

    it('refuses to remove a row that does not exist, and removes none', async () => {
      const generation = await create();
      await generation.write(batchOf(0, inserting(0)));
      const deletions = [{ entity: books, keys: [keyOf('Book', 0), keyOf('Book', 9)] }];
      await expect(generation.write(batchOf(1, new Map(), { deletions }))).rejects.toMatchObject({ code: 'CONFLICT' });
      expect(await generation.get(books, [keyOf('Book', 0)])).toEqual([book(0)]);
    });

    it('keeps marks by entity and key, and takes them away again', async () => {
      const generation = await create();
      const mark = (index: number, mark: Mark | null) => ({ key: keyOf('Book', index), mark });
      const all = () => generation.marks(books, '', '~', 10);
      expect(await all()).toEqual([]);
      await generation.write(
        batchOf(0, new Map(), {
          marks: [
            { entity: books, keys: [mark(3, 'edited'), mark(1, 'deleted'), mark(2, 'imported')] },
            { entity: members, keys: [{ key: keyOf('Member', 1), mark: 'kept' }] },
          ],
        }),
      );
      expect(await all()).toEqual([mark(1, 'deleted'), mark(2, 'imported'), mark(3, 'edited')]);
      expect(await generation.marks(books, keyOf('Book', 2), keyOf('Book', 3), 1)).toEqual([mark(2, 'imported')]);
      await generation.write(batchOf(1, new Map(), { marks: [{ entity: books, keys: [mark(1, null), mark(3, 'kept')] }] }));
      expect(await all()).toEqual([mark(2, 'imported'), mark(3, 'kept')]);
      expect(await generation.marks(members, '', '~', 10)).toEqual([{ key: keyOf('Member', 1), mark: 'kept' }]);
    });

    it.each([1, 7, 8, 63, 64, 65, 200, 1_000])('writes %i rows at once', async (count) => {
      const generation = await create();
      await generation.write(batchOf(0, inserting(...Array(count).keys())));
      const rows = await generation.range(books, keyOf('Book', 0), keyOf('Book', count), count + 1);
      expect(rows).toEqual(Array.from({ length: count }, (_, index) => book(index)));
    });

    it('changes its revision with every batch, and keeps it otherwise', async () => {
      const generation = await create();
      const first = await generation.revision();
      await generation.get(books, [keyOf('Book', 0)]);
      expect(await generation.revision()).toBe(first);
      await generation.write(batchOf(0, inserting(0)));
      expect(await generation.revision()).not.toBe(first);
    });

    it('finishes more than once, and takes batches afterwards', async () => {
      const generation = await create();
      await generation.write(batchOf(0, libraryRows));
      await generation.finish();
      await generation.finish();
      expect((await generation.state()).finished).toBe(true);
      expect(await generation.write(batchOf(1, inserting(60)))).toBe(true);
      expect(await generation.count({ entity: books })).toEqual([61]);
    });
  });

  describe('reads by key', () => {
    it('gives rows in the order of the keys, twice if asked twice, and undefined for strangers', async () => {
      const generation = await create();
      await generation.write(batchOf(0, inserting(0, 1, 2)));
      const keys = [2, 0, 9, 2].map((index) => keyOf('Book', index));
      expect(await generation.get(books, keys)).toEqual([book(2), book(0), undefined, book(2)]);
      expect(await generation.get(books, [`'; --`])).toEqual([undefined]);
      expect(await generation.get(books, [])).toEqual([]);
    });

    it('gives back every cell as it was written', async () => {
      const generation = await create();
      const rows = Array.from({ length: 40 }, (_, index) => book(index));
      await generation.write(batchOf(0, new Map([[books, rows]])));
      expect(await generation.range(books, '', '~', 100)).toEqual(rows);
    });

    it('reads a range of keys, both ends included, up to the limit', async () => {
      const generation = await create();
      await generation.write(batchOf(0, inserting(0, 1, 2, 3, 4)));
      const range = (from: number, to: number, limit: number) =>
        generation.range(books, keyOf('Book', from), keyOf('Book', to), limit);
      expect(await range(1, 3, 10)).toEqual([book(1), book(2), book(3)]);
      expect(await range(1, 3, 2)).toEqual([book(1), book(2)]);
      expect(await range(3, 1, 10)).toEqual([]);
    });
  });
}
