import { type CellRow, type EntityModel, keyOf } from '../../definition/index.ts';
import type { Keys } from '../../generate/index.ts';
import { layoutOf } from '../../plan/index.ts';
import { childPagesOf, pagesOf } from '../../store/pages.ts';
import type { Condition } from '../../store/query.ts';
import type { Generation } from '../../store/store.ts';
import type { Below } from './below.ts';

/** Parents, and children of each, that one statement is asked for: together not more rows than a removal may have. */
const PARENTS = 20;
const PER_PARENT = 100;

/** Reads the rows that hang under rows of `owner`, page by page. A page may be empty. */
export async function* childrenOf(
  generation: Generation,
  keys: Keys,
  owner: EntityModel,
  rows: readonly CellRow[],
  below: Below,
): AsyncGenerator<readonly CellRow[]> {
  for (let from = 0; from < rows.length; from += PARENTS) {
    const owners = rows.slice(from, from + PARENTS);
    if (below.kind === 'referring')
      yield* referring(
        generation,
        below,
        owners.map((row) => keyOf(owner, row)),
      );
    else if (below.kind === 'referred') yield await referred(generation, keys, below, owners);
    else yield* addressed(generation, keys, owner, below, owners);
  }
}

async function* referring(
  generation: Generation,
  { entity, field }: Extract<Below, { kind: 'referring' }>,
  parents: readonly string[],
): AsyncGenerator<readonly CellRow[]> {
  const query = { entity, order: [], limit: PER_PARENT };
  for await (const { rows } of childPagesOf(generation, query, field, parents)) yield rows;
}

/** Rows that belong to another branch are somebody else's, even when a user made a reference lead to them. */
async function referred(
  generation: Generation,
  keys: Keys,
  { entity, field, branch }: Extract<Below, { kind: 'referred' }>,
  owners: readonly CellRow[],
): Promise<readonly CellRow[]> {
  const layout = layoutOf(entity.domain);
  const wanted = owners.map((row) => row[field.index]).filter((key) => typeof key === 'string');
  const found = (await generation.get(entity, wanted)).filter((row) => row !== undefined);
  return found.filter((row) => {
    const address = keys.of(entity).decode(keyOf(entity, row));
    return !address || layout.branchOf(entity, address) === branch;
  });
}

async function* addressed(
  generation: Generation,
  keys: Keys,
  owner: EntityModel,
  { entity, branch }: Extract<Below, { kind: 'addressed' }>,
  owners: readonly CellRow[],
): AsyncGenerator<readonly CellRow[]> {
  const layout = layoutOf(entity.domain);
  const codec = keys.of(entity);
  for (const row of owners) {
    const address = keys.of(owner).decode(keyOf(owner, row));
    if (!address) continue;
    const child = layout.child(branch, address, 0);
    const range =
      branch.arity.kind === 'one' ? onlyKey(codec.encode(child)) : codec.range(child.slice(0, -1), 0, codec.largestPart);
    const where: Condition = {
      kind: 'and',
      conditions: [
        { kind: 'compare', field: entity.key, operator: 'gte', value: range.from },
        { kind: 'compare', field: entity.key, operator: 'lte', value: range.to },
      ],
    };
    yield* pagesOf(generation, { entity, order: [], limit: PER_PARENT, where });
  }
}

function onlyKey(key: string): { from: string; to: string } {
  return { from: key, to: key };
}
