import { Kind, type ValueNode } from 'graphql';

/**
 * How many lists and objects are inside one another, 0 for a plain value. Counting ends beyond `limit`. Goes level by level and
 * not by recursion: the stack does not bear what a body of 1 MiB can nest.
 */
function nesting<T>(root: T, inside: (value: T) => readonly T[] | undefined, limit: number): number {
  let level: T[] = [root];
  for (let depth = 0; depth <= limit; depth++) {
    const containers = level.map(inside).filter((values) => values !== undefined);
    if (containers.length === 0) return depth;
    level = containers.flat();
  }
  return limit + 1;
}

/** The nesting of a value that was sent as JSON. */
export function jsonNesting(value: unknown, limit: number): number {
  return nesting(value, (inner) => (typeof inner === 'object' && inner !== null ? Object.values(inner) : undefined), limit);
}

/** The nesting of a value that is written in a document. */
export function literalNesting(value: ValueNode, limit: number): number {
  return nesting(value, valuesIn, limit);
}

function valuesIn(value: ValueNode): readonly ValueNode[] | undefined {
  if (value.kind === Kind.LIST) return value.values;
  return value.kind === Kind.OBJECT ? value.fields.map((field) => field.value) : undefined;
}
