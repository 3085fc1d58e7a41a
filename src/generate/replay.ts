import { LRUCache } from 'lru-cache';
import type { Address, CellRow, DomainModel, EntityModel } from '../definition/index.ts';
import { type Recipe, Universe } from '../plan/index.ts';
import { Generator, type ReadChildren } from './generator.ts';
import { Keys } from './keys.ts';

/** Generators kept: one for each operation of the recipe whose rows were asked for lately. */
const KEPT = 8;

/**
 * Makes any row of a dataset again from its recipe. Each row is made as it was then: under the volumes of the operation
 * that made it, so that what has been added since does not show.
 */
export class Replay {
  readonly keys: Keys;
  readonly #domain: DomainModel;
  readonly #recipe: Recipe;
  readonly #all: Universe;
  readonly #generators = new LRUCache<number, Generator>({ max: KEPT });

  constructor(domain: DomainModel, recipe: Recipe) {
    this.keys = new Keys(domain, recipe[0].seed);
    this.#domain = domain;
    this.#recipe = recipe;
    this.#all = new Universe(domain, recipe);
  }

  /** Makes the rows of the seeding; by block that is faster than one by one. */
  get seeding(): Generator {
    return this.#generatorOf(0);
  }

  /** Whether a later operation made the row, or would make it again. */
  isAdded(entity: EntityModel, address: Address): boolean {
    return this.#all.entryNumber(entity, address) > 0;
  }

  /** Derived rows need `read`. */
  row(entity: EntityModel, address: Address, read?: ReadChildren): CellRow {
    return this.#generatorOf(this.#all.entryNumber(entity, address)).row(entity, address, read);
  }

  #generatorOf(number: number): Generator {
    let generator = this.#generators.get(number);
    if (!generator) {
      const [base, ...later] = this.#recipe;
      generator = new Generator(new Universe(this.#domain, [base, ...later.slice(0, number)]), this.keys);
      this.#generators.set(number, generator);
    }
    return generator;
  }
}
