import type { EntityModel, FieldModel } from '../../definition/index.ts';
import type { Generation } from '../../store/store.ts';
import { JobError } from '../error.ts';
import type { RowsByEntity } from './cascade.ts';

/** Keys asked for by one statement. */
const KEYS = 500;

/** Rows that stay, and refer to rows that would go. */
interface Obstacle {
  readonly entity: EntityModel;
  readonly field: FieldModel;
  readonly to: EntityModel;
  readonly count: number;
}

/**
 * Rows can be removed when no row that stays refers to them.
 * @throws JobError ROWS_IN_THE_WAY with the number of such rows of each entity.
 */
export async function requireNothingInTheWay(generation: Generation, entity: EntityModel, removed: RowsByEntity): Promise<void> {
  const obstacles: Obstacle[] = [];
  for (const [to, rows] of removed) {
    for (const from of to.domain.entities) {
      for (const { field } of from.references.filter((reference) => reference.to === to)) {
        const all = await referring(generation, from, field, [...rows.keys()]);
        // Those that go themselves are in nobody's way.
        const own = [...(removed.get(from)?.values() ?? [])].filter((row) => rows.has(String(row[field.index]))).length;
        if (all > own) obstacles.push({ entity: from, field, to, count: all - own });
      }
    }
  }
  if (obstacles.length > 0) throw inTheWay(entity, removed.get(entity)?.size ?? 0, obstacles);
}

async function referring(generation: Generation, entity: EntityModel, by: FieldModel, keys: readonly string[]): Promise<number> {
  let sum = 0;
  for (let from = 0; from < keys.length; from += KEYS) {
    const parents = keys.slice(from, from + KEYS);
    for (const count of await generation.count({ entity, within: { kind: 'inverse', by, parents } })) sum += count;
  }
  return sum;
}

function inTheWay(entity: EntityModel, asked: number, obstacles: readonly Obstacle[]): JobError {
  const list = obstacles.map(
    ({ entity: from, field, to, count }) =>
      `${count} ${count === 1 ? 'row' : 'rows'} of ${from.typeName} ${count === 1 ? 'refers' : 'refer'} to ${to.typeName} by ${field.name}`,
  );
  return new JobError(
    'ROWS_IN_THE_WAY',
    `${asked} ${asked === 1 ? 'row' : 'rows'} of ${entity.typeName} cannot be removed: ${list.join(', ')}. Remove or change those first.`,
    {
      path: ['where'],
      details: {
        rows: obstacles.map(({ entity: from, field, to, count }) => ({
          entity: from.typeName,
          field: field.name,
          to: to.typeName,
          count,
        })),
      },
    },
  );
}
