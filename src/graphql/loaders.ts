import DataLoader from 'dataloader';
import type { Cell, CellRow, EntityModel, FieldModel, LookupModel } from '../definition/index.ts';
import type { Aggregation, Counting, Find, Group, Page, Within } from '../store/query.ts';
import type { Generation } from '../store/store.ts';
import { type Loaded, loaded } from './loaded.ts';
import type { RelatedList } from './related-list.ts';

/** How many parents, or keys, one statement serves at most. */
const MAX_AT_ONCE = 1_000;

/** A relation seen from its parents: `Within`, before the parents are known. */
export type Relation =
  | { readonly kind: 'inverse'; readonly by: FieldModel }
  | { readonly kind: 'through'; readonly through: Extract<Within, { kind: 'through' }>['through'] };

/** A read of all rows of an entity, before it is known whether it is restricted to parents. */
type Unbound<Query> = Omit<Query, 'within' | 'name' | 'signal'>;

/**
 * All reads of one generation by one request. Gathers what the resolvers of one level ask for, so that the store is asked
 * once, and keeps it for those who ask again. Every read @throws the reason of the request's signal once that is aborted.
 */
export class Loaders {
  /** The lists that have been asked for, by relation and arguments. */
  readonly lists = new Map<string, RelatedList>();
  readonly #source: Generation;
  readonly #signal: AbortSignal | undefined;
  readonly #rows = new Map<EntityModel, DataLoader<string, Loaded | undefined>>();
  readonly #lookups = new Map<LookupModel, DataLoader<Exclude<Cell, null>, Loaded | undefined>>();
  readonly #entities: DataLoader<string, EntityModel | undefined>;
  readonly #pages = new Map<string, DataLoader<string, Page>>();
  readonly #counts = new Map<string, DataLoader<string, number>>();
  readonly #groups = new Map<string, DataLoader<string, readonly Group[]>>();

  constructor(source: Generation, signal: AbortSignal | undefined) {
    this.#source = source;
    this.#signal = signal;
    this.#entities = new DataLoader((keys) => this.#locate(keys), { maxBatchSize: MAX_AT_ONCE });
  }

  /** The entity that has a row with a key, for keys that do not tell by themselves; undefined when none has. */
  entityOf(key: string): Promise<EntityModel | undefined> {
    this.#signal?.throwIfAborted();
    return this.#entities.load(key);
  }

  /** The row with a key, the same object for all who ask; undefined when there is none. */
  row(entity: EntityModel, key: string): Promise<Loaded | undefined> {
    this.#signal?.throwIfAborted();
    const read = (keys: readonly string[]) => this.#get(entity, keys);
    return remember(this.#rows, entity, () => new DataLoader(read, { maxBatchSize: MAX_AT_ONCE })).load(key);
  }

  /** The row that a unique value tells; undefined when there is none. */
  lookUp(entity: EntityModel, lookup: LookupModel, value: Exclude<Cell, null>): Promise<Loaded | undefined> {
    this.#signal?.throwIfAborted();
    const read = async (values: readonly Exclude<Cell, null>[]) =>
      this.#loaded(entity, await this.#source.lookUp(entity, lookup, values));
    return remember(this.#lookups, lookup, () => new DataLoader(read, { maxBatchSize: MAX_AT_ONCE })).load(value);
  }

  /** A page of all rows. Calls with the same `id` must have the same query, in all requests. */
  async page(id: string, query: Unbound<Find>): Promise<Page> {
    const [page] = await this.#find({ ...query, name: id });
    return page ?? { rows: [], positions: [], more: false };
  }

  /** How many rows there are in all. */
  async count(query: Unbound<Counting>): Promise<number> {
    const [count] = await this.#count(query);
    return count ?? 0;
  }

  /** The groups of all rows. */
  async groups(query: Unbound<Aggregation>): Promise<readonly Group[]> {
    const [groups] = await this.#aggregate(query);
    return groups ?? [];
  }

  /** A parent's page. Calls with the same `id` must have the same relation and query, in all requests; they share one statement. */
  pageOf(id: string, relation: Relation, query: Unbound<Find>, parent: string): Promise<Page> {
    return this.#batched(this.#pages, id, parent, (parents) =>
      this.#find({ ...query, name: id, within: { ...relation, parents } }),
    );
  }

  /** How many rows a parent has. The same holds for `id`. */
  countOf(id: string, relation: Relation, query: Unbound<Counting>, parent: string): Promise<number> {
    return this.#batched(this.#counts, id, parent, (parents) => this.#count({ ...query, within: { ...relation, parents } }));
  }

  /** The groups of a parent's rows. The same holds for `id`. */
  groupsOf(id: string, relation: Relation, query: Unbound<Aggregation>, parent: string): Promise<readonly Group[]> {
    return this.#batched(this.#groups, id, parent, (parents) => this.#aggregate({ ...query, within: { ...relation, parents } }));
  }

  #batched<T>(
    loaders: Map<string, DataLoader<string, T>>,
    id: string,
    parent: string,
    read: (parents: readonly string[]) => Promise<T[]>,
  ): Promise<T> {
    this.#signal?.throwIfAborted();
    return remember(loaders, id, () => new DataLoader(read, { maxBatchSize: MAX_AT_ONCE })).load(parent);
  }

  /** Looks into one table after the other, each time for what has not been found yet. */
  async #locate(keys: readonly string[]): Promise<(EntityModel | undefined)[]> {
    const found = new Map<string, EntityModel>();
    for (const entity of this.#source.domain.entities) {
      this.#signal?.throwIfAborted();
      const missing = keys.filter((key) => !found.has(key));
      const rows = await this.#source.get(entity, missing);
      for (const [index, key] of missing.entries()) if (rows[index]) found.set(key, entity);
    }
    return keys.map((key) => found.get(key));
  }

  async #get(entity: EntityModel, keys: readonly string[]): Promise<(Loaded | undefined)[]> {
    this.#signal?.throwIfAborted();
    return this.#loaded(entity, await this.#source.get(entity, keys));
  }

  #loaded(entity: EntityModel, rows: readonly (CellRow | undefined)[]): (Loaded | undefined)[] {
    return rows.map((row) => row && loaded(entity, row, this.#source));
  }

  async #find(query: Omit<Find, 'signal'>): Promise<Page[]> {
    return this.#source.find({ ...query, ...this.#stop() });
  }

  async #count(query: Omit<Counting, 'signal'>): Promise<number[]> {
    return this.#source.count({ ...query, ...this.#stop() });
  }

  async #aggregate(query: Omit<Aggregation, 'signal'>): Promise<(readonly Group[])[]> {
    return this.#source.aggregate({ ...query, ...this.#stop() });
  }

  #stop(): { signal?: AbortSignal } {
    this.#signal?.throwIfAborted();
    return this.#signal ? { signal: this.#signal } : {};
  }
}

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
