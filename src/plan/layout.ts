import type { Address, Arity, ConfigWithVolumes, DomainModel, EntityModel } from '../definition/index.ts';

/** One of the places that an entity's rows hang under. */
export interface BranchLayout {
  readonly name: string;
  readonly arity: Arity<ConfigWithVolumes>;
  /** What the rows hang under; undefined for roots. */
  readonly owner: EntityModel | undefined;
  /** The branch's number within the address; undefined for entities with one branch, which need none. */
  readonly ordinal: number | undefined;
}

/** How an entity's addresses are built. */
export interface EntityLayout {
  readonly entity: EntityModel;
  readonly branches: readonly BranchLayout[];
  /** Parts of an address. */
  readonly levels: number;
}

/**
 * The addresses of a domain's entities.
 *
 * A child has its owner's address and its own number; a one-to-one child has its owner's address itself. An entity with
 * several branches has the branch's number behind the root's, so that rows still ascend root by root.
 */
export class Layout {
  readonly #entities = new Map<EntityModel, EntityLayout>();

  constructor(domain: DomainModel) {
    for (const entity of domain.entities) this.#add(entity);
  }

  of(entity: EntityModel): EntityLayout {
    const layout = this.#entities.get(entity);
    if (!layout) throw new TypeError(`${entity.name} is not an entity of this domain.`);
    return layout;
  }

  /** The branch that a row belongs to. */
  branchOf(entity: EntityModel, address: Address): BranchLayout {
    const { branches } = this.of(entity);
    const branch = branches.length === 1 ? branches[0] : branches[address[1] ?? -1];
    if (!branch) throw new RangeError(`${entity.name} has no branch for the address [${address.join(', ')}].`);
    return branch;
  }

  /** The address of the child `index` (ignored one-to-one) of `owner`. */
  child(branch: BranchLayout, owner: Address, index: number): Address {
    const plain = branch.arity.kind === 'one' ? owner : [...owner, index];
    if (branch.ordinal === undefined) return plain;
    const [root = 0, ...rest] = plain;
    return [root, branch.ordinal, ...rest];
  }

  /** The address of the row that this one hangs under; empty for a root. */
  owner(branch: BranchLayout, address: Address): Address {
    const [root = 0, , ...rest] = address;
    const plain = branch.ordinal === undefined ? address : [root, ...rest];
    return branch.arity.kind === 'one' ? plain : plain.slice(0, -1);
  }

  /** The address of the row of `ancestor` that a row hangs under, directly or further up; undefined when there is none. */
  ancestor(entity: EntityModel, address: Address, ancestor: EntityModel): Address | undefined {
    const branch = this.branchOf(entity, address);
    if (!branch.owner) return undefined;
    const owner = this.owner(branch, address);
    return branch.owner === ancestor ? owner : this.ancestor(branch.owner, owner, ancestor);
  }

  /** Whether every row of `entity` hangs under a row of `ancestor`. */
  hangsUnder(entity: EntityModel, ancestor: EntityModel): boolean {
    return this.of(entity).branches.every(({ owner }) => owner && (owner === ancestor || this.hangsUnder(owner, ancestor)));
  }

  /** The branch through which `entity` hangs one-to-one under `owner`; undefined when there is none. */
  oneUnder(entity: EntityModel, owner: EntityModel): BranchLayout | undefined {
    return this.of(entity).branches.find((branch) => branch.arity.kind === 'one' && branch.owner === owner);
  }

  /** The arity of the roots that an entity's rows stand under at last. */
  rootOf(entity: EntityModel): Extract<Arity<ConfigWithVolumes>, { kind: 'root' }> {
    const [branch] = this.of(entity).branches;
    if (branch?.owner) return this.rootOf(branch.owner);
    if (branch?.arity.kind === 'root') return branch.arity;
    throw new TypeError(`${entity.name} hangs under nothing and is no root.`);
  }

  #add(entity: EntityModel): EntityLayout {
    const known = this.#entities.get(entity);
    if (known) return known;
    const declared = entity.definition.rows.branches;
    const branches = declared.map(({ name, arity }, ordinal) => ({
      name,
      arity,
      owner: arity.kind === 'root' ? undefined : entity.domain.entity(arity.under),
      ordinal: declared.length > 1 ? ordinal : undefined,
    }));
    const depth = (branch: BranchLayout) =>
      (branch.owner ? this.#add(branch.owner).levels : 0) + (branch.arity.kind === 'one' ? 0 : 1);
    const levels = Math.max(...branches.map(depth)) + (declared.length > 1 ? 1 : 0);
    const layout = { entity, branches, levels };
    this.#entities.set(entity, layout);
    return layout;
  }
}

const layouts = new WeakMap<DomainModel, Layout>();

/** The layout of a domain; made once. */
export function layoutOf(domain: DomainModel): Layout {
  let layout = layouts.get(domain);
  if (!layout) {
    layout = new Layout(domain);
    layouts.set(domain, layout);
  }
  return layout;
}
