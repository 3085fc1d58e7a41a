import type { Address, EntityModel } from '../definition/index.ts';
import type { BranchLayout } from './layout.ts';
import { RowScope } from './row-scope.ts';
import type { Universe } from './universe.ts';

/** Rows that share all but the last part of their address, ascending. */
export interface Siblings {
  readonly branch: BranchLayout;
  /** The address without its last part. */
  readonly prefix: Address;
  /** The last parts. */
  readonly ordinals: readonly number[];
}

/** A range of roots: `from` is included, `to` is not. */
export interface RootRange {
  readonly from: number;
  readonly to: number;
}

/** Every row of an entity under a range of roots, as sets of siblings in the order of addresses. Makes no row. */
export function* siblingsOf(universe: Universe, entity: EntityModel, roots: RootRange): Generator<Siblings> {
  const { branches } = universe.layout.of(entity);
  const [first] = branches;
  if (first?.arity.kind === 'root' && branches.length === 1) {
    const to = Math.min(roots.to, countOf(universe, first.arity.count));
    const ordinals = Array.from({ length: Math.max(0, to - roots.from) }, (_, index) => roots.from + index);
    if (ordinals.length > 0) yield { branch: first, prefix: [], ordinals };
    return;
  }
  for (let root = roots.from; root < roots.to; root++) {
    for (const branch of branches) yield* underRoot(universe, branch, { from: root, to: root + 1 });
  }
}

/** Every row of an entity that hangs, directly or further down, under the row of `ancestor` at an address. Makes no row. */
export function* siblingsUnder(
  universe: Universe,
  entity: EntityModel,
  ancestor: EntityModel,
  address: Address,
): Generator<Siblings> {
  const itself = { prefix: address.slice(0, -1), ordinals: address.slice(-1) };
  for (const branch of universe.layout.of(entity).branches) {
    const { owner } = branch;
    if (!owner) continue;
    yield* underOwners(universe, branch, owner === ancestor ? [itself] : siblingsUnder(universe, owner, ancestor, address));
  }
}

function* underRoot(universe: Universe, branch: BranchLayout, root: RootRange): Generator<Siblings> {
  if (branch.owner) yield* underOwners(universe, branch, siblingsOf(universe, branch.owner, root));
}

type Owners = Pick<Siblings, 'prefix' | 'ordinals'>;

function* underOwners(universe: Universe, branch: BranchLayout, all: Iterable<Owners>): Generator<Siblings> {
  if (!branch.owner) return;
  const ordinals = childOrdinals(universe, branch.owner, branch);
  for (const owners of all) {
    if (branch.arity.kind === 'one') yield* alongside(branch, owners);
    else yield* below(universe, branch, owners, ordinals);
  }
}

/** One row beside each owner. */
function* alongside(branch: BranchLayout, owners: Owners): Generator<Siblings> {
  const [root, ...rest] = owners.prefix;
  if (branch.ordinal === undefined) yield { ...owners, branch };
  else if (root !== undefined) yield { branch, prefix: [root, branch.ordinal, ...rest], ordinals: owners.ordinals };
  // The owner is a root itself: its number is the first part, the branch's the last.
  else for (const owner of owners.ordinals) yield { branch, prefix: [owner], ordinals: [branch.ordinal] };
}

function* below(
  universe: Universe,
  branch: BranchLayout,
  owners: Owners,
  ordinals: (owner: Address) => readonly number[],
): Generator<Siblings> {
  for (const owner of owners.ordinals) {
    const address = [...owners.prefix, owner];
    const found = ordinals(address);
    if (found.length > 0) yield { branch, prefix: universe.layout.child(branch, address, 0).slice(0, -1), ordinals: found };
  }
}

/** The numbers of the children that a row has. */
export function childOrdinals(
  universe: Universe,
  owner: EntityModel,
  { arity }: BranchLayout,
): (owner: Address) => readonly number[] {
  if (arity.kind === 'some') {
    const scope = new RowScope(universe, owner);
    const name = universe.nameHash('ordinals');
    return (address) => arity.ordinals(scope.at(address).drawFrom(name));
  }
  const count = arity.kind === 'one' ? 1 : countOf(universe, arity.count);
  const all = Array.from({ length: count }, (_, ordinal) => ordinal);
  return () => all;
}

/** The number that a count stands for. */
export function countOf(universe: Universe, count: string | number): number {
  return typeof count === 'number' ? count : (universe.config.volumes[count] ?? 0);
}

/** How many roots there are: the rows of the entities that hang under nothing (the largest, should there be several). */
export function rootCount(universe: Universe): number {
  const counts = universe.domain.entities.flatMap((entity) =>
    universe.layout.of(entity).branches.map(({ arity }) => (arity.kind === 'root' ? countOf(universe, arity.count) : 0)),
  );
  return Math.max(0, ...counts);
}
