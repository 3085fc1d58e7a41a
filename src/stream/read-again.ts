import type { CellRow, EntityModel, ReferenceModel } from '../definition/index.ts';
import { declaredLink, type Generator, type ReadChildren } from '../generate/index.ts';
import { type Layout, siblingsUnder } from '../plan/index.ts';
import { StreamError } from './error.ts';

/** Reads the rows that roll-ups are made from by making them again. */
export function readAgain(generator: Generator): ReadChildren {
  const { universe, keys } = generator;
  const read: ReadChildren = (source, field, key) => {
    const reference = source.references.find((one) => one.field.name === field);
    const address = reference && keys.of(reference.to).decode(key);
    if (!reference || !address) return [];
    if (!hangsBy(universe.layout, source, reference)) throw notStreamable(source, reference);
    // The roll-up may be drawing from a stream of its own.
    return universe.undisturbed(() => {
      const rows: CellRow[] = [];
      for (const siblings of siblingsUnder(universe, source, reference.to, address)) {
        for (const row of generator.rows({ entity: source, ...siblings }, read)) rows.push(row);
      }
      // A series may decide for itself what its rows refer to: then others may lie elsewhere.
      if (rows.some((row) => row[reference.field.index] !== key)) throw notStreamable(source, reference);
      return rows;
    });
  };
  return read;
}

/**
 * Whether the rows of an entity can be made without a store. Roll-ups read rows that refer to their owner: these are found where they
 * hang under it.
 *
 * @throws StreamError NOT_STREAMABLE.
 */
export function checkStreamable(layout: Layout, entity: EntityModel): void {
  const { definition, domain } = entity;
  if (!('derive' in definition)) return;
  const [branch] = layout.of(entity).branches;
  for (const source of definition.derive.from.map((name) => domain.entity(name))) {
    const [reference, ...others] = source.references.filter(({ to }) => to === branch?.owner);
    if (reference && ![reference, ...others].some((one) => hangsBy(layout, source, one)))
      throw notStreamable(source, reference, entity);
    checkStreamable(layout, source);
  }
}

/** Whether a reference leads to the row that one hangs under, directly or further up. */
function hangsBy(layout: Layout, entity: EntityModel, reference: ReferenceModel): boolean {
  return declaredLink(entity, reference) === undefined && layout.hangsUnder(entity, reference.to);
}

function notStreamable(source: EntityModel, { field, to }: ReferenceModel, entity?: EntityModel): StreamError {
  const rows = entity ? `${entity.name} is derived from` : 'A derived type reads';
  return new StreamError(
    'NOT_STREAMABLE',
    `${rows} ${source.name}.${field.name}, which may lead from any ${source.name} to any ${to.name}: without a store they cannot be found. ` +
      'Seed a dataset, and use export-cache.',
    { path: ['entities'], details: { entity: entity?.name ?? null, source: source.name, field: field.name } },
  );
}
