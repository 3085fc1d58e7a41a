import type { DomainModel, EntityModel } from '../definition/index.ts';
import type { Entry } from './entry.ts';
import { aliasesOf, sectionOf } from './format.ts';
import { isObject } from './json-object.ts';

/** Which entity's rows stand under which name. */
export class Sections {
  readonly #byName = new Map<string, EntityModel>();
  readonly #names = new Map<EntityModel, string>();

  constructor(domain: DomainModel) {
    for (const entity of domain.entities) {
      this.#names.set(entity, sectionOf(entity));
      this.#byName.set(sectionOf(entity), entity);
    }
    // A name of its own goes before another's further name.
    for (const entity of domain.entities)
      for (const alias of aliasesOf(entity)) if (!this.#byName.has(alias)) this.#byName.set(alias, entity);
  }

  entity(name: unknown): EntityModel | undefined {
    return typeof name === 'string' ? this.#byName.get(name) : undefined;
  }

  nameOf(entity: EntityModel): string {
    return this.#names.get(entity) ?? sectionOf(entity);
  }

  /** The key that a piece of the file gives a row; undefined where it is somewhere in a list. */
  givenKey({ key }: EntityModel, entry: Extract<Entry, { kind: 'row' | 'values' }>): unknown {
    if (entry.kind === 'values') return entry.values[entry.fields?.indexOf(key.column) ?? -1];
    if (entry.key !== undefined) return entry.key;
    return isObject(entry.value) ? entry.value[key.column] : undefined;
  }
}
