/**
 * The closed set of field kinds. Each kind fixes how a value is typed in TypeScript, stored, compared and shown in GraphQL.
 *
 * | kind        | TypeScript value                  | cell in a store          |
 * | ----------- | --------------------------------- | ------------------------ |
 * | key         | string, a UUID                    | text                     |
 * | reference   | string, the target's key          | text                     |
 * | string      | string                            | text                     |
 * | integer     | number, a safe integer            | number                   |
 * | float       | number, rounded to `digits`       | number                   |
 * | boolean     | boolean                           | 0 or 1                   |
 * | date        | `YYYY-MM-DD`                      | text                     |
 * | time        | `HH:MM`                           | text                     |
 * | datetime    | `YYYY-MM-DDTHH:MM:SSZ`            | text                     |
 * | enumeration | one of its values, lower case     | text                     |
 * | money       | number, integer minor units       | number                   |
 * | json        | any JSON value                    | canonical JSON text      |
 * | list        | an array of strings or integers   | canonical JSON text      |
 */
export type FieldKind =
  | 'key'
  | 'reference'
  | 'string'
  | 'integer'
  | 'float'
  | 'boolean'
  | 'date'
  | 'time'
  | 'datetime'
  | 'enumeration'
  | 'money'
  | 'json'
  | 'list';

/** A value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What every field may declare. All are off by default. */
export interface FieldOptions {
  /** May be null. */
  readonly optional?: boolean;
  /** No two rows of a dataset share the value; implies an index. */
  readonly unique?: boolean;
  /** Gets an index in the store. */
  readonly index?: boolean;
  /** Clients may filter by it. */
  readonly filter?: boolean;
  /** Clients may order by it. */
  readonly order?: boolean;
}

/** What a reference may declare beside. */
export interface ReferenceOptions extends FieldOptions {
  /**
   * The name of the to-many (or, for a unique reference, to-one) relation that the target gets;
   * `false` for none. Default: the referring entity's plural, or its single name for a unique reference.
   */
  readonly inverse?: string | false;
  /** The edge that a cycle of references is cut at: the target may be made after the referring row. */
  readonly deferred?: boolean;
}

/** A field as declared. `Value` and `Optional` exist for inference alone. */
export interface Field<Value = unknown, Optional extends boolean = boolean, Kind extends FieldKind = FieldKind> {
  readonly kind: Kind;
  readonly description: string;
  readonly optional: Optional;
  readonly unique: boolean;
  readonly index: boolean;
  readonly filter: boolean;
  readonly order: boolean;
  /** enumeration: the values, in their natural order. */
  readonly values: readonly string[];
  /** list: the kind of the items. */
  readonly items: 'string' | 'integer';
  /** float, money: digits after the decimal point. */
  readonly digits: number;
  /** reference: the target entity's name. */
  readonly target: string;
  readonly inverse: string | false | undefined;
  readonly deferred: boolean;
  /** Never set: carries the type. */
  readonly _value?: Value;
}

/** The TypeScript type of a field's value, null included where it is optional. */
export type ValueOf<F> = F extends Field<infer Value, infer Optional> ? (Optional extends true ? Value | null : Value) : never;

type IsOptional<O> = O extends { readonly optional: true } ? true : false;
type Extras = Partial<Pick<Field, 'values' | 'items' | 'digits' | 'target' | 'inverse' | 'deferred'>>;

/** The one place where the phantom types are attached to the plain object: hence the cast. */
function make<Value, O, Kind extends FieldKind>(kind: Kind, description: string, options: O | undefined, extras: Extras = {}) {
  const given: FieldOptions = options ?? {};
  const unique = given.unique ?? kind === 'key';
  return {
    kind,
    description,
    optional: given.optional ?? false,
    unique,
    index: given.index ?? (unique || kind === 'reference'),
    filter: given.filter ?? (kind === 'key' || kind === 'reference'),
    order: given.order ?? false,
    values: [],
    items: 'string',
    digits: 2,
    target: '',
    inverse: undefined,
    deferred: false,
    ...extras,
  } as Field<Value, IsOptional<O>, Kind>;
}

/** Makers of fields: the first argument describes the field for clients (it becomes the SDL description). */
export const field = {
  /** The row's key, computed from its address. Exactly one an entity. */
  key: (description: string) => make<string, undefined, 'key'>('key', description, undefined),
  /** A reference to a row of `target`, in the same dataset. Indexed and filterable. */
  reference: <const O extends ReferenceOptions>(target: string, description: string, options?: O) =>
    make<string, O, 'reference'>('reference', description, options, {
      target,
      inverse: options?.inverse,
      deferred: options?.deferred ?? false,
    }),
  string: <const O extends FieldOptions>(description: string, options?: O) =>
    make<string, O, 'string'>('string', description, options),
  integer: <const O extends FieldOptions>(description: string, options?: O) =>
    make<number, O, 'integer'>('integer', description, options),
  /** Rounded to `digits` decimals (default 2), so that every machine stores the same. */
  float: <const O extends FieldOptions & { readonly digits?: number }>(description: string, options?: O) =>
    make<number, O, 'float'>('float', description, options, { digits: options?.digits ?? 2 }),
  boolean: <const O extends FieldOptions>(description: string, options?: O) =>
    make<boolean, O, 'boolean'>('boolean', description, options),
  /** `YYYY-MM-DD`. */
  date: <const O extends FieldOptions>(description: string, options?: O) => make<string, O, 'date'>('date', description, options),
  /** `HH:MM`, local to the row's place. */
  time: <const O extends FieldOptions>(description: string, options?: O) => make<string, O, 'time'>('time', description, options),
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  datetime: <const O extends FieldOptions>(description: string, options?: O) =>
    make<string, O, 'datetime'>('datetime', description, options),
  /** One of `values` (lower snake case). GraphQL shows them in SCREAMING_SNAKE. */
  enumeration: <const V extends readonly string[], const O extends FieldOptions>(values: V, description: string, options?: O) =>
    make<V[number], O, 'enumeration'>('enumeration', description, options, { values }),
  /** An amount in integer minor units (cents); GraphQL shows the exact decimal as text. */
  money: <const O extends FieldOptions>(description: string, options?: O) =>
    make<number, O, 'money'>('money', description, options),
  json: <const O extends FieldOptions>(description: string, options?: O) => make<Json, O, 'json'>('json', description, options),
  /** A short list of strings. */
  strings: <const O extends FieldOptions>(description: string, options?: O) =>
    make<readonly string[], O, 'list'>('list', description, options, { items: 'string' }),
  /** A short list of integers. */
  integers: <const O extends FieldOptions>(description: string, options?: O) =>
    make<readonly number[], O, 'list'>('list', description, options, { items: 'integer' }),
};
