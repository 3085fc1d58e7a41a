import { beforeAll, describe, expect, it } from 'vitest';
import type { CellRow, EntityModel, LookupModel } from '../../src/definition/index.ts';
import type { Generation } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { known } from './conditions.ts';
import { entity, keyOf, libraryRows, publish, rowOf } from './rows.ts';
import type { OpenStore } from './store.ts';

/** Half of the members have a record, which is found by the member's e-mail. */
const rows = new Map([
  ...libraryRows,
  [
    entity('MemberRecord'),
    [0, 2, 4, 6].map((index) =>
      rowOf('MemberRecord', { id: keyOf('Member', index), memberId: keyOf('Member', index), loans: 0, fines: 0 }),
    ),
  ],
]);

const lookups = libraryModel.entities.flatMap((each) =>
  each.lookups.map((lookup): [string, EntityModel, LookupModel] => [`${each.name} by ${lookup.name}`, each, lookup]),
);

/** The row's value; where another row has it, that one's. */
function uniqueValue(row: CellRow, { via, field }: LookupModel): string {
  const target = via ? rows.get(via.to)?.find((other) => other[via.to.key.index] === row[via.field.index]) : row;
  return String(target?.[field.index]);
}

/** What look-ups must give, for any store. */
export function describeLookups(open: OpenStore): void {
  describe('look-ups', () => {
    let generation: Generation;
    beforeAll(async () => {
      const { store } = await open();
      await publish(store, 'lookups', rows);
      generation = known(await store.open('lookups', libraryModel));
    });

    it.each(lookups)('%s: one, many in their order, in other letters, and nobody', async (_name, of, lookup) => {
      const all = rows.get(of) ?? [];
      const values = all.map((row) => uniqueValue(row, lookup));
      expect(values.length).toBeGreaterThan(3);
      expect(await generation.lookUp(of, lookup, values.toReversed())).toEqual(all.toReversed());
      expect(await generation.lookUp(of, lookup, ['nobody', ...values.slice(0, 2), "' OR 1 = 1"])).toEqual([
        undefined,
        ...all.slice(0, 2),
        undefined,
      ]);
      for (const [index, value] of values.entries()) {
        expect(await generation.lookUp(of, lookup, [value])).toEqual([all[index]]);
        expect(await generation.lookUp(of, lookup, [value.toUpperCase()])).toEqual([all[index]]);
      }
      expect(await generation.lookUp(of, lookup, ['nobody'])).toEqual([undefined]);
      expect(await generation.lookUp(of, lookup, [])).toEqual([]);
    });
  });
}
