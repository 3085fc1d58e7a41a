import {
  type Address,
  type Cell,
  type CellRow,
  type ConfigWithVolumes,
  type EntityModel,
  type FieldModel,
  type Scope,
  type Sources,
  toCell,
} from '../definition/index.ts';
import { RowScope, type Universe } from '../plan/index.ts';
import type { Keys } from './keys.ts';
import { type Link, linkOf } from './links.ts';

type ValueMaker = (scope: Scope<ConfigWithVolumes>) => unknown;

/** Fills one cell of the row that the scope stands at. */
type CellMaker = (scope: RowScope) => Cell;

/**
 * Makes the rows of one entity: links first, then values. Compiled once from the definition into one function a field,
 * so that the loop over rows looks nothing up.
 */
export class RowMaker {
  readonly #universe: Universe;
  readonly #entity: EntityModel;
  readonly #scope: RowScope;
  readonly #links: readonly { readonly field: FieldModel; readonly make: CellMaker }[];
  readonly #values: readonly { readonly field: FieldModel; readonly make: CellMaker }[];
  readonly #keys: Keys;

  constructor(universe: Universe, keys: Keys, entity: EntityModel) {
    this.#universe = universe;
    this.#entity = entity;
    this.#keys = keys;
    this.#scope = new RowScope(universe, entity);
    this.#links = entity.references.map((reference) => {
      const link = linkOf(universe.layout, entity, reference);
      return { field: reference.field, make: (scope) => this.#target(reference.to, link?.(scope) ?? null) };
    });
    this.#values = 'values' in entity.definition ? valueMakers(entity, entity.definition.values) : [];
  }

  /** Rows under one prefix, by strategy `each`. */
  each(prefix: Address, ordinals: readonly number[]): CellRow[] {
    return ordinals.map((ordinal) => {
      const address = [...prefix, ordinal];
      return this.#finish(address, this.#fill(address, this.#values));
    });
  }

  /** The children of `owner` that `ordinals` names, by strategy `series`: the sequence is made up to the last of them. */
  series(owner: EntityModel, ownerAddress: Address, prefix: Address, ordinals: readonly number[]): CellRow[] {
    if (!('series' in this.#entity.definition)) throw new TypeError(`${this.#entity.name} is no series.`);
    const last = ordinals[ordinals.length - 1] ?? -1;
    const scope = new RowScope(this.#universe, owner)
      .at(ownerAddress)
      .drawFrom(this.#universe.nameHash(`series ${this.#entity.name}`));
    const made = this.#entity.definition.series(scope, last + 1) as readonly Readonly<Record<string, unknown>>[];
    return ordinals.map((ordinal) => {
      const address = [...prefix, ordinal];
      const values = made[ordinal];
      if (!values) throw new RangeError(`The series ${this.#entity.name} of ${ownerAddress} ended before ${ordinal}.`);
      return this.#finish(address, this.#place(address, values));
    });
  }

  /** Derived rows under one prefix, from the rows that `sources` reads. */
  derived(prefix: Address, ordinals: readonly number[], sources: (address: Address) => Sources): CellRow[] {
    const { definition } = this.#entity;
    if (!('derive' in definition)) throw new TypeError(`${this.#entity.name} is not derived.`);
    return ordinals.map((ordinal) => {
      const address = [...prefix, ordinal];
      const scope = this.#scope.at(address).drawFrom(this.#universe.nameHash('derive'));
      return this.#finish(
        address,
        this.#place(address, definition.derive.make(scope, sources(address)) as Readonly<Record<string, unknown>>),
      );
    });
  }

  /** Key and links by the definition, then what the makers give. */
  #fill(address: Address, values: readonly { field: FieldModel; make: CellMaker }[]): CellRow {
    const row: CellRow = new Array<Cell>(this.#entity.fields.length).fill(null);
    row[this.#entity.key.index] = this.#keys.of(this.#entity).encode(address);
    const scope = this.#scope.at(address);
    for (const { field, make } of this.#links) row[field.index] = make(scope.drawFrom(this.#universe.nameHash(field.name)));
    for (const { field, make } of values) row[field.index] = make(scope.drawFrom(this.#universe.nameHash(field.name)));
    return row;
  }

  /** Key and links, then ready-made values; an address in place of a reference overrides its link. */
  #place(address: Address, values: Readonly<Record<string, unknown>>): CellRow {
    const row = this.#fill(address, []);
    for (const { field, name, index } of this.#entity.fields) {
      const value = values[name];
      if (field.kind === 'key' || value === undefined) continue;
      row[index] =
        field.kind === 'reference'
          ? this.#target(this.#entity.domain.entity(field.target), value as Address | null)
          : toCell(field, value);
    }
    return row;
  }

  /** What the user fixed for the row comes last. */
  #finish(address: Address, row: CellRow): CellRow {
    const given = this.#universe.givenFor(this.#entity, address);
    for (const name in given) {
      const { field, index } = this.#entity.fieldNamed(name);
      row[index] = toCell(field, given[name]);
    }
    return row;
  }

  #target(entity: EntityModel, address: Address | null): string | null {
    return address && this.#keys.keyOf(entity, address);
  }
}

function valueMakers(entity: EntityModel, values: object): { field: FieldModel; make: CellMaker }[] {
  // The type of `values` names every field but key and references; the validator has checked that each is there.
  const makers = values as Readonly<Record<string, ValueMaker>>;
  return entity.fields.flatMap((field) => {
    const make = makers[field.name];
    if (field.field.kind === 'key' || field.field.kind === 'reference') return [];
    if (!make) return [];
    return [{ field, make: (scope: RowScope) => toCell(field.field, make(scope)) }];
  });
}

export type { Link };
