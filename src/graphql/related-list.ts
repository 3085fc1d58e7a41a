import type { EntityModel, InverseModel, ThroughModel } from '../definition/index.ts';
import { Connection } from './connection.ts';
import type { Arguments } from './dynamic.ts';
import type { Loaded } from './loaded.ts';
import type { Loaders, Relation } from './loaders.ts';
import { type PageRequest, pageRequest } from './page-request.ts';

/** A relation that leads to many rows. */
export type ManyModel = InverseModel | ThroughModel;

/** The entity whose rows a relation leads to. */
export function targetOf(many: ManyModel): EntityModel {
  return 'through' in many ? many.to : many.from;
}

/** The relation as stores read it. */
export function relationOf(many: ManyModel): Relation {
  return 'through' in many ? { kind: 'through', through: many } : { kind: 'inverse', by: many.by };
}

/**
 * Equal texts tell reads that parents can share: the relation, and arguments that ask for the same.
 * Arguments come in the order of the schema, so that equal ones are written alike.
 */
export function relationId(entity: EntityModel, name: string, args: unknown = null): string {
  return `${entity.typeName}.${name} ${JSON.stringify(args)}`;
}

/** A to-many relation with its arguments, as all parents of a request ask for it: checked once, read by one statement. */
export class RelatedList {
  readonly #loaders: Loaders;
  readonly #request: PageRequest;
  readonly #relation: Relation;
  readonly #pageId: string;
  readonly #countId: string;
  readonly #byParent = new Map<string, Connection>();

  /** `id` is the `relationId` of the relation with its arguments. @throws RequestError as `pageRequest`. */
  constructor(loaders: Loaders, id: string, entity: EntityModel, many: ManyModel, args: Arguments, maxPageSize: number) {
    this.#loaders = loaders;
    this.#request = pageRequest(targetOf(many), args, maxPageSize);
    this.#relation = relationOf(many);
    this.#pageId = id;
    this.#countId = relationId(entity, many.name, args.filter ?? null);
  }

  /** A parent's part, the same object whenever it is asked for. */
  of(parent: Loaded): Connection {
    const { key } = parent;
    const known = this.#byParent.get(key);
    if (known) return known;
    const made = this.#connect(parent, key);
    this.#byParent.set(key, made);
    return made;
  }

  #connect({ source }: Loaded, key: string): Connection {
    const { query } = this.#request;
    return new Connection(this.#request, source, {
      page: () => this.#loaders.pageOf(this.#pageId, this.#relation, query, key),
      total: () =>
        this.#loaders.countOf(
          this.#countId,
          this.#relation,
          { entity: query.entity, ...(query.where && { where: query.where }) },
          key,
        ),
    });
  }
}
