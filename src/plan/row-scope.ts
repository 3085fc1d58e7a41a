import type { Faker } from '@faker-js/faker';
import type {
  Address,
  ConfigWithVolumes,
  ContextDefinition,
  EntityModel,
  EntityShape,
  Fields,
  Given,
  Random,
  Scope,
  SeriesScope,
  Values,
} from '../definition/index.ts';
import { fold, foldName, foldPath, type Key, type NameHash, Stream } from '../random/index.ts';
import type { BranchLayout } from './layout.ts';
import type { Universe } from './universe.ts';

const nothing: Given = Object.freeze({});

/**
 * What a definition's functions see. One object is moved from row to row and from field to field; addresses, keys and streams
 * are derived only when they are asked for, since most fields of most rows draw nothing. What siblings share is derived once
 * for all of them.
 */
export class RowScope implements Scope<ConfigWithVolumes> {
  readonly config: ConfigWithVolumes;
  readonly #universe: Universe;
  readonly #entity: EntityModel;
  readonly #stream = new Stream();
  /** Of the siblings: the address without its last part, the owner (but one-to-one), and the key without its last fold. */
  #prefix: Address = [];
  #siblingsOwner: Address | undefined;
  #siblingsKey: Key | undefined;
  /** Of the row. */
  #last = 0;
  #address: Address | undefined;
  #branch: BranchLayout | undefined;
  #owner: Address | undefined;
  #given: Given | undefined;
  #key: Key | undefined;
  /** Of the field. */
  #name: NameHash | undefined;
  #started = false;

  constructor(universe: Universe, entity: EntityModel) {
    this.#universe = universe;
    this.#entity = entity;
    this.config = universe.config;
  }

  /** Moves the scope to a row. */
  at(address: Address): this {
    this.among(address.slice(0, -1)).to(address[address.length - 1] ?? 0);
    this.#address = address;
    return this;
  }

  /** Says between which siblings `to` moves: the rows whose addresses begin with `prefix`. */
  among(prefix: Address): this {
    this.#prefix = prefix;
    this.#siblingsOwner = undefined;
    this.#siblingsKey = undefined;
    return this;
  }

  /** Moves the scope to the sibling with this number. */
  to(last: number): this {
    this.#last = last;
    this.#address = undefined;
    this.#branch = undefined;
    this.#owner = undefined;
    this.#given = undefined;
    this.#key = undefined;
    this.#started = false;
    return this;
  }

  /** Names what draws next: a field, a context, a series. */
  drawFrom(name: NameHash): this {
    this.#name = name;
    this.#started = false;
    return this;
  }

  get address(): Address {
    this.#address ??= [...this.#prefix, this.#last];
    return this.#address;
  }

  get index(): number {
    return this.#last;
  }

  get branch(): string {
    return this.#branchLayout.name;
  }

  get owner(): Address {
    const branch = this.#branchLayout;
    if (branch.arity.kind === 'one') {
      this.#owner ??= this.#universe.layout.owner(branch, this.address);
      return this.#owner;
    }
    this.#siblingsOwner ??= this.#universe.layout.owner(branch, this.address);
    return this.#siblingsOwner;
  }

  get given(): Given {
    this.#given ??= this.#universe.hasGiven ? this.#universe.givenFor(this.#entity, this.address) : nothing;
    return this.#given;
  }

  get random(): Random {
    return this.#drawing();
  }

  get fake(): Faker {
    return this.#universe.fakerOn(this.#drawing());
  }

  get<Value>(context: ContextDefinition<ConfigWithVolumes, Value>, address: Address = this.address): Value {
    return this.#universe.context(context, address);
  }

  read<F extends Fields>({ name }: EntityShape<F>, address: Address): Values<F> {
    // The shape is the definition the model was made of, or one it extends, so that its rows have these values.
    return this.#universe.fieldValues(this.#universe.domain.entity(name)).row(() => address) as Values<F>;
  }

  get #branchLayout(): BranchLayout {
    this.#branch ??= this.#universe.layout.branchOf(this.#entity, this.address);
    return this.#branch;
  }

  #drawing(): Stream {
    if (!this.#started) {
      if (!this.#name) throw new TypeError('A scope draws only while a field or a context is being made.');
      this.#key ??= this.#rowKey();
      this.#stream.start(foldName(this.#key, this.#name));
      this.#started = true;
    }
    return this.#stream;
  }

  #rowKey(): Key {
    const universe = this.#universe;
    if (universe.hasAdditions) return universe.rowKey(this.#entity, this.address);
    this.#siblingsKey ??= foldPath(universe.entityKey(this.#entity, universe.seed), this.#prefix);
    return fold(this.#siblingsKey, this.#last);
  }
}

/** The scope of an owner while a series of its children is made. */
export class SeriesRowScope extends RowScope implements SeriesScope<ConfigWithVolumes> {
  readonly #giveAt: (index: number) => Given;

  /** @param prefix the children's address without its last part. */
  constructor(universe: Universe, owner: EntityModel, child: EntityModel, prefix: Address) {
    super(universe, owner);
    // Series are long, and fixed values rare.
    this.#giveAt = universe.hasGiven ? (index) => universe.givenFor(child, [...prefix, index]) : () => nothing;
  }

  givenAt(index: number): Given {
    return this.#giveAt(index);
  }
}
