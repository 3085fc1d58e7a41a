import { type GraphQLResolveInfo, Kind, type ValueNode } from 'graphql';
import { type ArgumentPath, RequestError } from './error.ts';
import type { Input } from './input.ts';

type Step = string | number | undefined;

/** Where nothing given is something said: `eq: null` is "has no value", `some: {}` is "there is one", `in: []` takes no rows. */
const COMPARED_WITH_NULL: readonly Step[] = ['eq', 'ne'];
const MAY_BE_EMPTY: readonly Step[] = ['some', 'none', 'in', 'or'];

/**
 * A filter whose rows will be removed must mean what it says. Elsewhere a part without a value is taken as not given; here it
 * would remove more rows than were meant, so only a filter that is written as `{}` may ask nothing.
 *
 * @throws RequestError INVALID_FILTER with the path of a part that asks nothing: null, empty, or a variable without a value.
 */
export function requireMeant(filter: Input, argument: string, { fieldNodes }: GraphQLResolveInfo): void {
  const written = fieldNodes[0]?.arguments?.find(({ name }) => name.value === argument)?.value;
  if (written) requireGiven(written, filter, [argument]);
  for (const [name, value] of Object.entries(filter)) requireSaid(value, [argument, name]);
}

/** What was written, but is not there, is a variable without a value. */
function requireGiven(written: ValueNode, value: unknown, path: ArgumentPath): void {
  if (written.kind === Kind.LIST) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    written.values.forEach((item, index) => {
      requireGiven(item, items[index], [...path, index]);
    });
  }
  if (written.kind !== Kind.OBJECT) return;
  // GraphQL takes a single item for a list of one.
  const fields = new Map(Object.entries((Array.isArray(value) ? value[0] : value) ?? {}));
  for (const { name, value: inner } of written.fields) {
    const here = [...path, name.value];
    if (!fields.has(name.value)) throw saysNothing(here, 'its variable has no value');
    requireGiven(inner, fields.get(name.value), here);
  }
}

function requireSaid(value: unknown, path: ArgumentPath): void {
  const last = path.at(-1);
  if (value === null && !COMPARED_WITH_NULL.includes(last)) throw saysNothing(path, 'it is null');
  if (typeof value !== 'object' || value === null) return;
  const parts = Object.entries(value);
  if (parts.length === 0 && !MAY_BE_EMPTY.includes(last)) throw saysNothing(path, 'it is empty');
  for (const [name, inner] of parts) requireSaid(inner, [...path, Array.isArray(value) ? Number(name) : name]);
}

function saysNothing(path: ArgumentPath, why: string): RequestError {
  const part = path.slice(1).join('.');
  return new RequestError(
    'INVALID_FILTER',
    `The part "${part}" of the filter asks nothing (${why}), so more rows would be removed than it seems. Leave it out, or write \`{}\` as the filter to remove all.`,
    { path },
  );
}
