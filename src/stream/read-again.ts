import type { CellRow, EntityModel, ReferenceModel } from '../definition/index.ts';
import { declaredLink, type Generator, type ReadChildren } from '../generate/index.ts';
import { type Layout, siblingsUnder } from '../plan/index.ts';
import { StreamError } from './error.ts';

/**
 * Reads what the rows of a roll-up are made from by making it again: rows that refer to a row which they hang under. Others cannot be
 * found without a store.
 *
 * @throws StreamError NOT_STREAMABLE, from what it gives.
 */
export function readAgain(generator: Generator, rollUp: EntityModel): ReadChildren {
  const { universe, keys } = generator;
  return (source, field, key) => {
    const reference = source.references.find((one) => one.field.name === field);
    const address = reference && keys.of(reference.to).decode(key);
    if (!reference || !address) return [];
    if (!hangsBy(universe.layout, source, reference)) throw notStreamable(rollUp, source, reference);
    // The roll-up may be drawing from a stream of its own.
    return universe.undisturbed(() => {
      const rows: CellRow[] = [];
      const read = readAgain(generator, source);
      for (const siblings of siblingsUnder(universe, source, reference.to, address)) {
        for (const row of generator.rows({ entity: source, ...siblings }, read)) rows.push(row);
      }
      // A series may decide for itself what its rows refer to: then others may lie elsewhere.
      if (rows.some((row) => row[reference.field.index] !== key)) throw notStreamable(rollUp, source, reference);
      return rows;
    });
  };
}

/**
 * Makes one row of a roll-up, since nothing else tells what it reads.
 *
 * @throws StreamError NOT_STREAMABLE.
 */
export function checkStreamable(generator: Generator, entity: EntityModel): void {
  if (!('derive' in entity.definition)) return;
  for (const block of generator.blocks(entity, { from: 0, to: 1 })) {
    generator.rows({ ...block, ordinals: block.ordinals.slice(0, 1) }, readAgain(generator, entity));
    return;
  }
}

/** Whether a reference leads to the row that one hangs under, directly or further up. */
function hangsBy(layout: Layout, entity: EntityModel, reference: ReferenceModel): boolean {
  return declaredLink(entity, reference) === undefined && layout.hangsUnder(entity, reference.to);
}

function notStreamable(rollUp: EntityModel, source: EntityModel, { field, to }: ReferenceModel): StreamError {
  const message =
    `${rollUp.name} is derived from ${source.name}.${field.name}, which may lead from any ${source.name} to any ${to.name}: ` +
    'without a store these are not found. Leave it out, or seed a dataset and use export-cache.';
  return new StreamError('NOT_STREAMABLE', message, {
    path: ['entities'],
    details: { entity: rollUp.name, source: source.name, field: field.name },
  });
}
