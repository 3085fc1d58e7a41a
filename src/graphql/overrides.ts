import { z } from 'zod';
import { type DomainModel, enumName, pascalCase } from '../definition/index.ts';
import type { Builder } from './builder.ts';
import { type AnyInputRef, addEnum, addInput, type InputSpec } from './dynamic.ts';
import type { Input } from './input.ts';
import { withArticle } from './nouns.ts';
import type { TypeNames } from './type-names.ts';

/** The part of JSON Schema that is looked at (https://json-schema.org/draft/2020-12). */
interface Shape {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
}

interface Target {
  readonly builder: Builder;
  readonly names: TypeNames;
  readonly domain: DomainModel;
}

/** Adds `SchoolOverrides` and what is nested in it: the domain's configuration, every part optional. */
export function addOverrides(builder: Builder, names: TypeNames, domain: DomainModel): AnyInputRef {
  const { title, config } = domain.definition;
  // `toJSONSchema` types what it returns as JSON Schema of any draft and form.
  const shape = z.toJSONSchema(config, { io: 'input', unrepresentable: 'any' }) as Shape;
  const description = `What to change in a preset of ${withArticle(title.toLowerCase())}. Objects are merged with it, everything else replaces what it has.`;
  return addShape({ builder, names, domain }, { ...shape, description }, title, 'Overrides');
}

/** `SchoolVolumes` for `volumes` of `School`; a name that is taken gets `Overrides` behind it. */
function addShape(target: Target, shape: Shape, prefix: string, name: string): AnyInputRef {
  const claimed = target.names.claim(prefix + name, 'Overrides', target.domain);
  const inner = name === 'Overrides' ? prefix : prefix + name;
  const fields = Object.entries(shape.properties ?? {}).map(([key, part]): [string, InputSpec] => [
    key,
    { ...typeOf(target, part, inner, pascalCase(key)), ...(part.description && { description: part.description }) },
  ]);
  return addInput(target.builder, claimed, {
    description: shape.description ?? 'A part of a configuration.',
    fields: () => Object.fromEntries(fields),
  });
}

/** Records with free keys, unions and tuples have no counterpart: they are taken as JSON and checked with the rest. */
function typeOf(target: Target, shape: Shape, prefix: string, name: string): Pick<InputSpec, 'type' | 'list'> {
  if (shape.enum) return { type: enumOf(target, shape, prefix, name) };
  const scalar = scalars[shape.type ?? ''];
  if (scalar) return { type: scalar };
  if (shape.type === 'object' && expressible(shape)) return { type: addShape(target, shape, prefix, name) };
  if (shape.type === 'array' && shape.items) {
    const item = typeOf(target, shape.items, prefix, name);
    return item.list || item.type === 'JSON' ? { type: 'JSON' } : { ...item, list: true };
  }
  return { type: 'JSON' };
}

const scalars: Readonly<Record<string, 'Int' | 'Float' | 'String' | 'Boolean'>> = {
  integer: 'Int',
  number: 'Float',
  string: 'String',
  boolean: 'Boolean',
};

function expressible({ properties = {} }: Shape): boolean {
  const names = Object.keys(properties);
  return names.length > 0 && names.every((name) => /^[A-Za-z_]\w*$/.test(name) && !name.startsWith('__'));
}

function enumOf({ builder, names, domain }: Target, shape: Shape, prefix: string, name: string): InputSpec['type'] {
  const values = shape.enum ?? [];
  const texts = values.filter((value) => typeof value === 'string');
  if (texts.length < values.length || new Set(texts.map(enumName)).size < texts.length) return 'JSON';
  return addEnum(builder, names.claim(prefix + name, 'Overrides', domain), {
    description: shape.description ?? 'One of the values that a configuration knows.',
    values: Object.fromEntries(texts.map((value) => [enumName(value), { value }])),
  });
}

/** The overrides as the configuration takes them: without the parts that are null, which change nothing. */
export function overridesOf(input: Input | undefined): Input | undefined {
  return input && Object.fromEntries(Object.entries(input).map(([key, value]) => [key, plain(value)]));
}

/** Input objects have no prototype; schemas that ask for plain objects refuse them. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return Object.fromEntries(given.map(([key, part]) => [key, plain(part)]));
}
