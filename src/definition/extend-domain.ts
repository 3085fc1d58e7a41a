import type { z } from 'zod';
import type { AnyEntity, DomainDefinition, PartialDeep } from './domain.ts';
import type { Fields } from './entity.ts';
import { DefinitionError, type DefinitionMistake } from './error.ts';
import type { Expectation } from './expectations.ts';
import { extendReport, type ReportExtension } from './extend-report.ts';
import { extendSchema, type Merged } from './extend-schema.ts';
import { merge } from './merge.ts';
import type { RestApi } from './rest-api.ts';
import type { ConfigWithVolumes, Rows } from './rows.ts';
import type { Rule } from './rules.ts';

/** The parsed configuration of a domain: `ConfigOf<typeof school>`. */
export type ConfigOf<D> = D extends { readonly config: z.ZodType<infer Config> } ? Config : never;

/** The same with further keys: `vocabulary<ExtendedConfig<typeof school, typeof furtherKeys>>()`. */
export type ExtendedConfig<D, Further extends FurtherKeys> = [Further] extends [z.ZodObject]
  ? Merged<ConfigOf<D>, z.output<Further>>
  : ConfigOf<D>;

/** The same before it is parsed, as presets are written. */
type ExtendedInput<D, Further extends FurtherKeys> = [Further] extends [z.ZodObject]
  ? Merged<InputOf<D>, z.input<Further>>
  : InputOf<D>;

type FurtherKeys = z.ZodObject | undefined;
type InputOf<D> = D extends { readonly config: z.ZodType<unknown, infer Input> } ? Input : never;

/** An entity whose counts are volumes of the configuration. */
interface CountedBy<Config extends ConfigWithVolumes> {
  readonly name: string;
  readonly fields: Fields;
  readonly rows: Rows<Config>;
}

/** What is added to a domain, and made otherwise. */
export interface DomainExtension<Config extends ConfigWithVolumes, Input> {
  /** Entities that the domain does not have. They come behind its own. */
  readonly entities?: readonly CountedBy<Config>[];
  /** Entities of the domain as `extendEntity` gives them. */
  readonly extend?: readonly CountedBy<Config>[];
  /** Further presets; those of a name that is there are merged over it. */
  readonly presets?: Readonly<Record<string, PartialDeep<Input>>>;
  readonly defaultPreset?: string;
  /** A domain of another name stands beside the one it extends; it needs a prefix of its own, and has other keys. */
  readonly name?: string;
  readonly title?: string;
  readonly prefix?: string;
  readonly description?: string;
  /** How a REST API takes the rows, instead of what the domain says. */
  readonly rest?: RestApi;
  /** Further rules; one of a name that is there takes its place, as functions that break it may need. */
  readonly rules?: readonly Rule<Config>[];
  /** Further expectations; likewise. */
  readonly expectations?: readonly Expectation<Config>[];
  /** Further figures and charts of `report`. */
  readonly report?: ReportExtension;
}

/** Domains as far as they can be extended. */
type Extendable = DomainDefinition<z.ZodType<ConfigWithVolumes>>;

/**
 * A domain with further entities, fields, presets and configuration keys. The one it is made of stays as it is; with the same name the new
 * one takes its place. Rows of what is not touched keep their keys and values, to the digest.
 *
 * `config` are the further keys as a `z.object`, each with a default; counts go into its `volumes`.
 *
 * ```ts
 * export default defineConfig({ domains: [extendDomain(school, { entities: [Locker], extend: [extendEntity(Student, { ... })] })] });
 * ```
 *
 * @throws DefinitionError with every mistake of the extension. The domain as a whole is checked by whoever uses it.
 */
export function extendDomain<D extends Extendable, Further extends FurtherKeys = undefined>(
  domain: D,
  extension: DomainExtension<ExtendedConfig<D, Further>, ExtendedInput<D, Further>> & { readonly config?: Further },
): DomainDefinition<z.ZodType<ExtendedConfig<D, Further>, ExtendedInput<D, Further>>> {
  const { entities = [], extend = [], presets = {}, config, rules, expectations, report, ...rest } = extension;
  const { schema, mistakes } = config ? extendSchema(domain.config, config) : { schema: domain.config, mistakes: [] };
  const all = [...mistakes, ...mistakesOfEntities(domain, { entities, extend }), ...mistakesOfKeys(extension)];
  if (all.length > 0) throw new DefinitionError(`The extension of the domain "${domain.name}"`, all);
  const changed = new Map(extend.map((entity) => [entity.name, entity]));
  const merged = [...domain.entities.map((entity) => changed.get(entity.name) ?? entity), ...entities];
  return {
    ...domain,
    ...rest,
    // Like the functions of entities, these are only ever called with a configuration that the merged schema has parsed.
    rules: withFurther(domain.rules, rules as readonly Rule[] | undefined),
    expectations: withFurther(domain.expectations, expectations as readonly Expectation[] | undefined),
    ...(report && { report: extendReport(domain, report) }),
    presets: merge(domain.presets, presets),
    // What the merged schema parses is what the types of both say; and see `defineDomain` for the entities.
    config: schema as z.ZodType<ExtendedConfig<D, Further>, ExtendedInput<D, Further>>,
    entities: merged as unknown as readonly AnyEntity[],
  };
}

/** In the order of those that are there; what takes the place of one stands there, and the others behind. */
function withFurther<T extends { readonly name: string }>(before: readonly T[] = [], further: readonly T[] = []): readonly T[] {
  const names = before.map(({ name }) => name);
  const replaced = before.map((one) => further.find(({ name }) => name === one.name) ?? one);
  return [...replaced, ...further.filter(({ name }) => !names.includes(name))];
}

interface Entities {
  readonly entities: readonly { readonly name: string }[];
  readonly extend: readonly { readonly name: string }[];
}

function mistakesOfEntities(domain: Extendable, { entities, extend }: Entities): DefinitionMistake[] {
  const known = domain.entities.map(({ name }) => name);
  const there = entities
    .filter(({ name }) => known.includes(name))
    .map(({ name }) => ({
      path: `entities.${name}`,
      message: `is an entity of "${domain.name}" already; put extendEntity(${name}, ...) into \`extend\` to change it`,
    }));
  const missing = extend
    .filter(({ name }) => !known.includes(name))
    .map(({ name }) => ({
      path: `extend.${name}`,
      message: `is no entity of "${domain.name}", which has ${known.join(', ')}; put a new one into \`entities\``,
    }));
  const names = extend.map(({ name }) => name);
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((name) => ({
    path: `extend.${name}`,
    message: 'is extended twice; put both into one extendEntity, or extend what the first one gives',
  }));
  return [...there, ...missing, ...twice];
}

const keys: readonly string[] = [
  'entities',
  'extend',
  'presets',
  'defaultPreset',
  'config',
  'name',
  'title',
  'prefix',
  'description',
  'rest',
  'rules',
  'expectations',
  'report',
];

function mistakesOfKeys(extension: object): DefinitionMistake[] {
  return Object.keys(extension)
    .filter((key) => !keys.includes(key))
    .map((key) => ({ path: key, message: `is no part of an extension, which has ${keys.join(', ')}` }));
}
