import { beforeAll, describe, expect, it } from 'vitest';
import type { CellRow, ReferenceModel } from '../../src/definition/index.ts';
import type { Find, Generation, Order, Within } from '../../src/store/index.ts';
import { book, compare, conditions, f, known, nestedConditions, text } from './conditions.ts';
import { expectedPosition, expectedRows } from './oracle.ts';
import { entity, keyOf, libraryRows, publish } from './rows.ts';
import type { OpenStore } from './store.ts';

const order = (name: string, direction: 'asc' | 'desc'): Order => ({ field: f(name), direction });

const orders: readonly (readonly [string, readonly Order[]])[] = [
  ['key', []],
  ['text', [order('title', 'asc')]],
  ['text, descending', [order('title', 'desc')]],
  ['optional text', [order('subtitle', 'asc')]],
  ['optional text, descending', [order('subtitle', 'desc')]],
  ['optional number', [order('pages', 'asc')]],
  ['optional number, descending', [order('pages', 'desc')]],
  ['two', [order('genre', 'desc'), order('pages', 'asc')]],
  ['three, optional first', [order('pages', 'desc'), order('subtitle', 'asc'), order('price', 'desc')]],
  ['a reference', [through(['shelf'], 'label', 'asc')]],
  ['a reference, descending', [through(['shelf'], 'label', 'desc')]],
  ['an optional reference', [through(['author'], 'lastName', 'asc')]],
  ['an optional field through an optional reference', [through(['author'], 'bornOn', 'desc')]],
  ['two references in a row', [through(['prequel', 'author'], 'lastName', 'desc')]],
  ['the same reference twice', [through(['author'], 'lastName', 'desc'), through(['author'], 'firstName', 'asc')]],
  ['own fields and others', [order('genre', 'asc'), through(['prequel'], 'genre', 'desc'), order('subtitle', 'desc')]],
];

/** A term that goes through references. */
function through(names: readonly string[], field: string, direction: 'asc' | 'desc'): Order {
  const via: ReferenceModel[] = [];
  let from = book;
  for (const name of names) {
    const next = known(from.references.find((each) => each.name === name));
    via.push(next);
    from = next.to;
  }
  return { field: from.fieldNamed(field), via, direction };
}

const ids = (rows: readonly CellRow[]) => rows.map((row) => row[book.key.index]);

/** What queries must give, for any store. */
export function describeQueries(open: OpenStore): void {
  describe('queries', () => {
    let generation: Generation;
    beforeAll(async () => {
      const { store } = await open();
      await publish(store, 'queries');
      generation = known(await store.open('queries', entity('Book').domain));
    });

    it.each([...conditions, ...nestedConditions])('finds and counts by condition: %s', async (_name, where) => {
      const expected = expectedRows(libraryRows, { entity: book, where, order: [] });
      const [page] = await generation.find({ entity: book, where, order: [], limit: 1000 });
      expect(page?.rows).toEqual(expected);
      expect(page?.more).toBe(false);
      expect(await generation.count({ entity: book, where })).toEqual([expected.length]);
    });

    it.each(orders)('orders by %s, and walks through pages either way', async (_name, by) => {
      const expected = ids(expectedRows(libraryRows, { entity: book, order: by }));
      expect(await walk(generation, { entity: book, order: by, limit: 7 }, 'after')).toEqual(expected);
      expect(await walk(generation, { entity: book, order: by, limit: 7, fromEnd: true }, 'before')).toEqual(expected);
    });

    it.each(orders)('cuts at two positions, in order of %s', async (_name, by) => {
      const rows = expectedRows(libraryRows, { entity: book, order: by });
      const place = (index: number) => expectedPosition(libraryRows, { entity: book, order: by }, rows[index] ?? []);
      const page = (from: number, to: number) => ({
        rows: rows.slice(from, to),
        positions: rows.slice(from, to).map((_row, index) => place(from + index)),
        more: true,
      });
      const [after, before] = [place(10), place(40)];
      const [first] = await generation.find({ entity: book, order: by, limit: 5, after, before });
      const [last] = await generation.find({ entity: book, order: by, limit: 5, after, before, fromEnd: true });
      expect([first, last]).toEqual([page(11, 16), page(35, 40)]);
    });

    it.each([0, 1, 59, 60, 61])('says whether there are more than %i', async (limit) => {
      const [page] = await generation.find({ entity: book, order: [], limit });
      expect([page?.rows.length, page?.more]).toEqual([Math.min(limit, 60), limit < 60]);
    });

    describe.each(relations)('within %s', (_name, within) => {
      it.each(orders)('gives a page a parent, in order of %s', async (_order, by) => {
        for (const fromEnd of [false, true]) {
          const pages = await generation.find({ entity: book, order: by, limit: 3, within, fromEnd });
          const all = within.parents.map((parent) =>
            expectedRows(libraryRows, { entity: book, order: by }, { of: within, parent }),
          );
          expect(pages.map(({ rows }) => ids(rows))).toEqual(all.map((rows) => ids(fromEnd ? rows.slice(-3) : rows.slice(0, 3))));
          expect(pages.map(({ more }) => more)).toEqual(all.map((rows) => rows.length > 3));
        }
      });

      it('counts for each parent, and filters', async () => {
        for (const where of [undefined, compare('genre', 'ne', 'novel'), text('subtitle', 'contains', 'a')]) {
          const all = within.parents.map((parent) =>
            expectedRows(libraryRows, { entity: book, order: [], ...(where && { where }) }, { of: within, parent }),
          );
          const query = { entity: book, within, ...(where && { where }) };
          expect(await generation.count(query)).toEqual(all.map((rows) => rows.length));
          const pages = await generation.find({ ...query, order: [], limit: 1000 });
          expect(pages.map(({ rows }) => rows)).toEqual(all);
        }
      });

      it('goes on after a position', async () => {
        const [parent = ''] = within.parents;
        const one = { ...within, parents: [parent] };
        for (const by of [[order('subtitle', 'asc')], [through(['author'], 'bornOn', 'desc'), order('genre', 'asc')]]) {
          const all = expectedRows(libraryRows, { entity: book, order: by }, { of: within, parent });
          const query = { entity: book, order: by, limit: 2, within: one };
          expect(await walk(generation, query, 'after')).toEqual(ids(all));
          expect(await walk(generation, { ...query, fromEnd: true }, 'before')).toEqual(ids(all));
        }
      });
    });

    it('counts all rows of an entity, also of one that has none', async () => {
      expect(await generation.count({ entity: book })).toEqual([60]);
      expect(await generation.count({ entity: entity('MemberRecord') })).toEqual([0]);
    });
  });
}

const range = (name: string, count: number) => Array.from({ length: count }, (_, index) => keyOf(name, index));

const relations: readonly (readonly [string, Within])[] = [
  ['a reference', { kind: 'inverse', by: f('shelfId'), parents: [...range('Shelf', 4).reverse(), 'nobody', keyOf('Shelf', 1)] }],
  ['an optional reference', { kind: 'inverse', by: f('authorId'), parents: range('Author', 6) }],
  [
    'a joining entity',
    {
      kind: 'through',
      through: known(entity('Member').throughs.find(({ to }) => to === book)),
      parents: [...range('Member', 8), 'nobody'],
    },
  ],
];

/** All keys, collected page by page from one end. */
async function walk(generation: Generation, query: Find, side: 'after' | 'before'): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let position = {}; ; ) {
    const [page] = await generation.find({ ...query, ...position });
    const rows = page?.rows ?? [];
    if (side === 'after') found.push(...ids(rows));
    else found.unshift(...ids(rows));
    const last = page?.positions.at(side === 'after' ? -1 : 0);
    if (!page?.more || !last) return found;
    position = { [side]: last };
  }
}
