import { z } from 'zod';
import type { DefinitionMistake } from './error.ts';

/** Two objects as one; what both have is merged, since only objects can be in both. */
export type Merged<A, B> = Flat<
  Omit<A, keyof B> &
    Omit<B, keyof A> & { [K in keyof A & keyof B]: B[K] extends object | undefined ? MergedParts<A[K], B[K]> : B[K] }
>;
/** Before parsing, a part that has a default may be missing. */
type MergedParts<A, B> = Merged<NonNullable<A>, NonNullable<B>>;
type Flat<T> = { [K in keyof T]: T[K] };

/** A schema with further keys, and what stands in their way. */
export interface ExtendedSchema {
  readonly schema: z.ZodType;
  readonly mistakes: readonly DefinitionMistake[];
}

/**
 * Adds keys to a configuration: new ones at the top, or inside of an object that is there, such as `volumes`. The checks, defaults and
 * descriptions of what is there stay; what is there already cannot be declared again.
 */
export function extendSchema(base: z.ZodType, further: z.ZodType, path = 'config'): ExtendedSchema {
  if (base instanceof z.ZodPrefault) {
    const { schema, mistakes } = extendSchema(base.unwrap() as z.ZodType, further, path);
    return { schema: described(base, schema.prefault(base.def.defaultValue)), mistakes };
  }
  const added = unwrapped(further);
  if (!(base instanceof z.ZodObject)) return refused(base, path, 'is there already; choose another name');
  if (!(added instanceof z.ZodObject)) return refused(base, path, 'must be a `z.object({ ... })` of the further keys');
  const parts = Object.entries(added.shape).map(([key, part]) => {
    const before = base.shape[key];
    return { key, ...(before ? extendSchema(before, part, `${path}.${key}`) : { schema: part, mistakes: [] }) };
  });
  const shape = Object.fromEntries(parts.map(({ key, schema }) => [key, schema]));
  return { schema: described(base, base.safeExtend(shape)), mistakes: parts.flatMap(({ mistakes }) => mistakes) };
}

function refused(schema: z.ZodType, path: string, message: string): ExtendedSchema {
  return { schema, mistakes: [{ path, message }] };
}

/** An object that is part of the further keys may have a default of its own; that of what it is merged into stays. */
function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return unwrapped(schema.unwrap() as z.ZodType);
  return schema;
}

/** zod keeps descriptions beside schemas, and a changed schema is a new one. */
function described(from: z.ZodType, to: z.ZodType): z.ZodType {
  const meta = from.meta();
  return meta ? to.meta(meta) : to;
}
