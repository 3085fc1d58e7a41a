import type { Address, EntityModel } from '../definition/index.ts';
import { childOrdinals, countOf } from './siblings.ts';
import type { Universe } from './universe.ts';

/** Whether the universe's configuration has a row at an address. Makes no row; what was added later is not looked at. */
export function hasRow(universe: Universe, entity: EntityModel, address: Address): boolean {
  const { layout } = universe;
  const { levels, branches } = layout.of(entity);
  if (address.length !== levels || (branches.length > 1 && !branches[address[1] ?? -1])) return false;
  const branch = layout.branchOf(entity, address);
  const { arity } = branch;
  const ordinal = address[address.length - 1] ?? 0;
  if (arity.kind === 'root') return ordinal < countOf(universe, arity.count);
  if (!branch.owner) return false;
  const owner = layout.owner(branch, address);
  if (!hasRow(universe, branch.owner, owner)) return false;
  if (arity.kind === 'one') return true;
  if (arity.kind === 'many') return ordinal < countOf(universe, arity.count);
  return childOrdinals(universe, branch.owner, branch)(owner).includes(ordinal);
}
