import { beforeAll, describe, expect, it } from 'vitest';
import type { Aggregation, Condition, Generation } from '../../src/store/index.ts';
import { expectedGroups, expectedRows } from './oracle.ts';
import { entity, keyOf, libraryRows, publish } from './rows.ts';
import type { OpenStore } from './store.ts';

const book = entity('Book');
const f = (name: string) => book.fieldNamed(name);

const groupings = [[], ['genre'], ['signed'], ['lendable', 'signed'], ['pages'], ['subtitle'], ['publishedOn', 'genre']];
const measured = ['pages', 'weight', 'rating', 'price', 'signed', 'publishedOn', 'readAloudAt', 'addedAt'].map(f);

const wheres: readonly (readonly [string, Condition | undefined])[] = [
  ['all rows', undefined],
  ['some rows', { kind: 'compare', field: f('genre'), operator: 'ne', value: 'novel' }],
  ['no rows', { kind: 'compare', field: f('price'), operator: 'lt', value: 0 }],
];

const aggregation = (groupBy: readonly string[], where: Condition | undefined): Aggregation => ({
  entity: book,
  groupBy: groupBy.map(f),
  measured,
  maxGroups: 100,
  ...(where && { where }),
});

/** Counts, sums and extremes, for any store. */
export function describeAggregates(open: OpenStore): void {
  describe('aggregates', () => {
    let generation: Generation;
    beforeAll(async () => {
      const { store } = await open();
      await publish(store, 'aggregates');
      const opened = await store.open('aggregates', book.domain);
      if (!opened) throw new TypeError('Nothing was published.');
      generation = opened;
    });

    describe.each(wheres)('of %s', (_name, where) => {
      it.each(groupings.map((names) => [names.join(' and ') || 'nothing', names] as const))('by %s', async (_by, names) => {
        const query = aggregation(names, where);
        const expected = expectedGroups(expectedRows(libraryRows, { ...query, order: [] }), query);
        expect(await generation.aggregate(query)).toEqual([expected]);
      });

      it.each(groupings.map((names) => [names.join(' and ') || 'nothing', names] as const))(
        'for each parent, by %s',
        async (_by, names) => {
          for (const within of relations) {
            const query = { ...aggregation(names, where), within };
            const expected = within.parents.map((parent) =>
              expectedGroups(expectedRows(libraryRows, { ...query, order: [] }, { of: within, parent }), query),
            );
            expect(await generation.aggregate(query)).toEqual(expected);
          }
        },
      );
    });

    it('refuses more groups than it may give', async () => {
      const query = aggregation(['price'], undefined);
      const [groups = []] = await generation.aggregate(query);
      expect(await generation.aggregate({ ...query, maxGroups: groups.length })).toEqual([groups]);
      await expect(generation.aggregate({ ...query, maxGroups: groups.length - 1 })).rejects.toMatchObject({
        code: 'TOO_MANY_GROUPS',
        message: expect.stringMatching(/price.*more than \d+ groups.*filter/),
        details: { limit: groups.length - 1 },
      });
    });
  });
}

const range = (name: string, count: number) => Array.from({ length: count }, (_, index) => keyOf(name, index));
const borrowed = entity('Member').throughs.find(({ to }) => to === book);
if (!borrowed) throw new TypeError('Members borrow books no more.');

const relations = [
  { kind: 'inverse', by: f('shelfId'), parents: [...range('Shelf', 4).reverse(), 'nobody', keyOf('Shelf', 1)] },
  { kind: 'inverse', by: f('authorId'), parents: range('Author', 6) },
  // Some members borrowed a book more than once; it counts once.
  { kind: 'through', through: borrowed, parents: [...range('Member', 8), 'nobody'] },
] as const;
