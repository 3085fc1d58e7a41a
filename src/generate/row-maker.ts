import {
  type Address,
  type AnyValues,
  type Cell,
  type CellRow,
  type ConfigWithVolumes,
  type EntityModel,
  type FieldModel,
  type Scope,
  type Sources,
  toCell,
} from '../definition/index.ts';
import { type FieldValues, RowScope, SeriesRowScope, type Universe } from '../plan/index.ts';
import type { Keys } from './keys.ts';
import { type Link, linkOf } from './links.ts';
import { ReadyValues } from './ready-values.ts';

/** Fills one cell of the row that the scope stands at. */
interface CellMaker {
  readonly index: number;
  readonly make: (scope: RowScope) => Cell;
}

/**
 * Makes the rows of one entity: links first, then values. Compiled once from the definition into one function a field,
 * so that the loop over rows looks nothing up.
 */
export class RowMaker {
  readonly #universe: Universe;
  readonly #entity: EntityModel;
  readonly #keys: Keys;
  readonly #scope: RowScope;
  readonly #fieldValues: FieldValues;
  readonly #ready: ReadyValues;
  /** Cells that siblings share, and cells that each row has for itself. */
  readonly #shared: readonly CellMaker[];
  readonly #own: readonly CellMaker[];
  readonly #values: readonly CellMaker[];

  constructor(universe: Universe, keys: Keys, entity: EntityModel) {
    this.#universe = universe;
    this.#entity = entity;
    this.#keys = keys;
    this.#scope = new RowScope(universe, entity);
    this.#fieldValues = universe.fieldValues(entity);
    this.#ready = new ReadyValues(entity, keys);
    const links = entity.references.flatMap(({ field, to }) => {
      const link = linkOf(universe.layout, entity, { field, name: field.name, to });
      return link ? [{ shared: link.shared, index: field.index, make: this.#linkMaker(field, to, link) }] : [];
    });
    this.#shared = links.filter(({ shared }) => shared);
    this.#own = links.filter(({ shared }) => !shared);
    this.#values = 'values' in entity.definition ? this.#valueMakers(entity.definition.values) : [];
  }

  /** Rows under one prefix, by strategy `each`. */
  each(prefix: Address, ordinals: readonly number[]): CellRow[] {
    return this.#rows(prefix, ordinals, (row, scope) => {
      for (const { index, make } of this.#values) row[index] = make(scope);
    });
  }

  /** The children of `owner` that `ordinals` names, by strategy `series`: the sequence is made up to the last of them. */
  series(owner: EntityModel, ownerAddress: Address, prefix: Address, ordinals: readonly number[]): CellRow[] {
    if (!('series' in this.#entity.definition)) throw new TypeError(`${this.#entity.name} is no series.`);
    const name = this.#universe.nameHash(`series ${this.#entity.name}`);
    const scope = new SeriesRowScope(this.#universe, owner, this.#entity, prefix).at(ownerAddress).drawFrom(name);
    const last = ordinals[ordinals.length - 1] ?? -1;
    const made: readonly AnyValues[] = this.#entity.definition.series(scope, last + 1);
    return this.#rows(prefix, ordinals, (row, { index }) => {
      const values = made[index];
      if (!values) throw new RangeError(`The series ${this.#entity.name} of [${ownerAddress.join(', ')}] ended before ${index}.`);
      this.#placeMade(row, values);
    });
  }

  /** Derived rows under one prefix, from the rows that `sources` reads. */
  derived(prefix: Address, ordinals: readonly number[], sources: (address: Address) => Sources): CellRow[] {
    const { definition } = this.#entity;
    if (!('derive' in definition)) throw new TypeError(`${this.#entity.name} is not derived.`);
    const name = this.#universe.nameHash('derive');
    return this.#rows(prefix, ordinals, (row, scope) => {
      this.#placeMade(row, definition.derive.make(scope.drawFrom(name), sources(scope.address)));
    });
  }

  /** Keys and links of rows that share a prefix; `fill` adds the values. What the user fixed for a row comes last. */
  #rows(prefix: Address, ordinals: readonly number[], fill: (row: CellRow, scope: RowScope) => void): CellRow[] {
    const scope = this.#scope;
    const { hasGiven } = this.#universe;
    const keys = this.#keys.of(this.#entity).siblings(prefix, ordinals);
    const pattern: CellRow = new Array<Cell>(this.#entity.fields.length).fill(null);
    scope.among(prefix).to(ordinals[0] ?? 0);
    for (const { index, make } of this.#shared) pattern[index] = make(scope);
    return ordinals.map((ordinal, number) => {
      const row = pattern.slice();
      row[this.#entity.key.index] = keys[number] as string;
      scope.to(ordinal);
      for (const { index, make } of this.#own) row[index] = make(scope);
      fill(row, scope);
      if (hasGiven) this.#ready.place(row, scope.given);
      return row;
    });
  }

  /** The values of a series or a roll-up, and what extensions put over them. */
  #placeMade(row: CellRow, values: AnyValues): void {
    this.#ready.place(row, this.#fieldValues.isOverridden ? this.#fieldValues.over(values, this.#scope.address) : values);
  }

  #linkMaker({ name }: FieldModel, to: EntityModel, { target }: Link): CellMaker['make'] {
    const hash = this.#universe.nameHash(name);
    const keyOf = this.#keys.reader(to);
    return (scope) => {
      const address = target(scope.drawFrom(hash));
      return address && keyOf(address);
    };
  }

  #valueMakers(values: object): CellMaker[] {
    // The type of `values` names every field but key and references; the validator has checked that each is there.
    const makers = values as Readonly<Record<string, (scope: Scope<ConfigWithVolumes>, row: AnyValues) => unknown>>;
    const others = this.#fieldValues;
    const row = others.row(() => this.#scope.address);
    return this.#entity.fields.flatMap(({ name, field, index }) => {
      const make = makers[name];
      const hash = this.#universe.nameHash(name);
      if (!make) return [];
      return others.overrides(name)
        ? [{ index, make: (scope: RowScope) => toCell(field, others.valueAt(name, scope.address)) }]
        : [{ index, make: (scope: RowScope) => toCell(field, make(scope.drawFrom(hash), row)) }];
    });
  }
}
