import type { Address } from './address.ts';
import type {
  AnyValues,
  EntityDefinition,
  Fields,
  Links,
  Lookup,
  Override,
  ReferenceNames,
  ValueNames,
  Values,
} from './entity.ts';
import { DefinitionError, type DefinitionMistake } from './error.ts';
import type { ValueOf } from './field.ts';
import type { ConfigWithVolumes } from './rows.ts';
import type { Scope } from './scope.ts';

/** Functions for new fields: from the scope, whose streams are the field's own, and the other values of the row. */
export type NewValues<Config, F extends Fields, New extends Fields> = {
  readonly [K in ValueNames<New>]: (scope: Scope<Config>, row: Values<F & New>) => ValueOf<New[K]>;
};

/**
 * Functions for fields that are there already. `original()` is the value as it would be otherwise; drawing from the scope does not change
 * it, nor the other way round.
 */
export type OverriddenValues<Config, F extends Fields, New extends Fields> = {
  readonly [K in ValueNames<F>]?: (scope: Scope<Config>, original: () => ValueOf<F[K]>, row: Values<F & New>) => ValueOf<F[K]>;
};

/** Functions for references that are there already, and have a function of their own. */
export type OverriddenLinks<Config, F extends Fields> = {
  readonly [K in ReferenceNames<F>]?: (scope: Scope<Config>, original: () => Address | null) => Address | null;
};

/** What is added to an entity, and made otherwise. */
export type EntityExtension<Config, F extends Fields, New extends Fields> = {
  /** Further fields; they come behind those that are there. */
  readonly fields?: New;
  /** Further references' targets, and others for references that have a function already. */
  readonly links?: Links<Config, NoInfer<New>> & OverriddenLinks<Config, F>;
  /** Further unique look-ups. */
  readonly lookups?: Readonly<Record<string, Lookup<F & NoInfer<New>>>>;
} & ([ValueNames<New>] extends [never]
  ? { readonly values?: OverriddenValues<Config, F, New> }
  : { readonly values: NewValues<Config, F, New> & OverriddenValues<Config, F, New> });

/** Without types: which keys are allowed is checked again, since not everybody has a compiler. */
interface LooseExtension {
  readonly fields?: Fields;
  readonly values?: Readonly<Record<string, AnyMake>>;
  readonly links?: Readonly<Record<string, AnyLink>>;
  readonly lookups?: Readonly<Record<string, unknown>>;
}

type AnyMake = (scope: unknown, ...rest: unknown[]) => unknown;
type AnyLink = (scope: unknown, original?: () => Address | null) => Address | null;

/**
 * The entity with further fields, or with fields that are made otherwise; give it to `extendDomain`. The entity itself stays as it is.
 *
 * It is the same whether the rows are made by `values`, a series or a roll-up: each new or overriding function draws from a stream of its
 * own, so that no other field, and no other entity, changes. How many rows there are, and what they hang under, cannot be changed here.
 *
 * ```ts
 * extendEntity(Student, {
 *   fields: { busNumber: field.integer('The bus.', { optional: true, filter: true }) },
 *   values: { busNumber: ({ random }, row) => (row.transport === 'school_bus' ? random.integer(1, 12) : null) },
 * });
 * ```
 *
 * @throws DefinitionError with every mistake of the extension.
 */
export function extendEntity<Config extends ConfigWithVolumes, F extends Fields, const New extends Fields = Record<never, never>>(
  entity: EntityDefinition<Config, F>,
  extension: EntityExtension<Config, F, New>,
): EntityDefinition<Config, F & New> {
  const loose = extension as LooseExtension;
  const base = entity as unknown as EntityDefinition<Config, Fields>;
  const mistakes = mistakesOfExtension(base, loose);
  if (mistakes.length > 0) throw new DefinitionError(`The extension of ${entity.name}`, mistakes);
  // The parts fit one another as the types of the arguments say; put together, TypeScript cannot follow that.
  return {
    ...base,
    fields: { ...base.fields, ...loose.fields },
    lookups: { ...base.lookups, ...loose.lookups },
    links: extendedLinks(base, loose),
    overrides: [...(base.overrides ?? []), ...overridesOf(base, loose)],
    ...('values' in base && { values: { ...base.values, ...newValues(loose) } }),
  } as unknown as EntityDefinition<Config, F & New>;
}

const parts: readonly string[] = ['fields', 'values', 'links', 'lookups'];

function mistakesOfExtension(entity: EntityDefinition<never, Fields>, extension: LooseExtension): DefinitionMistake[] {
  const { name, fields } = entity;
  const { fields: added = {}, values = {}, links = {}, lookups = {} } = extension;
  const mistakes: DefinitionMistake[] = [];
  const report = (path: string, message: string) => mistakes.push({ path: `${name}.${path}`, message });
  for (const part of Object.keys(extension))
    if (!parts.includes(part)) report(part, `cannot be extended; an extension has ${parts.join(', ')}`);
  for (const field of Object.keys(added))
    if (fields[field])
      report(`fields.${field}`, 'is there already; to make its value otherwise, put a function into `values` alone');
  for (const lookup of Object.keys(lookups))
    if (entity.lookups?.[lookup]) report(`lookups.${lookup}`, 'is there already; choose another name');
  for (const [field, { kind }] of Object.entries(added)) {
    if (kind === 'key') report(`fields.${field}`, 'is a second key; an entity has one');
    else if (kind !== 'reference' && !values[field])
      report(`values.${field}`, `is missing: write \`${field}: (scope, row) => ...\``);
  }
  for (const field of Object.keys(values)) checkOverride(field, { ...fields, ...added }, report);
  for (const field of Object.keys(links)) checkLink(field, entity, added, report);
  return mistakes;
}

type Report = (path: string, message: string) => void;

function checkOverride(field: string, fields: Fields, report: Report): void {
  const kind = fields[field]?.kind;
  if (!kind) report(`values.${field}`, `has no field; there are ${Object.keys(fields).join(', ')}`);
  else if (kind === 'key') report(`values.${field}`, 'is the key, which follows from where the row is');
  else if (kind === 'reference') report(`values.${field}`, 'is a reference; put a function that gives an address into `links`');
}

function checkLink(field: string, entity: EntityDefinition<never, Fields>, added: Fields, report: Report): void {
  const kind = (added[field] ?? entity.fields[field])?.kind;
  if (kind !== 'reference') report(`links.${field}`, kind ? 'is not a reference; put it into `values`' : 'has no field');
  else if (!added[field] && !Object.hasOwn(entity.links ?? {}, field)) {
    const why = 'series' in entity ? 'the series decides it' : 'it follows from what the rows hang under';
    report(`links.${field}`, `cannot be overridden: ${why}`);
  }
}

/** New fields of an entity that is made by `values` are values like the others. */
function newValues({ fields = {}, values = {} }: LooseExtension): LooseExtension['values'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => fields[name]));
}

function overridesOf(entity: EntityDefinition<never, Fields>, { fields = {}, values = {} }: LooseExtension): Override<unknown>[] {
  return Object.entries(values).flatMap(([field, make]): Override<unknown>[] => {
    if (!fields[field]) {
      const before = entity.overrides?.filter((override) => override.field === field).length ?? 0;
      return [{ field, stream: `${field} override ${before + 1}`, make }];
    }
    if ('values' in entity) return [];
    return [
      { field, stream: field, make: (scope: Scope<unknown>, _original: () => unknown, row: AnyValues) => make(scope, row) },
    ];
  });
}

function extendedLinks(entity: EntityDefinition<never, Fields>, { links = {} }: LooseExtension): LooseExtension['links'] {
  const before = (entity.links ?? {}) as Readonly<Record<string, AnyLink>>;
  const extended = Object.entries(links).map(([field, link]): [string, AnyLink] => {
    const original = before[field];
    if (!original) return [field, link];
    // First, whether it is asked for or not: where it points does not depend on what the override draws.
    const over: AnyLink = (scope) => {
      const target = original(scope);
      return link(scope, () => target);
    };
    return [field, over];
  });
  return { ...before, ...Object.fromEntries(extended) };
}
