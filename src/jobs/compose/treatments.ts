import type { Address, DomainModel, EntityModel } from '../../definition/index.ts';
import { type BranchLayout, type Layout, layoutOf } from '../../plan/index.ts';

/**
 * What happens to rows:
 *
 * - `merge`: marked rows stay, the others become what the recipe makes, and those that are missing come back;
 * - `reset`: the same, but rows that were edited or kept become what the recipe makes as well;
 * - `update`: as `merge` for rows that exist; none is added;
 * - `copy`: all stay as they are;
 * - `remove`: all go.
 */
export type Treatment = 'merge' | 'reset' | 'update' | 'copy' | 'remove';

/** Which treatment each row gets. */
export interface Treatments {
  at(entity: EntityModel, address: Address): Treatment;
  /** Of some rows whose keys tell no address; one for each. */
  ofStrangers(entity: EntityModel, keys: readonly string[]): Promise<Treatment[]>;
  /** The treatment of all rows of an entity; undefined where rows differ. */
  ofAll(entity: EntityModel): Treatment | undefined;
}

/**
 * Rows of the features get their treatment, and so do those that hang one-to-one under them and that they refer to: an account
 * comes with the row whose account it is. All others stay as they are; roll-ups are brought up to date.
 */
export function treatFeatures(features: ReadonlySet<EntityModel>, treatment: Treatment): Treatments {
  const rest = (entity: EntityModel): Treatment => ('derive' in entity.definition ? 'update' : 'copy');
  const joins = (entity: EntityModel, { arity, owner }: BranchLayout) =>
    owner !== undefined && arity.kind === 'one' && features.has(owner) && refersTo(owner, entity);
  return {
    at: (entity, address) => {
      if (features.has(entity)) return treatment;
      return joins(entity, layoutOf(entity.domain).branchOf(entity, address)) ? treatment : rest(entity);
    },
    ofAll: (entity) => {
      if (features.has(entity)) return treatment;
      return layoutOf(entity.domain)
        .of(entity)
        .branches.some((branch) => joins(entity, branch))
        ? undefined
        : rest(entity);
    },
    // No recipe makes them, so there is nothing to be brought up to date.
    ofStrangers: async (_entity, keys) => keys.map(() => 'copy'),
  };
}

/** Whether rows of some entities refer to the rows of `entity` with these keys; one answer for each. */
export type IsReferred = (entity: EntityModel, by: readonly EntityModel[], keys: readonly string[]) => Promise<boolean[]>;

/** Which rows go together with all rows of some entities: those that hang under them, however deep. */
export class FeatureRemoval implements Treatments {
  readonly #entities: ReadonlySet<EntityModel>;
  readonly #layout: Layout;
  readonly #isReferred: IsReferred;

  constructor(domain: DomainModel, entities: ReadonlySet<EntityModel>, isReferred: IsReferred) {
    this.#entities = entities;
    this.#layout = layoutOf(domain);
    this.#isReferred = isReferred;
  }

  at(entity: EntityModel, address: Address): Treatment {
    if (this.#removes(entity, address)) return 'remove';
    return 'derive' in entity.definition ? 'update' : 'copy';
  }

  ofAll(entity: EntityModel): Treatment | undefined {
    if (this.isWhole(entity)) return 'remove';
    if (this.isPartial(entity)) return undefined;
    return 'derive' in entity.definition ? 'update' : 'copy';
  }

  async ofStrangers(entity: EntityModel, keys: readonly string[]): Promise<Treatment[]> {
    if (this.isWhole(entity)) return keys.map(() => 'remove');
    const owners = this.#ownersAlongside(entity);
    if (owners.length === 0) return keys.map(() => 'copy');
    const goes = await this.#isReferred(entity, owners, keys);
    return goes.map((isGoing) => (isGoing ? 'remove' : 'copy'));
  }

  /** Whether all rows of an entity go. */
  isWhole(entity: EntityModel): boolean {
    if (this.#entities.has(entity)) return true;
    const branches = this.#layout.of(entity).branches;
    return branches.every(({ owner }) => owner !== undefined && this.isWhole(owner));
  }

  /** Whether some rows go, and others stay. */
  isPartial(entity: EntityModel): boolean {
    if (this.isWhole(entity)) return false;
    const branches = this.#layout.of(entity).branches;
    return branches.some(({ owner }) => owner !== undefined && (this.isWhole(owner) || this.isPartial(owner)));
  }

  /** The entities that go and whose rows refer to the row that hangs one-to-one under them. */
  #ownersAlongside(entity: EntityModel): EntityModel[] {
    const branches = this.#layout.of(entity).branches;
    return branches.flatMap(({ arity, owner }) =>
      owner && arity.kind === 'one' && this.isWhole(owner) && refersTo(owner, entity) ? [owner] : [],
    );
  }

  #removes(entity: EntityModel, address: Address): boolean {
    if (this.#entities.has(entity)) return true;
    const branch = this.#layout.branchOf(entity, address);
    return branch.owner !== undefined && this.#removes(branch.owner, this.#layout.owner(branch, address));
  }
}

function refersTo(entity: EntityModel, target: EntityModel): boolean {
  return entity.references.some(({ to }) => to === target);
}
