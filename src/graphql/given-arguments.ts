import type { GraphQLResolveInfo } from 'graphql';
import type { Arguments } from './dynamic.ts';

/**
 * The arguments that the request gives, without those that have their default value because it does not: for arguments that mean
 * something else when they are left out.
 */
export function givenArguments(args: Arguments, { fieldNodes, variableValues }: GraphQLResolveInfo): Arguments {
  const nodes = fieldNodes.flatMap((node) => node.arguments ?? []);
  const given = nodes.filter(({ value }) => value.kind !== 'Variable' || Object.hasOwn(variableValues.coerced, value.name.value));
  const names = new Set(given.map(({ name }) => name.value));
  return Object.fromEntries(Object.entries(args).filter(([name]) => names.has(name)));
}
