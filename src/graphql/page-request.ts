import type { EntityModel } from '../definition/index.ts';
import type { Find } from '../store/query.ts';
import { filterCondition } from './condition.ts';
import { decodeCursor } from './cursor.ts';
import { RequestError } from './error.ts';
import { type Input, numberAt, objectAt, textAt } from './input.ts';
import { orderOf } from './order.ts';

/** The largest page. */
export const MAX_PAGE_SIZE = 1_000;
/** The page when no size is given. */
export const DEFAULT_PAGE_SIZE = 100;

/** What the arguments of a connection ask for; all of them checked. */
export interface PageRequest {
  readonly query: Omit<Find, 'within' | 'signal'>;
  /** Zero asks for no rows, but still for whether there are any. */
  readonly size: number;
}

/** @throws RequestError INVALID_PAGE_SIZE, INVALID_PAGINATION, INVALID_CURSOR, INVALID_ORDER, INVALID_FILTER or INVALID_VALUE. */
export function pageRequest(entity: EntityModel, args: Input): PageRequest {
  const size = pageSize(args);
  const order = orderOf(entity, args);
  const filter = objectAt(args, 'filter');
  const after = textAt(args, 'after');
  const before = textAt(args, 'before');
  return {
    size,
    query: {
      entity,
      order,
      limit: Math.max(size, 1),
      fromEnd: numberAt(args, 'last') !== undefined,
      ...(filter && { where: filterCondition(entity, filter, ['filter']) }),
      ...(after !== undefined && { after: decodeCursor(entity, order, after, ['after']) }),
      ...(before !== undefined && { before: decodeCursor(entity, order, before, ['before']) }),
    },
  };
}

/** The number of rows that `first` or `last` asks for. */
export function pageSize(args: Input): number {
  const first = numberAt(args, 'first');
  const last = numberAt(args, 'last');
  if (first !== undefined && last !== undefined) {
    throw new RequestError('INVALID_PAGINATION', `Give "first" or "last", not both; given first: ${first}, last: ${last}.`, {
      path: ['last'],
      details: { first, last },
    });
  }
  const name = last === undefined ? 'first' : 'last';
  const size = first ?? last ?? DEFAULT_PAGE_SIZE;
  if (size >= 0 && size <= MAX_PAGE_SIZE) return size;
  throw new RequestError('INVALID_PAGE_SIZE', `"${name}" is a number from 0 to ${MAX_PAGE_SIZE}; given ${size}.`, {
    path: [name],
    details: { given: size, limit: MAX_PAGE_SIZE },
  });
}
