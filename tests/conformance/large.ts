import { beforeAll, describe, expect, it } from 'vitest';
import type { CellRow } from '../../src/definition/index.ts';
import type { Condition, Find, Generation, Order } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { expectedPosition, expectedRows } from './oracle.ts';
import { book, entity, publish } from './rows.ts';
import type { OpenStore } from './store.ts';

const books = entity('Book');
const f = (name: string) => books.fieldNamed(name);
const ids = (rows: readonly CellRow[] = []) => rows.map((row) => row[books.key.index]);

const rows = new Map([[books, Array.from({ length: 12_500 }, (_, index) => book(index))]]);

const wheres: readonly (readonly [string, Condition | undefined])[] = [
  ['all rows', undefined],
  ['many', { kind: 'compare', field: f('lendable'), operator: 'eq', value: 1 }],
  ['few, found by a scan', { kind: 'text', field: f('isbn'), match: 'endsWith', value: '777' }],
  ['one, found by an index', { kind: 'compare', field: f('isbn'), operator: 'eq', value: 'isbn-11123' }],
  ['none', { kind: 'text', field: f('title'), match: 'contains', value: 'nothing like it' }],
];

const orders: readonly (readonly [string, readonly Order[]])[] = [
  ['the key', []],
  ['an index', [{ field: f('title'), direction: 'asc' }]],
  ['an index, backwards, with NULLs', [{ field: f('subtitle'), direction: 'desc' }]],
  ['no index', [{ field: f('genre'), direction: 'desc' }]],
  ['no index, with NULLs', [{ field: f('rating'), direction: 'asc' }]],
];

/** Tables of which a store may not look at all rows at once. */
export function describeLarge(open: OpenStore): void {
  describe('a large table', () => {
    let generation: Generation;
    beforeAll(async () => {
      const { store } = await open();
      await publish(store, 'large', rows);
      const opened = await store.open('large', libraryModel);
      if (!opened) throw new TypeError('Nothing was published.');
      generation = opened;
    });

    it.each(wheres)('counts %s', async (_name, where) => {
      const expected = expectedRows(rows, { entity: books, order: [], ...(where && { where }) }).length;
      expect(await generation.count({ entity: books, ...(where && { where }) })).toEqual([expected]);
    });

    describe.each(wheres)('%s', (_name, where) => {
      it.each(orders)('in the order of %s', async (_order, order) => {
        const query = { entity: books, order, ...(where && { where }) };
        const all = expectedRows(rows, query);
        const check = async (more: Partial<Find>, expected: readonly CellRow[]) => {
          const [page] = await generation.find({ ...query, limit: 30, ...more });
          expect(ids(page?.rows)).toEqual(ids(more.fromEnd ? expected.slice(-30) : expected.slice(0, 30)));
          expect(page?.more).toBe(expected.length > 30);
        };
        const [low, high] = [Math.floor(all.length / 3), Math.floor((all.length * 2) / 3)];
        const after = expectedPosition(rows, query, all[low] ?? []);
        const before = expectedPosition(rows, query, all[high] ?? []);
        for (const fromEnd of [false, true]) {
          await check({ fromEnd }, all);
          if (high === low) continue;
          await check({ fromEnd, after }, all.slice(low + 1));
          await check({ fromEnd, before }, all.slice(0, high));
          await check({ fromEnd, after, before }, all.slice(low + 1, high));
        }
      });
    });
  });
}
