import { DefinitionError, type DomainModel } from '../definition/index.ts';
import type { OutputSpecs } from './dynamic.ts';

/** Types that belong to no domain. */
const COMMON = [
  ...['Query', 'Mutation', 'Subscription', 'Node', 'PageInfo', 'OrderDirection', 'GroupKey'],
  ...['Integrity', 'IntegrityStatus', 'IntegrityCheck', 'IntegrityExample', 'PushDatasetInput'],
  ...['Job', 'JobKind', 'JobStatus', 'JobStep', 'JobError', 'JobEvent', 'JobConnection', 'JobEdge'],
  ...['SeedMode', 'Plan', 'PlanStage', 'Dataset', 'DatasetContent', 'EntityCount', 'DeletePayload'],
  ...['Seed', 'BigInt', 'Date', 'Time', 'DateTime', 'Money', 'JSON', 'ID', 'String', 'Int', 'Float', 'Boolean'],
];

/** Fields of root types that belong to no domain. */
const COMMON_FIELDS = [
  ...['node', 'nodes', 'dataset', 'datasets', 'job', 'jobs'].map((name) => `Query.${name}`),
  ...['cancelJob', 'resumeJob', 'dropDataset', 'pushDataset'].map((name) => `Mutation.${name}`),
];

/** Gives every derived type a name of its own, and remembers which domain it came from. */
export class TypeNames {
  readonly #owners = new Map<string, DomainModel | undefined>([...COMMON, ...COMMON_FIELDS].map((name) => [name, undefined]));

  /**
   * The name, or with `suffix` when another type has it already; an empty suffix means that no other name will do.
   * @throws DefinitionError when both are taken.
   */
  claim(name: string, suffix: string, owner: DomainModel | undefined): string {
    const free = this.#owners.has(name) ? name + suffix : name;
    if (this.#owners.has(free)) {
      const why = COMMON.includes(free) ? 'is a type of the API itself' : 'would be the name of two GraphQL types';
      throw clash(free, `${why}; rename the entity or the field, or give the domain a prefix`);
    }
    this.#owners.set(free, owner);
    return free;
  }

  /** Notes that a domain adds these fields to a root type, and gives them back. @throws DefinitionError when one exists. */
  fields(root: 'Query' | 'Mutation', owner: DomainModel, specs: OutputSpecs<unknown>): OutputSpecs<unknown> {
    for (const field of Object.keys(specs)) {
      const name = `${root}.${field}`;
      const advice = 'rename the entity, or its `plural`, or give the domain a prefix';
      if (COMMON_FIELDS.includes(name)) throw clash(name, `is a field of the API itself; ${advice}`);
      if (this.#owners.has(name)) throw clash(name, `there would be two fields of this name; ${advice}`);
      this.#owners.set(name, owner);
    }
    return specs;
  }

  /** The domain that a type, or a field of a root type (`Query.students`), came from; undefined for the common ones. */
  ownerOf(name: string): DomainModel | undefined {
    return this.#owners.get(name);
  }
}

function clash(path: string, message: string): DefinitionError {
  return new DefinitionError('The GraphQL schema', [{ path, message }]);
}
