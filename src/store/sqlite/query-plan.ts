import { LRUCache } from 'lru-cache';
import type { CompiledSql } from '../sql/dialect.ts';
import type { Connection } from './connection.ts';

/** What SQLite means to do, as far as it tells whether a statement may take long. */
export interface QueryPlan {
  /** It goes through all rows of the table, or of its index, unless a limit stops it. */
  readonly scans: boolean;
  /** It sorts all that it finds. Not: rows that are equal in an index's order. */
  readonly sorts: boolean;
}

const plans = new WeakMap<Connection, LRUCache<string, QueryPlan>>();

/** The plan of a statement whose main table is `t0`. Remembered, as it takes as long as a fast query. */
export function planOf(connection: Connection, { sql, parameters }: CompiledSql): QueryPlan {
  const known = plans.get(connection) ?? new LRUCache<string, QueryPlan>({ max: 256 });
  plans.set(connection, known);
  const plan = known.get(sql) ?? explain(connection, { sql, parameters });
  known.set(sql, plan);
  return plan;
}

/** The wording is not promised to stay; a plan that is not understood is run as it is. https://sqlite.org/eqp.html */
function explain(connection: Connection, { sql, parameters }: CompiledSql): QueryPlan {
  const steps = connection.all(`EXPLAIN QUERY PLAN ${sql}`, parameters).map((step) => String(step[3]));
  return {
    scans: steps.some((step) => /^SCAN t0\b/.test(step)),
    sorts: steps.some((step) => step === 'USE TEMP B-TREE FOR ORDER BY'),
  };
}
