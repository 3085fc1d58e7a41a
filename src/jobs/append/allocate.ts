import { type Address, type EntityModel, keyOf } from '../../definition/index.ts';
import type { BranchLayout } from '../../plan/index.ts';
import type { Condition } from '../../store/query.ts';
import { JobError } from '../error.ts';
import { marksBetween, marksOf } from '../marks.ts';
import type { Draft } from './draft.ts';
import type { CheckedGiven } from './given.ts';

/** How many existing owners are looked at for a free place before new ones are made. */
const OWNERS_SEARCHED = 1_000;

/**
 * Free addresses for `count` rows of an entity: the next ones under existing owners, in the order of their keys, each
 * getting its share; new owners where there is no room. References among the given values decide the owner.
 */
export async function allocate(draft: Draft, entity: EntityModel, count: number, given: CheckedGiven): Promise<Address[]> {
  const branch = branchFor(draft, entity, given);
  const { arity, owner } = branch;
  if (!owner) {
    const next = await nextOrdinal(draft, entity, []);
    return numbers(count).map((index) => [next + index]);
  }
  const owners = await ownersFor(draft, owner, given);
  if (arity.kind === 'many')
    return below(draft, entity, branch, owners.length > 0 ? owners : await newOwners(draft, owner, 1, given), count);
  const free = await freePlaces(draft, entity, branch, owners, count);
  if (free.length >= count) return free.slice(0, count);
  if (fixedOwner(owner, given)) throw full(entity, count, free.length);
  return withNewOwners(draft, entity, branch, free, count, given);
}

/** The branch that the given discriminator names, else the first whose rows need no other entity's row beside them. */
function branchFor(draft: Draft, entity: EntityModel, given: CheckedGiven): BranchLayout {
  const { branches } = draft.universe.layout.of(entity);
  const by = entity.definition.rows.by;
  const named = by === undefined ? undefined : branches.find(({ name }) => name === given.values[by]);
  const branch = named ?? branches.find(({ arity }) => arity.kind !== 'one') ?? branches[0];
  if (!branch) throw new TypeError(`${entity.name} has no branch.`);
  return branch;
}

/** `count` rows under the owners in turn, each behind the last of its siblings. */
async function below(
  draft: Draft,
  entity: EntityModel,
  branch: BranchLayout,
  owners: readonly Address[],
  count: number,
): Promise<Address[]> {
  const { layout } = draft.universe;
  const used = owners.slice(0, count);
  const addresses: Address[] = [];
  for (const [place, owner] of used.entries()) {
    const share = Math.ceil((count - place) / used.length);
    const next = await nextOrdinal(draft, entity, layout.child(branch, owner, 0).slice(0, -1));
    for (const index of numbers(share)) addresses.push(layout.child(branch, owner, next + index));
  }
  return addresses;
}

/** Places one-to-one or by ordinals that no row has yet. */
async function freePlaces(
  draft: Draft,
  entity: EntityModel,
  branch: BranchLayout,
  owners: readonly Address[],
  count: number,
): Promise<Address[]> {
  const free: Address[] = [];
  for (const owner of owners) {
    if (branch.arity.kind === 'some' && branch.arity.volume !== undefined) {
      return growingPlaces(draft, entity, branch, branch.arity.volume, owner, count);
    }
    free.push(...(await vacant(draft, entity, placesUnder(draft, branch, owner))));
    if (free.length >= count) break;
  }
  return free;
}

/** Places that appear as a volume is raised. */
async function growingPlaces(
  draft: Draft,
  entity: EntityModel,
  branch: BranchLayout,
  volume: string,
  owner: Address,
  count: number,
): Promise<Address[]> {
  const before = await vacant(draft, entity, placesUnder(draft, branch, owner));
  const known = placesUnder(draft, branch, owner).length - before.length;
  draft.raiseUntil(volume, () => placesUnder(draft, branch, owner).length - known >= count, entity.plural);
  return (await vacant(draft, entity, placesUnder(draft, branch, owner))).slice(0, count);
}

async function withNewOwners(
  draft: Draft,
  entity: EntityModel,
  branch: BranchLayout,
  free: Address[],
  count: number,
  given: CheckedGiven,
): Promise<Address[]> {
  const found = [...free];
  const owner = branch.owner;
  if (!owner) return found;
  while (found.length < count) {
    const made = await newOwners(draft, owner, branch.arity.kind === 'one' ? count - found.length : 1, given);
    const places = made.flatMap((address) => placesUnder(draft, branch, address));
    if (places.length === 0) throw full(entity, count, found.length);
    found.push(...places);
  }
  return found.slice(0, count);
}

/** Rows of the owner that are going to be made too. */
async function newOwners(draft: Draft, owner: EntityModel, count: number, given: CheckedGiven): Promise<Address[]> {
  const addresses = await allocate(draft, owner, count, { values: {}, ancestors: given.ancestors });
  draft.add(owner, addresses);
  return addresses;
}

/** Every place that a row has for children of a branch. */
function placesUnder(draft: Draft, branch: BranchLayout, owner: Address): Address[] {
  if (!branch.owner) return [];
  return draft.ordinals(branch.owner, branch, owner).map((ordinal) => draft.universe.layout.child(branch, owner, ordinal));
}

/** The addresses that no row has or had. */
async function vacant(draft: Draft, entity: EntityModel, addresses: readonly Address[]): Promise<Address[]> {
  const places = addresses.map((address) => ({ address, key: draft.keys.keyOf(entity, address) }));
  const rows = await draft.generation.get(
    entity,
    places.map(({ key }) => key),
  );
  const empty = places.filter(({ key }, index) => !rows[index] && !draft.has(entity, key));
  const marks = await marksOf(
    draft.generation,
    entity,
    empty.map(({ key }) => key),
  );
  return empty.filter(({ key }) => marks.get(key) !== 'deleted').map(({ address }) => address);
}

/** Behind the last sibling, stored, removed or going to be. */
async function nextOrdinal(draft: Draft, entity: EntityModel, prefix: Address): Promise<number> {
  const codec = draft.keys.of(entity);
  const range = codec.under(prefix);
  const where = keyBetween(entity, range);
  const [page] = await draft.generation.find({ entity, order: [], limit: 1, fromEnd: true, where });
  const key = page?.rows[0]?.[entity.key.index];
  const stored = typeof key === 'string' ? codec.decode(key)?.at(-1) : undefined;
  let removed = -1;
  for await (const { key: marked, mark } of marksBetween(draft.generation, entity, String(key ?? range.from), range.to)) {
    if (mark === 'deleted') removed = codec.decode(marked)?.at(-1) ?? removed;
  }
  const drafted = draft
    .addressesOf(entity.name)
    .filter((address) => prefix.every((part, level) => part === address[level]))
    .map((address) => address.at(-1) ?? 0);
  return Math.max(removed, stored ?? -1, ...drafted) + 1;
}

/** The owners to look at: the one that a reference names, else those under the ancestor it names, else any. */
async function ownersFor(draft: Draft, owner: EntityModel, given: CheckedGiven): Promise<Address[]> {
  const fixed = fixedOwner(owner, given);
  if (fixed) return [fixed];
  const { layout } = draft.universe;
  const [ancestor] = given.ancestors.filter(({ entity }) => layout.hangsUnder(owner, entity));
  const codec = draft.keys.of(owner);
  // Behind the root's number an entity with several branches has the branch's.
  const shared = layout.of(owner).branches.length === 1 ? ancestor?.address : ancestor?.address.slice(0, 1);
  const where = shared && keyBetween(owner, codec.under(shared));
  const [page] = await draft.generation.find({ entity: owner, order: [], limit: OWNERS_SEARCHED, ...(where && { where }) });
  return (page?.rows ?? []).flatMap((row) => {
    const address = codec.decode(keyOf(owner, row));
    if (!address) return [];
    const fits = !ancestor || layout.ancestor(owner, address, ancestor.entity)?.join() === ancestor.address.join();
    return fits ? [address] : [];
  });
}

function fixedOwner(owner: EntityModel, { ancestors }: CheckedGiven): Address | undefined {
  return ancestors.find(({ entity }) => entity === owner)?.address;
}

function keyBetween({ key }: EntityModel, { from, to }: { from: string; to: string }): Condition {
  return {
    kind: 'and',
    conditions: [
      { kind: 'compare', field: key, operator: 'gte', value: from },
      { kind: 'compare', field: key, operator: 'lte', value: to },
    ],
  };
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function full(entity: EntityModel, count: number, free: number): JobError {
  return new JobError('CAPACITY_EXHAUSTED', `There is room for ${free} more ${entity.plural} there; asked for ${count}.`, {
    path: ['count'],
    details: { given: count, free },
  });
}
