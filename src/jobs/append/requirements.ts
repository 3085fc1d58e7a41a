import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Address, type CellRow, type EntityModel, keyOf } from '../../definition/index.ts';
import { JobError } from '../error.ts';
import { marksOf } from '../marks.ts';
import { siblingBlocks } from '../sibling-blocks.ts';
import type { Draft } from './draft.ts';
import type { CheckedGiven } from './given.ts';

/** Rows by key. */
export type DraftedRows = Map<EntityModel, Map<string, CellRow>>;

/** The rows to be added. */
export interface Required {
  readonly rows: DraftedRows;
  /** The keys of those that are not what the recipe makes: an optional reference of theirs would lead to a removed row. */
  readonly changed: ReadonlyMap<EntityModel, ReadonlySet<string>>;
}

/**
 * Adds to the draft what its rows point at and hang under, until nothing is missing, and makes all rows.
 * Rows are made anew in each round, since the configuration may have grown.
 * @throws JobError REFERENCE_NOT_FOUND when a row that is needed was removed by a user.
 */
export async function requireMissing(draft: Draft, given: CheckedGiven): Promise<Required> {
  for (;;) {
    const rows = await makeRows(draft);
    checkAncestors(draft, given);
    const changed = await emptyReferences(draft, rows);
    const missing = await missingFrom(draft, rows);
    if (missing.size === 0) return { rows, changed };
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
    for (const block of siblingBlocks(entity, added.values())) {
      for (const row of generator.rows(block)) made.set(keyOf(entity, row), row);
      await nextTurn();
    }
  }
  return rows;
}

/** What needs a row: a reference of a drafted row, or one that hangs under it. */
interface Need {
  readonly of: EntityModel;
  readonly field: string | undefined;
}

/** Optional references that would lead to removed rows are left empty. */
async function emptyReferences(draft: Draft, rows: DraftedRows): Promise<Map<EntityModel, Set<string>>> {
  const changed = new Map<EntityModel, Set<string>>();
  for (const [entity, made] of rows) {
    for (const { field, to } of entity.references.filter((reference) => reference.field.field.optional)) {
      const targets = [...made.values()].map((row) => row[field.index]).filter((key) => typeof key === 'string');
      const { removed } = await absent(draft, to, [...new Set(targets)]);
      for (const [key, row] of made) {
        if (!removed.has(String(row[field.index]))) continue;
        row[field.index] = null;
        changed.set(entity, (changed.get(entity) ?? new Set()).add(key));
      }
    }
  }
  return changed;
}

/** Of some keys, those that are neither stored nor drafted, and those of them whose rows a user removed. */
async function absent(draft: Draft, entity: EntityModel, keys: readonly string[]) {
  const asked = keys.filter((key) => !draft.has(entity, key));
  const stored = await draft.generation.get(entity, asked);
  const missing = asked.filter((_key, index) => !stored[index]);
  const marks = await marksOf(draft.generation, entity, missing);
  return { missing, removed: new Set(missing.filter((key) => marks.get(key) === 'deleted')) };
}

/** The rows that others need and that are neither stored nor drafted. @throws JobError REFERENCE_NOT_FOUND when one was removed. */
async function missingFrom(draft: Draft, rows: DraftedRows): Promise<Map<EntityModel, Address[]>> {
  const found = new Map<EntityModel, Address[]>();
  for (const [entity, needs] of wantedBy(draft, rows)) {
    const { missing, removed } = await absent(draft, entity, [...needs.keys()]);
    for (const key of removed) throw removedBefore(entity, key, needs.get(key));
    const codec = draft.keys.of(entity);
    const addresses = missing.map((key) => codec.decode(key)).filter((address) => address !== undefined);
    if (addresses.length > 0) found.set(entity, addresses);
  }
  return found;
}

/** By entity and key, what the drafted rows refer to and hang under, as far as it is not drafted. */
function wantedBy(draft: Draft, rows: DraftedRows): Map<EntityModel, Map<string, Need>> {
  const { layout } = draft.universe;
  const wanted = new Map<EntityModel, Map<string, Need>>();
  const want = (entity: EntityModel, key: string, need: Need) => {
    const needs = wanted.get(entity) ?? new Map<string, Need>();
    wanted.set(entity, needs.set(key, needs.get(key) ?? need));
  };
  for (const [entity, made] of rows) {
    for (const { field, to } of entity.references) {
      for (const row of made.values())
        if (typeof row[field.index] === 'string') want(to, String(row[field.index]), { of: entity, field: field.name });
    }
    for (const address of draft.additions.get(entity)?.values() ?? []) {
      const { owner, arity } = layout.branchOf(entity, address);
      // A one-to-one row may come before the row it belongs to (an account before its teacher).
      if (!owner || arity.kind === 'one') continue;
      const key = draft.keys.keyOf(owner, layout.owner(layout.branchOf(entity, address), address));
      want(owner, key, { of: entity, field: undefined });
    }
  }
  return wanted;
}

/** A row that a user removed does not come back by itself. */
function removedBefore(entity: EntityModel, key: string, need: Need | undefined): JobError {
  const { of, field } = need ?? { of: entity, field: undefined };
  const advice = field === undefined ? '' : ` Fix another one by "${field}" of ${of.name}.`;
  return new JobError(
    'REFERENCE_NOT_FOUND',
    `A new row of ${of.name} belongs to the ${entity.name} "${key}", which was removed.${advice}`,
    { path: field === undefined ? ['with'] : ['with', field], details: { entity: entity.typeName, given: key } },
  );
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
