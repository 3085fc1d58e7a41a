import DataLoader from 'dataloader';
import type { CellRow, EntityModel, FieldModel } from '../definition/index.ts';
import type { Counting, Find, Page, Within } from '../store/query.ts';
import type { Generation } from '../store/store.ts';

/** How many parents one statement serves at most. */
const MAX_PARENTS = 1_000;

/** A relation seen from its parents: `Within`, before the parents are known. */
export type Relation =
  | { readonly kind: 'inverse'; readonly by: FieldModel }
  | { readonly kind: 'through'; readonly through: Extract<Within, { kind: 'through' }>['through'] };

/** Gathers what the resolvers of one level ask for, so that the store is asked once. One for each request and generation. */
export class Loaders {
  readonly #source: Generation;
  readonly #rows = new Map<EntityModel, DataLoader<string, CellRow | undefined>>();
  readonly #pages = new Map<string, DataLoader<string, Page>>();
  readonly #counts = new Map<string, DataLoader<string, number>>();

  constructor(source: Generation) {
    this.#source = source;
  }

  /** The row with a key; undefined when there is none. */
  row(entity: EntityModel, key: string): Promise<CellRow | undefined> {
    const loader = remember(
      this.#rows,
      entity,
      () => new DataLoader((keys: readonly string[]) => this.#source.get(entity, keys)),
    );
    return loader.load(key);
  }

  /** A parent's page. Calls with the same `id` must have the same relation and query; they share one statement. */
  page(id: string, relation: Relation, query: Omit<Find, 'within'>, parent: string): Promise<Page> {
    const find = (parents: readonly string[]) => this.#source.find({ ...query, within: { ...relation, parents } });
    return remember(this.#pages, id, () => new DataLoader(find, { maxBatchSize: MAX_PARENTS })).load(parent);
  }

  /** How many rows a parent has. The same holds for `id`. */
  count(id: string, relation: Relation, query: Omit<Counting, 'within'>, parent: string): Promise<number> {
    const count = (parents: readonly string[]) => this.#source.count({ ...query, within: { ...relation, parents } });
    return remember(this.#counts, id, () => new DataLoader(count, { maxBatchSize: MAX_PARENTS })).load(parent);
  }
}

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
