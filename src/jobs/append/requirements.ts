import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Address, CellRow, EntityModel } from '../../definition/index.ts';
import type { Block } from '../../generate/index.ts';
import { JobError } from '../error.ts';
import type { Draft } from './draft.ts';
import type { CheckedGiven } from './given.ts';

/** Rows by key. */
export type DraftedRows = Map<EntityModel, Map<string, CellRow>>;

/**
 * Adds to the draft what its rows point at and hang under, until nothing is missing, and makes all rows.
 * Rows are made anew in each round, since the configuration may have grown.
 */
export async function requireMissing(draft: Draft, given: CheckedGiven): Promise<DraftedRows> {
  for (;;) {
    const rows = await makeRows(draft);
    checkAncestors(draft, given);
    const missing = await missingFrom(draft, rows);
    if (missing.size === 0) return rows;
    for (const [entity, addresses] of missing) draft.add(entity, addresses);
  }
}

async function makeRows(draft: Draft): Promise<DraftedRows> {
  const { generator } = draft;
  const rows: DraftedRows = new Map();
  for (const [entity, added] of draft.additions) {
    // Derived rows are made with their sources, when the batch is put together.
    if ('derive' in entity.definition) continue;
    const made = new Map<string, CellRow>();
    rows.set(entity, made);
    for (const block of siblingBlocks(draft, entity, added.values())) {
      for (const row of generator.rows(block)) made.set(String(row[entity.key.index]), row);
      await nextTurn();
    }
  }
  return rows;
}

/** Rows of one prefix together: a series is made once for all its rows. */
function siblingBlocks(draft: Draft, entity: EntityModel, addresses: Iterable<Address>): Block[] {
  const { layout } = draft.universe;
  const blocks = new Map<string, Block & { ordinals: number[] }>();
  for (const address of addresses) {
    const prefix = address.slice(0, -1);
    // Whole blocks, so that making one takes a few milliseconds at most.
    const name = `${prefix} ${Math.floor((address.at(-1) ?? 0) / 256)}`;
    const block = blocks.get(name) ?? { entity, branch: layout.branchOf(entity, address), prefix, ordinals: [] };
    blocks.set(name, block);
    block.ordinals.push(address.at(-1) ?? 0);
  }
  for (const { ordinals } of blocks.values()) ordinals.sort((a, b) => a - b);
  return [...blocks.values()];
}

/** The rows that others need and that are neither stored nor drafted. */
async function missingFrom(draft: Draft, rows: DraftedRows): Promise<Map<EntityModel, Address[]>> {
  const wanted = new Map<EntityModel, Set<string>>();
  const want = (entity: EntityModel, key: string) => {
    if (draft.has(entity, key)) return;
    const keys = wanted.get(entity) ?? new Set();
    wanted.set(entity, keys.add(key));
  };
  for (const [entity, made] of rows) {
    for (const row of made.values()) {
      for (const { field, to } of entity.references) if (typeof row[field.index] === 'string') want(to, String(row[field.index]));
    }
    for (const address of draft.additions.get(entity)?.values() ?? []) wantOwner(draft, entity, address, want);
  }
  const missing = new Map<EntityModel, Address[]>();
  for (const [entity, keys] of wanted) {
    const list = [...keys];
    const stored = await draft.generation.get(entity, list);
    const codec = draft.keys.of(entity);
    const addresses = list
      .flatMap((key, index) => (stored[index] ? [] : [codec.decode(key)]))
      .filter((address) => address !== undefined);
    if (addresses.length > 0) missing.set(entity, addresses);
  }
  return missing;
}

function wantOwner(draft: Draft, entity: EntityModel, address: Address, want: (entity: EntityModel, key: string) => void): void {
  const { layout } = draft.universe;
  const branch = layout.branchOf(entity, address);
  // A one-to-one row may come before the row it belongs to (an account before its teacher).
  if (branch.owner && branch.arity.kind !== 'one')
    want(branch.owner, draft.keys.keyOf(branch.owner, layout.owner(branch, address)));
}

/** Two given references must not contradict each other: a student of one school, and another school. */
function checkAncestors(draft: Draft, { ancestors }: CheckedGiven): void {
  const { layout } = draft.universe;
  const [deepest, ...others] = ancestors;
  if (!deepest) return;
  for (const { entity, address, field } of others) {
    const actual = layout.ancestor(deepest.entity, deepest.address, entity);
    if (actual && actual.join() !== address.join()) {
      throw new JobError(
        'INVALID_VALUE',
        `The row that "${deepest.field}" names belongs to another ${entity.name} than "${field}" names.`,
        {
          path: ['with', field],
        },
      );
    }
  }
}
