import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Address, type CellRow, type EntityModel, keyOf } from '../definition/index.ts';
import type { Generator } from '../generate/index.ts';
import { childOrdinals, generationOrder } from '../plan/index.ts';
import type { Generation } from '../store/store.ts';
import { marksOf } from './marks.ts';
import type { PendingRows } from './pending-rows.ts';
import { siblingBlocks } from './sibling-blocks.ts';
import { sourcesOf } from './sources.ts';

/** Derived rows of one entity that follow a change of others. */
export interface RollUps {
  readonly inserts: readonly CellRow[];
  readonly replacements: readonly CellRow[];
}

/**
 * Makes anew the derived rows that pending rows touch, and notes them as pending, too. Stored ones are replaced where they
 * change, unless they have a mark; of the others those at the addresses that `asked` gives are made.
 */
export async function refreshRollUps(
  generation: Generation,
  generator: Generator,
  pending: PendingRows,
  asked: (entity: EntityModel) => readonly Address[] = () => [],
): Promise<ReadonlyMap<EntityModel, RollUps>> {
  const result = new Map<EntityModel, RollUps>();
  for (const entity of generationOrder(generation.domain)) {
    if (!('derive' in entity.definition)) continue;
    const wanted = asked(entity);
    const made: CellRow[] = [];
    for (const block of siblingBlocks(entity, touched(generator, entity, pending, wanted))) {
      await nextTurn();
      made.push(...generator.rows(block, await sourcesOf(generation, generator, block, pending)));
    }
    const changed = await changedOf(generation, entity, made, new Set(wanted.map((at) => generator.keys.keyOf(entity, at))));
    const kept = {
      inserts: changed.inserts,
      replacements: changed.replacements.filter((row) => !pending.isRemoved(entity, keyOf(entity, row))),
    };
    // What is derived from these in turn sees them as they will be.
    pending.write(entity, [...kept.inserts, ...kept.replacements]);
    result.set(entity, kept);
  }
  return result;
}

async function changedOf(
  generation: Generation,
  entity: EntityModel,
  made: readonly CellRow[],
  wanted: ReadonlySet<string>,
): Promise<RollUps> {
  const keys = made.map((row) => keyOf(entity, row));
  const stored = await generation.get(entity, keys);
  const marks = await marksOf(generation, entity, keys);
  const differs = (row: CellRow, index: number) => row.some((cell, at) => cell !== stored[index]?.[at]);
  return {
    inserts: made.filter((_row, index) => !stored[index] && wanted.has(keys[index] ?? '')),
    replacements: made.filter((row, index) => stored[index] && !marks.has(keys[index] ?? '') && differs(row, index)),
  };
}

/** The addresses of derived rows that are wanted, or whose owner a pending source row refers to. */
function touched(generator: Generator, entity: EntityModel, pending: PendingRows, wanted: readonly Address[]): Iterable<Address> {
  const { universe, keys } = generator;
  const [branch] = universe.layout.of(entity).branches;
  const found = new Map(wanted.map((address) => [address.join(), address]));
  const from = 'derive' in entity.definition ? entity.definition.derive.from : [];
  for (const source of from.map((name) => entity.domain.entity(name))) {
    for (const { field, to } of source.references) {
      if (!branch?.owner || to !== branch.owner) continue;
      const ordinals = childOrdinals(universe, to, branch);
      for (const key of new Set(pending.rows(source).map((row) => String(row[field.index])))) {
        const owner = keys.of(to).decode(key);
        for (const address of owner ? ordinals(owner).map((ordinal) => universe.layout.child(branch, owner, ordinal)) : []) {
          found.set(address.join(), address);
        }
      }
    }
  }
  return found.values();
}
