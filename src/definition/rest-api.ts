import type { Field, Json } from './field.ts';

/**
 * How a REST API takes a domain's rows, so that it can be filled from a dataset. Fields are named as in the definition; the API
 * gets them in snake_case, or under the name that `rename` says.
 */
export interface RestApi {
  /** Put between the base URL and each path: `/api/v1`. */
  readonly prefix: string;
  /** By entity name. What is not listed is not sent. */
  readonly resources: Readonly<Record<string, RestResource>>;
  /**
   * Whether the API takes a second POST with the same `Idempotency-Key` for the first one. The key is sent in any case; only
   * where this is known may a request be repeated that may have succeeded and cannot be looked up. Default: false.
   */
  readonly honoursIdempotencyKeys?: boolean;
}

/** How the rows of one entity are sent. The answer to a POST holds the record's own `id`. */
export interface RestResource {
  /** Where to POST a row, and GET a list: `/students`, or `/parents/{parentId}/students` with a reference in braces. */
  readonly path: string;
  /** Fields without which the API takes no record. Rows that have none of one are refused before they are sent. */
  readonly required: readonly string[];
  /** Fields that are not sent, beside the key and the references that cannot be (see `isSendable`). */
  readonly omit?: readonly string[];
  /** Other names than those in snake_case. */
  readonly rename?: Readonly<Record<string, string>>;
  /** What every record has that rows have no field for, by the name that is sent. */
  readonly constants?: Readonly<Record<string, Json>>;
  /** Fields that are in no log and no report: passwords. The operator may say what is sent instead. */
  readonly secrets?: readonly string[];
  /**
   * Fields that tell a record from all others of the API; the list is filtered by them (`?email=...`) to find one that exists.
   * Default: none; a request that may have succeeded is then not repeated.
   */
  readonly naturalKey?: readonly string[];
  /** Sends many rows by one request. */
  readonly bulk?: RestBulk;
}

/** One request for the rows that agree in some fields. */
export interface RestBulk {
  /** Where to POST: `/attendance/bulk`. */
  readonly path: string;
  /** Fields that the request says once; the first is a reference. Rows without a value in one of them are sent one by one. */
  readonly groupBy: readonly [string, ...string[]];
  /** The name of the list that has all the other fields of each row: `student_statuses`. */
  readonly list: string;
  /** The most rows a request. Default: 100. */
  readonly max?: number;
}

/** The fields that a path has in braces. */
export function pathFields(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/**
 * Whether the API can be told a field of an entity. A reference may point at a row that is not there yet, if it is deferred or of the
 * entity itself, or that never is, if its entity is not sent: a second request would have to mend the first.
 */
export function isSendable({ resources }: RestApi, entity: string, field: Field): boolean {
  return field.kind !== 'reference' || (!field.deferred && field.target !== entity && resources[field.target] !== undefined);
}
