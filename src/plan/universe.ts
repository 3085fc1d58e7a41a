import type { Faker } from '@faker-js/faker';
import type { Address, ConfigWithVolumes, ContextDefinition, DomainModel, EntityModel, Given } from '../definition/index.ts';
import { bindFaker, foldName, foldPath, hashName, type Key, keyOfSeed, type NameHash, Stream } from '../random/index.ts';
import { Contexts } from './contexts.ts';
import { FieldValues } from './field-values.ts';
import { type Layout, layoutOf } from './layout.ts';
import { configAfter, type GenerateEntry, type Recipe } from './recipe.ts';

/**
 * Everything a row depends on, except the row: a recipe, a configuration, and the contexts that follow from them.
 * Rows are made as the last operation of the recipe makes them; `Replay` makes those of earlier ones as they were made.
 *
 * A universe is a pure function of its arguments; its caches are bounded. It is not re-entrant across asynchronous
 * steps: a scope is valid during the call it was made for.
 */
export class Universe {
  readonly domain: DomainModel;
  readonly config: ConfigWithVolumes;
  /** The dataset's seed: keys derive from it. */
  readonly seed: number;
  readonly layout: Layout;
  /** For rows that were added later: by which operation, counted from 1. */
  readonly #added = new Map<string, number>();
  readonly #recipe: Recipe;
  readonly #given = new Map<string, Given>();
  readonly #entityKeys = new Map<EntityModel, Map<number, Key>>();
  readonly #names = new Map<string, NameHash>();
  readonly #contexts = new Map<unknown, Contexts<unknown>>();
  #asked: Contexts<unknown> | undefined;
  readonly #fieldValues = new Map<EntityModel, FieldValues>();
  #drawing: Stream = new Stream();
  #faker: Faker | undefined;

  constructor(domain: DomainModel, recipe: Recipe, config: ConfigWithVolumes = configAfter(recipe)) {
    this.domain = domain;
    this.config = config;
    this.layout = layoutOf(domain);
    const [base, ...later] = recipe;
    this.#recipe = recipe;
    this.seed = base.seed;
    for (const [index, entry] of later.entries()) this.#remember(entry, index + 1);
  }

  /** The operation that a row belongs to, by its place in the recipe: 0 is the seeding. */
  entryNumber(entity: EntityModel, address: Address): number {
    return (this.#added.size > 0 && this.#added.get(`${entity.name} ${address}`)) || 0;
  }

  /** Whether rows were added later. */
  get hasAdditions(): boolean {
    return this.#added.size > 0;
  }

  /** Whether values were fixed for any row. */
  get hasGiven(): boolean {
    return this.#given.size > 0;
  }

  /** The values that were fixed for a row. */
  givenFor(entity: EntityModel, address: Address): Given {
    return (this.hasGiven && this.#given.get(`${entity.name} ${address}`)) || nothing;
  }

  /** The key that a row's fields draw from. */
  rowKey(entity: EntityModel, address: Address): Key {
    return foldPath(this.entityKey(entity, (this.#recipe[this.entryNumber(entity, address)] ?? this.#recipe[0]).seed), address);
  }

  /** The key of an entity under a seed. */
  entityKey(entity: EntityModel, seed: number): Key {
    let keys = this.#entityKeys.get(entity);
    if (!keys) {
      keys = new Map();
      this.#entityKeys.set(entity, keys);
    }
    let key = keys.get(seed);
    if (!key) {
      key = foldName(keyOfSeed(seed), this.nameHash(entity.name));
      keys.set(seed, key);
    }
    return key;
  }

  nameHash(name: string): NameHash {
    let hash = this.#names.get(name);
    if (!hash) {
      hash = hashName(name);
      this.#names.set(name, hash);
    }
    return hash;
  }

  /** A context of the row at `address`, from the cache or made now. */
  context<Value>(definition: ContextDefinition<ConfigWithVolumes, Value>, address: Address): Value {
    // The fields of a row mostly ask for the same one.
    if (definition !== this.#asked?.definition) this.#asked = this.#contextsOf(definition);
    // What a context's function returned is what its definition's type says.
    return this.#asked.of(address) as Value;
  }

  /** The values of an entity's rows, one by one. */
  fieldValues(entity: EntityModel): FieldValues {
    let values = this.#fieldValues.get(entity);
    if (!values) {
      values = new FieldValues(this, entity);
      this.#fieldValues.set(entity, values);
    }
    return values;
  }

  /** Runs what may draw elsewhere; faker then goes on where it was. */
  undisturbed<T>(work: () => T): T {
    const drawing = this.#drawing;
    const done = work();
    this.#drawing = drawing;
    return done;
  }

  /** The one faker, in the locale of the dataset, pointed at a stream until the next call. */
  fakerOn(stream: Stream): Faker {
    this.#drawing = stream;
    this.#faker ??= bindFaker(() => this.#drawing.next(), this.domain.definition.locale?.(this.config));
    return this.#faker;
  }

  #contextsOf(definition: ContextDefinition<ConfigWithVolumes, unknown>): Contexts<unknown> {
    let contexts = this.#contexts.get(definition);
    if (!contexts) {
      contexts = new Contexts(this, definition);
      this.#contexts.set(definition, contexts);
    }
    return contexts;
  }

  #remember(entry: GenerateEntry, number: number): void {
    const add = (entity: string, addresses: readonly Address[]) => {
      for (const address of addresses) this.#added.set(`${entity} ${address}`, number);
    };
    add(entry.entity, entry.rows);
    for (const address of entry.rows) this.#given.set(`${entry.entity} ${address}`, entry.with);
    for (const [entity, addresses] of Object.entries(entry.required)) add(entity, addresses);
  }
}

const nothing: Given = Object.freeze({});
