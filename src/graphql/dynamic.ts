import type { EnumRef, InputFieldMap, InputObjectRef, InterfaceRef, ObjectRef, OutputRef, OutputType } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import type { Builder, SchemaTypes } from './builder.ts';
import type { RequestContext } from './context.ts';

/*
 * Pothos infers the type of every resolver from the literal names it sees. Types that are derived in loops have no literal
 * names, so that inference has nothing to stand on. This file is the only place that pays for it: it takes descriptions of
 * fields, and hands them to Pothos with the casts that are needed. What comes out is held by the committed SDL and by tests
 * through real requests.
 */

/** The arguments of a derived field, after coercion by GraphQL; read with the functions of `input.ts`. */
export type Arguments = Readonly<Record<string, unknown>>;

/** The shape of a derived input object. */
export type InputShape = Record<string, unknown>;

/** A derived input object. Created before it is implemented, so that filters can refer to each other. */
export type AnyInputRef = InputObjectRef<SchemaTypes, InputShape>;

/** An enumeration whose values are texts inside. */
export type AnyEnumRef = EnumRef<SchemaTypes, string>;

type ScalarName = 'ID' | 'String' | 'Int' | 'Float' | 'Boolean' | keyof SchemaTypes['Scalars'];
/** The type of an output field. */
type AnyOutput = ScalarName | OutputRef;

/** The type of a single value, going in or out. */
export type AnyValue = ScalarName | AnyEnumRef;

/** The type of an input field or argument. */
export type AnyInput = AnyValue | AnyInputRef;

/** An input field or argument as data. */
export interface InputSpec {
  readonly type: AnyInput;
  /** A list of non-null items. */
  readonly list?: boolean;
  readonly required?: boolean;
  readonly defaultValue?: unknown;
  readonly description?: string;
}

/** An output field as data. `nullable` speaks of the field; the items of a list are non-null. */
export interface OutputSpec<Parent> {
  readonly type: AnyOutput;
  readonly list?: boolean;
  readonly nullable?: boolean;
  readonly description: string;
  readonly args?: Readonly<Record<string, InputSpec>>;
  /** Default: the parent's property of the same name. */
  readonly resolve?: (parent: Parent, args: Arguments, context: RequestContext, info: GraphQLResolveInfo) => unknown;
}

export type OutputSpecs<Parent> = Readonly<Record<string, OutputSpec<Parent>>>;
export type InputSpecs = Readonly<Record<string, InputSpec>>;

/** Anything with Pothos's generic `field` method: the field builders of objects, Query and Mutation. */
interface FieldMaker {
  field(options: never): unknown;
  arg(options: never): unknown;
}

interface InputMaker {
  field(options: never): unknown;
}

/** Adds a derived object type; the fields are asked for when all types exist. */
export function implementObject<Parent>(
  builder: Builder,
  ref: ObjectRef<SchemaTypes, Parent>,
  options: { description: string; interfaces?: readonly InterfaceRef<SchemaTypes, unknown>[]; fields: () => OutputSpecs<Parent> },
): void {
  builder.objectType(ref, {
    description: options.description,
    interfaces: [...(options.interfaces ?? [])],
    fields: (t: unknown) => outputFields(t as FieldMaker, options.fields()),
  } as never);
}

export function addQueries(builder: Builder, specs: OutputSpecs<unknown>): void {
  builder.queryFields((t) => outputFields(t as unknown as FieldMaker, specs) as never);
}

export function addMutations(builder: Builder, specs: OutputSpecs<unknown>): void {
  builder.mutationFields((t) => outputFields(t as unknown as FieldMaker, specs) as never);
}

/** Adds a derived input type. With `oneOf`, exactly one of the fields must be given. */
export function addInput(
  builder: Builder,
  ref: AnyInputRef | string,
  options: { description: string; oneOf?: boolean; fields: () => InputSpecs },
): AnyInputRef {
  return builder.inputType(ref as string, {
    description: options.description,
    isOneOf: options.oneOf ?? false,
    fields: (t) => inputFields(t as unknown as InputMaker, options.fields()) as InputFieldMap as never,
  }) as unknown as AnyInputRef;
}

/** An input type to be implemented later. */
export function inputRef(builder: Builder, name: string): AnyInputRef {
  return builder.inputRef<InputShape, false>(name) as unknown as AnyInputRef;
}

/** Adds an enumeration: for each GraphQL name the text inside, and what it means. */
export function addEnum(
  builder: Builder,
  name: string,
  options: { description: string; values: Readonly<Record<string, { value: string; description?: string }>> },
): AnyEnumRef {
  return builder.enumType(name, options) as unknown as AnyEnumRef;
}

function outputFields<Parent>(t: FieldMaker, specs: OutputSpecs<Parent>): Record<string, unknown> {
  return mapValues(specs, ({ type, list, args, ...rest }) =>
    t.field({
      ...rest,
      type: (list ? [type] : type) as OutputType<SchemaTypes>,
      args: mapValues(args ?? {}, (spec) => t.arg(inputOptions(spec) as never)),
    } as never),
  );
}

function inputFields(t: InputMaker, specs: InputSpecs): Record<string, unknown> {
  return mapValues(specs, (spec) => t.field(inputOptions(spec) as never));
}

function inputOptions({ type, list, ...rest }: InputSpec): Record<string, unknown> {
  return { ...rest, type: list ? [type] : type };
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
