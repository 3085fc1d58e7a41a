import type { EntityModel } from '../definition/index.ts';
import type { Find } from '../store/query.ts';
import { filterCondition } from './condition.ts';
import { decodeCursor } from './cursor.ts';
import { RequestError } from './error.ts';
import { type Input, numberAt, objectAt, textAt } from './input.ts';
import { orderOf } from './order.ts';
import { DEFAULT_PAGE_SIZE } from './page-size.ts';

/** What the arguments of a connection ask for; all of them checked. */
export interface PageRequest {
  readonly query: Omit<Find, 'within' | 'signal'>;
  /** Zero asks for no rows, but still for whether there are any. */
  readonly size: number;
}

/** @throws RequestError INVALID_PAGE_SIZE, INVALID_PAGINATION, INVALID_CURSOR, INVALID_ORDER, INVALID_FILTER or INVALID_VALUE. */
export function pageRequest(entity: EntityModel, args: Input, maxPageSize: number): PageRequest {
  const size = pageSize(args, maxPageSize);
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
export function pageSize(args: Input, maxPageSize: number): number {
  const first = numberAt(args, 'first');
  const last = numberAt(args, 'last');
  if (first !== undefined && last !== undefined) {
    throw new RequestError('INVALID_PAGINATION', `Give "first" or "last", not both; given first: ${first}, last: ${last}.`, {
      path: ['last'],
      details: { first, last },
    });
  }
  const name = last === undefined ? 'first' : 'last';
  const size = first ?? last ?? Math.min(DEFAULT_PAGE_SIZE, maxPageSize);
  if (size >= 0 && size <= maxPageSize) return size;
  throw new RequestError('INVALID_PAGE_SIZE', `"${name}" is a number from 0 to ${maxPageSize}; given ${size}.`, {
    path: [name],
    details: { given: size, limit: maxPageSize },
  });
}
