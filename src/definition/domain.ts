import type { z } from 'zod';
import type { EntityDefinition, Fields } from './entity.ts';
import type { ConfigWithVolumes } from './rows.ts';

/** An entity whose configuration and fields are not known any more. */
export type AnyEntity = EntityDefinition<ConfigWithVolumes, Fields>;

/** A domain: a name, a configuration, presets of it and the entities. Data only. */
export interface DomainDefinition<Schema extends z.ZodType = z.ZodType> {
  /** Lower case: `school`. */
  readonly name: string;
  /** In the names of operations: `School` gives `seedSchool`, `SchoolOverrides`. */
  readonly title: string;
  /** Put before type names: empty for the school, `Shop` for `ShopOrder`. */
  readonly prefix: string;
  readonly description: string;
  /** The complete configuration with its defaults; an empty object must be valid. */
  readonly config: Schema;
  /** Named parts of a configuration, merged over the defaults. Names in SCREAMING_SNAKE. */
  readonly presets: Readonly<Record<string, unknown>>;
  /** The preset used when none is named. */
  readonly defaultPreset: string;
  /** In the order of generation where references leave a choice. */
  readonly entities: readonly AnyEntity[];
}

/**
 * Declares a domain. Entities are typed with the domain's own configuration; the engine handles them without knowing
 * it, hence the one cast here: it only ever calls them with a configuration that `config` has parsed.
 */
export function defineDomain<Schema extends z.ZodType<ConfigWithVolumes>>(
  definition: Omit<DomainDefinition<Schema>, 'entities' | 'presets'> & {
    readonly presets: Readonly<Record<string, PartialDeep<z.input<Schema>>>>;
    readonly entities: readonly { readonly name: string; readonly fields: Fields }[];
  },
): DomainDefinition {
  return { ...definition, entities: definition.entities as readonly AnyEntity[] };
}

/** The same shape with every key optional, lists taken whole. */
export type PartialDeep<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: PartialDeep<T[K]> } : T;
