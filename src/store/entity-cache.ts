import { LRUCache } from 'lru-cache';
import type { Cell, CellRow, DomainModel, EntityModel, LookupModel } from '../definition/index.ts';
import type { Aggregation, Counting, Find, Group, Page } from './query.ts';
import type { Slices } from './slices.ts';
import type { Batch, Generation, GenerationState, MarkedKey, Store } from './store.ts';

/** How well a cache does. */
export interface EntityCacheStats {
  readonly hits: number;
  readonly misses: number;
  /** Rows held now. */
  readonly size: number;
}

/** A store whose rows are cached by key. */
export interface CachedStore extends Store {
  stats(): EntityCacheStats;
}

/** What may be changed of an entity cache. */
export interface EntityCacheOptions {
  /** Rows held at most, of all datasets together; the least recently used go first. As many again in pages. Default 50,000. */
  readonly max?: number;
}

/**
 * Puts an LRU of rows in front of every `Generation.get` and `lookUp` of a store, and one of pages in front of every `find`
 * that has a name. What was read of a generation is forgotten when its revision changes, by whichever process. Keys that no
 * row has are never remembered.
 *
 * Cached rows and pages are shared by all callers: they must not be changed.
 */
export function withEntityCache(store: Store, options: EntityCacheOptions = {}): CachedStore {
  const rows = new RowCache(options.max ?? 50_000);
  const wrapped = new WeakMap<Generation, Generation>();
  const wrap = (generation: Generation) => {
    const known = wrapped.get(generation) ?? new CachedGeneration(generation, rows);
    wrapped.set(generation, known);
    return known;
  };
  const unwrap = (generation: Generation) => (generation instanceof CachedGeneration ? generation.inner : generation);
  return {
    url: store.url,
    identity: store.identity,
    control: store.control,
    datasets: () => store.datasets(),
    open: async (dataset, domain) => {
      const generation = await store.open(dataset, domain);
      return generation && wrap(generation);
    },
    create: async (...args) => wrap(await store.create(...args)),
    openRows: (dataset, domain) => store.openRows(dataset, domain),
    reopen: async (id, domain) => {
      const generation = await store.reopen(id, domain);
      return generation && wrap(generation);
    },
    publish: (generation) => store.publish(unwrap(generation)),
    discard: (generation) => store.discard(unwrap(generation)),
    ledger: (...args) => store.ledger(...args),
    drop: (dataset) => store.drop(dataset),
    close: () => store.close(),
    stats: () => rows.stats(),
  };
}

/** The rows and pages of all generations, and how often they were asked for. */
class RowCache {
  readonly #rows: LRUCache<string, CellRow>;
  readonly #pages: LRUCache<string, Page>;
  #hits = 0;
  #misses = 0;

  constructor(max: number) {
    this.#rows = new LRUCache({ max });
    this.#pages = new LRUCache({
      maxSize: max,
      sizeCalculation: ({ rows }, name) => 1 + rows.length + Math.floor(name.length / CHARACTERS_OF_ROW),
    });
  }

  get(name: string): CellRow | undefined {
    const row = this.#rows.get(name);
    if (row) this.#hits++;
    else this.#misses++;
    return row;
  }

  set(name: string, row: CellRow): void {
    this.#rows.set(name, row);
  }

  page(name: string): Page | undefined {
    const page = this.#pages.get(name);
    if (page) this.#hits++;
    else this.#misses++;
    return page;
  }

  setPage(name: string, page: Page): void {
    this.#pages.set(name, page);
  }

  stats(): EntityCacheStats {
    return { hits: this.#hits, misses: this.#misses, size: this.#rows.size + this.#pages.calculatedSize };
  }
}

const nothing: Page = { rows: [], positions: [], more: false };

/** Names have arguments in them, and may be longer than rows. */
const CHARACTERS_OF_ROW = 500;

/** A generation whose rows are looked for in the cache first; everything else goes straight through. */
class CachedGeneration implements Generation {
  readonly inner: Generation;
  readonly #rows: RowCache;

  constructor(inner: Generation, rows: RowCache) {
    this.inner = inner;
    this.#rows = rows;
  }

  get id(): string {
    return this.inner.id;
  }

  get dataset(): string {
    return this.inner.dataset;
  }

  get domain(): DomainModel {
    return this.inner.domain;
  }

  get slices(): Slices | undefined {
    return this.inner.slices;
  }

  get(entity: EntityModel, keys: readonly string[]): Promise<(CellRow | undefined)[]> {
    return this.#through(`${entity.table}/`, keys, (missing) => this.inner.get(entity, missing));
  }

  lookUp(entity: EntityModel, lookup: LookupModel, values: readonly Exclude<Cell, null>[]): Promise<(CellRow | undefined)[]> {
    return this.#through(`${entity.table} by ${lookup.name}/`, values, (missing) => this.inner.lookUp(entity, lookup, missing));
  }

  /** The rows that the cache has, and the others as `read` gives them. */
  async #through<Name extends string | number>(
    kind: string,
    names: readonly Name[],
    read: (missing: Name[]) => Promise<(CellRow | undefined)[]>,
  ): Promise<(CellRow | undefined)[]> {
    // Part of the name: rows of an older revision are never asked for again and leave as the least recently used. Read
    // before the rows, so that a row can be filed under too old a revision only.
    const prefix = `${this.id}/${await this.inner.revision()}/${kind}`;
    const rows = names.map((name) => this.#rows.get(`${prefix}${name}`));
    const missing = names.filter((_name, index) => rows[index] === undefined);
    if (missing.length === 0) return rows;
    const found = await read(missing);
    let next = 0;
    return rows.map((row, index) => {
      if (row) return row;
      const loaded = found[next++];
      if (loaded) this.#rows.set(`${prefix}${names[index]}`, loaded);
      return loaded;
    });
  }

  revision(): Promise<number> {
    return this.inner.revision();
  }

  state(): Promise<GenerationState> {
    return this.inner.state();
  }

  async find(query: Find): Promise<Page[]> {
    const { name, within } = query;
    if (name === undefined) return this.inner.find(query);
    // As for rows: read before the pages.
    const prefix = `${this.id}/${await this.inner.revision()}/${name}/`;
    const parents = within?.parents ?? [''];
    const known = parents.map((parent) => this.#rows.page(prefix + parent));
    const missing = parents.filter((_parent, index) => known[index] === undefined);
    if (missing.length === 0) return known.filter((page) => page !== undefined);
    const found = await this.inner.find(within ? { ...query, within: { ...within, parents: missing } } : query);
    for (const [index, page] of found.entries()) this.#rows.setPage(`${prefix}${missing[index]}`, page);
    const rest = found.values();
    return known.map((page) => page ?? rest.next().value ?? nothing);
  }

  count(query: Counting): Promise<number[]> {
    return this.inner.count(query);
  }

  aggregate(query: Aggregation): Promise<Group[][]> {
    return this.inner.aggregate(query);
  }

  range(entity: EntityModel, from: string, to: string, limit: number): Promise<CellRow[]> {
    return this.inner.range(entity, from, to, limit);
  }

  marks(entity: EntityModel, from: string, to: string, limit: number): Promise<MarkedKey[]> {
    return this.inner.marks(entity, from, to, limit);
  }

  write(batch: Batch): Promise<boolean> {
    return this.inner.write(batch);
  }

  index(): Promise<void> {
    return this.inner.index();
  }

  finish(): Promise<void> {
    return this.inner.finish();
  }
}
