import { beforeAll, describe, expect, it } from 'vitest';
import type { CellRow, InverseModel, ReferenceModel } from '../../src/definition/index.ts';
import type { Condition, Find, Generation, Order, Within } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { expectedGroups, expectedPosition, expectedRows } from './oracle.ts';
import { book, entity, keyOf, publish, rowOf } from './rows.ts';
import type { OpenStore } from './store.ts';

const books = entity('Book');
const f = (name: string) => books.fieldNamed(name);
const ids = (rows: readonly CellRow[] = []) => rows.map((row) => row[books.key.index]);

// Most stand on one shelf.
const shelfOf = (index: number) => keyOf('Shelf', index % 5 === 0 ? 1 + (index % 4) : 0);
const shelves = [0, 1, 2, 3, 4].map((index) =>
  rowOf('Shelf', { id: keyOf('Shelf', index), libraryId: keyOf('Library', 0), label: `Shelf ${index}`, capacity: 20 }),
);
const rows = new Map([
  [entity('Shelf'), shelves],
  [books, Array.from({ length: 14_000 }, (_, index) => book(index, { shelfId: shelfOf(index) }))],
]);
const within: Within = { kind: 'inverse', by: f('shelfId'), parents: [1, 0, 2, 7].map((index) => keyOf('Shelf', index)) };

const [prequel] = books.references.filter(({ name }) => name === 'prequel');
const [sequels] = books.inverses.filter(({ name }) => name === 'sequels');
const [shelf] = books.references.filter(({ name }) => name === 'shelf');
const [onShelf] = entity('Shelf').inverses.filter(({ name }) => name === 'books');
if (!prequel || !sequels || !shelf || !onShelf) throw new TypeError('The library lacks something that the tests need.');
const cheap: Condition = { kind: 'compare', field: f('price'), operator: 'lt', value: 9 };

const beside = (condition: Condition, reference: ReferenceModel, inverse: InverseModel): Condition => ({
  kind: 'reference',
  reference,
  condition: { kind: 'children', inverse, quantifier: 'some', condition },
});
const unheardOf = { kind: 'text', field: f('title'), match: 'contains', value: 'nothing like it' } as const;
const multiplied = beside(beside(unheardOf, shelf, onShelf), shelf, onShelf);

const wheres: readonly (readonly [string, Condition | undefined])[] = [
  ['all rows', undefined],
  ['many', { kind: 'compare', field: f('lendable'), operator: 'eq', value: 1 }],
  ['few, found by a scan', { kind: 'text', field: f('isbn'), match: 'endsWith', value: '777' }],
  ['one, found by an index', { kind: 'compare', field: f('isbn'), operator: 'eq', value: 'isbn-11123' }],
  ['none', { kind: 'text', field: f('title'), match: 'contains', value: 'nothing like it' }],
  // By an index, which leads to more rows than may be looked at in one statement.
  ['a range of an index', { kind: 'compare', field: f('publishedOn'), operator: 'gt', value: '2012-01-01' }],
  ['a large part by an index', { kind: 'compare', field: f('shelfId'), operator: 'eq', value: keyOf('Shelf', 0) }],
  ['by rows that refer', { kind: 'children', inverse: sequels, quantifier: 'some', condition: cheap }],
  ['by rows that refer, none', { kind: 'children', inverse: sequels, quantifier: 'none', condition: cheap }],
  ['by the row referred to', { kind: 'reference', reference: prequel, condition: cheap }],
];

const orders: readonly (readonly [string, readonly Order[]])[] = [
  ['the key', []],
  ['an index', [{ field: f('title'), direction: 'asc' }]],
  ['an index, backwards, with NULLs', [{ field: f('subtitle'), direction: 'desc' }]],
  ['no index', [{ field: f('genre'), direction: 'desc' }]],
  ['no index, with NULLs', [{ field: f('rating'), direction: 'asc' }]],
  ['an index, with many equal', [{ field: f('publishedOn'), direction: 'asc' }]],
  ['a reference', [{ field: f('pages'), via: [prequel], direction: 'desc' }]],
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

    it.each(wheres)('measures %s, whole and by parents', async (_name, where) => {
      const measured = ['pages', 'weight', 'publishedOn'].map(f);
      const query = { entity: books, groupBy: [f('genre'), f('signed')], measured, maxGroups: 9, ...(where && { where }) };
      const all = expectedRows(rows, { ...query, order: [] });
      const { index } = f('shelfId');
      const partOf = (parent: string) =>
        expectedGroups(
          all.filter((row) => row[index] === parent),
          query,
        );
      expect(await generation.aggregate(query)).toEqual([expectedGroups(all, query)]);
      expect(await generation.aggregate({ ...query, within })).toEqual(within.parents.map(partOf));
    });

    it.each(orders)('gives each parent its page, in the order of %s', async (_order, order) => {
      const where = { kind: 'text', field: f('isbn'), match: 'endsWith', value: '7' } as const;
      const all = expectedRows(rows, { entity: books, order, where });
      const { index } = f('shelfId');
      for (const fromEnd of [false, true]) {
        const pages = await generation.find({ entity: books, order, where, within, limit: 20, fromEnd });
        const expected = within.parents.map((parent) => all.filter((row) => row[index] === parent));
        expect(pages.map((page) => ids(page.rows))).toEqual(
          expected.map((its) => ids(its.slice(...(fromEnd ? [-20] : [0, 20])))),
        );
        expect(pages.map(({ more }) => more)).toEqual(expected.map((its) => its.length > 20));
      }
    });

    it('refuses what multiplies the rows of a list with themselves, for each row of its own, unless it can tell', async () => {
      const where = multiplied;
      const refused = { code: 'FILTER_TOO_EXPENSIVE', inputPath: ['filter'] };
      const orRefused = async (read: Promise<unknown>, answer: unknown) => {
        const [outcome] = await Promise.allSettled([read]);
        if (outcome.status === 'fulfilled') expect(outcome.value).toEqual(answer);
        else expect(outcome.reason).toMatchObject(refused);
      };
      const none = { rows: [], positions: [], more: false };
      await orRefused(generation.count({ entity: books, where }), [0]);
      await orRefused(generation.find({ entity: books, where, order: [], limit: 1 }), [none]);
      const pages = within.parents.map(() => none);
      await orRefused(generation.find({ entity: books, where, order: [], limit: 1, within }), pages);
    });

    it('lets others have their turn between the rows that are compared with hundreds of values', async () => {
      const conditions = Array.from({ length: 490 }, (_, index): Condition => ({ ...unheardOf, value: `nothing ${index}` }));
      let turns = 0;
      let next = setImmediate(function turn() {
        turns++;
        next = setImmediate(turn);
      });
      await generation.count({ entity: books, where: { kind: 'or', conditions } });
      clearImmediate(next);
      expect(turns).toBeGreaterThan(8);
    });

    describe('with a signal', () => {
      const scan: Condition = { kind: 'text', field: f('title'), match: 'contains', value: 'nothing like it' };
      const reads: readonly (readonly [string, (signal: AbortSignal) => Promise<unknown>])[] = [
        ['find', (signal) => generation.find({ entity: books, where: scan, order: [], limit: 1, signal })],
        ['find, sorted', (signal) => generation.find({ entity: books, where: scan, order: rated, limit: 1, signal })],
        ['find within', (signal) => generation.find({ entity: books, where: scan, order: rated, limit: 1, within, signal })],
        ['count', (signal) => generation.count({ entity: books, where: scan, signal })],
        [
          'aggregate',
          (signal) => generation.aggregate({ entity: books, groupBy: [], measured: [], maxGroups: 1, where: scan, signal }),
        ],
      ];
      const rated: readonly Order[] = [{ field: f('rating'), direction: 'asc' }];

      it.each(reads)('does not begin when it is aborted already: %s', async (_name, read) => {
        const reason = new Error('enough');
        await expect(read(AbortSignal.abort(reason))).rejects.toBe(reason);
      });

      it.each(reads)('lets others have their turn in the middle, and stops there: %s', async (_name, read) => {
        const reason = new Error('enough');
        const abort = new AbortController();
        // Enough at once that they take many turns; all of them are still under way at the first.
        const running = Array.from({ length: 20 }, () => read(abort.signal));
        setImmediate(() => abort.abort(reason));
        const outcomes = await Promise.allSettled(running);
        expect(outcomes.at(-1)).toEqual({ status: 'rejected', reason });
      });
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
