import type { z } from 'zod';
import type { EntityDefinition, Fields } from './entity.ts';
import type { Expectation } from './expectations.ts';
import type { ReportDefinition } from './report.ts';
import type { RestApi } from './rest-api.ts';
import type { ConfigWithVolumes } from './rows.ts';
import type { Rule } from './rules.ts';

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
  /** The locale of `Scope.fake` under a configuration, as faker names it: `de`. Default: `en_US`. */
  readonly locale?: (config: ConfigWithVolumes) => string;
  /** In the order of generation where references leave a choice. */
  readonly entities: readonly AnyEntity[];
  /** A REST API that can be filled with its rows. Default: none. */
  readonly rest?: RestApi;
  /** What holds of the data beyond what fields and references say; `verify` checks it. */
  readonly rules?: readonly Rule[];
  /** The shares of values that the configuration asks for; `verify` compares them with those of the data. */
  readonly expectations?: readonly Expectation[];
  /** What `report` shows of it. */
  readonly report?: ReportDefinition;
}

/**
 * Declares a domain. Entities are typed with the domain's own configuration; the engine handles them without knowing
 * it, hence the casts here: it only ever calls them with a configuration that `config` has parsed.
 */
export function defineDomain<Schema extends z.ZodType<ConfigWithVolumes>>(
  definition: Omit<DomainDefinition<Schema>, 'entities' | 'locale' | 'presets' | 'rules' | 'expectations'> & {
    readonly presets: Readonly<Record<string, PartialDeep<z.input<Schema>>>>;
    readonly locale?: (config: z.output<Schema>) => string;
    readonly entities: readonly { readonly name: string; readonly fields: Fields }[];
    readonly rules?: readonly Rule<z.output<Schema>>[];
    readonly expectations?: readonly Expectation<z.output<Schema>>[];
  },
): DomainDefinition<Schema> {
  const { locale, ...rest } = definition;
  return {
    ...rest,
    ...(locale && { locale: locale as (config: ConfigWithVolumes) => string }),
    entities: definition.entities as readonly AnyEntity[],
    rules: (definition.rules ?? []) as readonly Rule[],
    expectations: (definition.expectations ?? []) as readonly Expectation[],
  };
}

/** The same shape with every key optional, lists taken whole. */
export type PartialDeep<T> = T extends readonly unknown[] ? T : T extends object ? { [K in keyof T]?: PartialDeep<T[K]> } : T;
