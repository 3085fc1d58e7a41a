import {
  type Address,
  type AnyValues,
  type ConfigWithVolumes,
  type EntityModel,
  type Override,
  type Scope,
  SeedgraphError,
} from '../definition/index.ts';
import { RowScope } from './row-scope.ts';
import type { Universe } from './universe.ts';

type Config = ConfigWithVolumes;
type Make = (scope: Scope<Config>, row: AnyValues) => unknown;

/** What has been made before an override: the entity's own values, or those of a series or a roll-up. */
type MadeBefore = (field: string, address: Address, row: AnyValues) => unknown;

/** A row whose values are made when they are read. */
interface Located {
  readonly addressed: () => Address;
}

/**
 * The values of one entity's rows, one at a time and in any order: for functions that need another value of their row, or of another row,
 * and for overrides, which may ask for what they override. Each is made on a scope of its own, so that no stream in use moves.
 */
export class FieldValues {
  readonly #universe: Universe;
  readonly #entity: EntityModel;
  readonly #overrides = new Map<string, readonly Override<Config>[]>();
  readonly #values: Readonly<Record<string, Make>> | undefined;
  readonly #prototype: object;
  /** What is being made at present, to notice circles. */
  readonly #making: string[] = [];

  constructor(universe: Universe, entity: EntityModel) {
    this.#universe = universe;
    this.#entity = entity;
    const { definition } = entity;
    // The type of `values` names every field but key and references; the engine looks them up by name.
    this.#values = 'values' in definition ? (definition.values as Readonly<Record<string, Make>>) : undefined;
    for (const override of definition.overrides ?? []) {
      this.#overrides.set(override.field, [...(this.#overrides.get(override.field) ?? []), override]);
    }
    this.#prototype = this.#getters();
  }

  /** Whether overrides make any field. */
  get isOverridden(): boolean {
    return this.#overrides.size > 0;
  }

  /** Whether overrides make this field. */
  overrides(field: string): boolean {
    return this.#overrides.has(field);
  }

  /** What a series or a roll-up has made for a row, and over it what the overrides make. */
  over(made: AnyValues, address: Address): AnyValues {
    const row = { ...made, ...this.#universe.givenFor(this.#entity, address) };
    for (const field of this.#overrides.keys()) {
      if (Object.hasOwn(this.#universe.givenFor(this.#entity, address), field)) continue;
      const get = () => this.#overriddenAt(field, address, row, () => made[field]);
      Object.defineProperty(row, field, { enumerable: true, configurable: true, get });
    }
    return row;
  }

  /** The row that `addressed` names at the time of reading; its values come from the definition alone. */
  row(addressed: () => Address): AnyValues {
    return Object.create(this.#prototype, { addressed: { value: addressed } });
  }

  /** The value that a field has in the row at `address`: what the user fixed, or what its functions make. */
  valueAt(field: string, address: Address): unknown {
    const given = this.#universe.givenFor(this.#entity, address);
    return Object.hasOwn(given, field)
      ? given[field]
      : this.#overriddenAt(
          field,
          address,
          this.row(() => address),
          this.#own,
        );
  }

  /** What the overrides of a field make in the row at `address`, the last one first; `before` is asked when they ask for the original. */
  #overriddenAt(field: string, address: Address, row: AnyValues, before: MadeBefore): unknown {
    const overrides = this.#overrides.get(field) ?? [];
    const made = (count: number): unknown => {
      const override = overrides[count - 1];
      if (!override) return before(field, address, row);
      return this.#apart(address, override.stream, (scope) => override.make(scope, () => made(count - 1), row));
    };
    return this.#watched(field, address, () => made(overrides.length));
  }

  readonly #own: MadeBefore = (field, address, row) => {
    const make = this.#values?.[field];
    if (make) return this.#apart(address, field, (scope) => make(scope, row));
    const { name } = this.#entity;
    throw new SeedgraphError(
      'INVALID_DEFINITION',
      `${name}.${field} cannot be read from elsewhere: only entities that are made by "values" can. Read what it is made from instead.`,
    );
  };

  #apart<T>(address: Address, stream: string, make: (scope: Scope<Config>) => T): T {
    const scope = new RowScope(this.#universe, this.#entity).at(address).drawFrom(this.#universe.nameHash(stream));
    return this.#universe.undisturbed(() => make(scope));
  }

  #watched<T>(field: string, address: Address, make: () => T): T {
    const step = `${this.#entity.name}.${field} of [${address.join(', ')}]`;
    if (this.#making.includes(step)) {
      const circle = [...this.#making.slice(this.#making.indexOf(step)), step].map((part) => part.split(' of ')[0]);
      throw new SeedgraphError(
        'INVALID_DEFINITION',
        `These values need each other: ${circle.join(' -> ')}. Make one of them without the other.`,
      );
    }
    this.#making.push(step);
    try {
      return make();
    } finally {
      this.#making.pop();
    }
  }

  #getters(): object {
    const valueAt = (name: string, address: Address) => this.valueAt(name, address);
    const prototype = {};
    for (const { name, field } of this.#entity.fields) {
      if (field.kind === 'key' || field.kind === 'reference') continue;
      Object.defineProperty(prototype, name, {
        enumerable: true,
        get(this: Located) {
          return valueAt(name, this.addressed());
        },
      });
    }
    return prototype;
  }
}
