import type { DomainModel } from '../definition/index.ts';
import type { OutputSpecs } from './dynamic.ts';

/** Types that belong to no domain. */
const COMMON = [
  ...['Query', 'Mutation', 'Subscription', 'Node', 'PageInfo', 'OrderDirection', 'GroupKey'],
  ...['Job', 'JobStatus', 'JobStep', 'JobError', 'JobEvent', 'JobConnection', 'JobEdge'],
  ...['Plan', 'PlanStage', 'Dataset', 'DatasetContent', 'EntityCount'],
  ...['Seed', 'BigInt', 'Date', 'Time', 'DateTime', 'Money', 'JSON', 'ID', 'String', 'Int', 'Float', 'Boolean'],
];

/** Gives every derived type a name of its own, and remembers which domain it came from. */
export class TypeNames {
  readonly #owners = new Map<string, DomainModel | undefined>(COMMON.map((name) => [name, undefined]));

  /**
   * The name, or with `suffix` when another type has it already; an empty suffix means that no other name will do.
   * @throws TypeError when both are taken.
   */
  claim(name: string, suffix: string, owner: DomainModel | undefined): string {
    const free = this.#owners.has(name) ? name + suffix : name;
    if (this.#owners.has(free)) {
      throw new TypeError(`Two GraphQL types would be named "${free}"; rename the entity, the field or the domain.`);
    }
    this.#owners.set(free, owner);
    return free;
  }

  /** Notes that a domain adds these fields to a root type, and gives them back. @throws TypeError when one exists. */
  fields(root: 'Query' | 'Mutation', owner: DomainModel, specs: OutputSpecs<unknown>): OutputSpecs<unknown> {
    for (const field of Object.keys(specs)) {
      const name = `${root}.${field}`;
      if (this.#owners.has(name)) throw new TypeError(`There would be two fields ${name}; rename the entity or the domain.`);
      this.#owners.set(name, owner);
    }
    return specs;
  }

  /** The domain that a type, or a field of a root type (`Query.students`), came from; undefined for the common ones. */
  ownerOf(name: string): DomainModel | undefined {
    return this.#owners.get(name);
  }
}
