import type { Cell } from '../../definition/index.ts';
import { StoreError } from '../error.ts';
import type { Aggregation, Find, Group, Page } from '../query.ts';
import { aggregateSql } from '../sql/aggregate.ts';
import type { CompiledSql, SqlDialect } from '../sql/dialect.ts';
import { findSql, findWithinSql } from '../sql/find.ts';
import { GroupSums, groupsByParent } from '../sql/group-sums.ts';
import { pageOf, pagesByParent } from '../sql/paging.ts';
import type { TextRow } from './client.ts';
import type { Database } from './database.ts';
import { postgresDialect } from './dialect.ts';
import { codeOf } from './failure.ts';
import { inPlace } from './moved.ts';
import type { Place } from './place.ts';
import { comparableReader, RowReader, readersOf } from './row-reader.ts';
import { readerOf } from './values.ts';

/** Runs the reads of a generation: each is one statement, which knows whether it found the generation's own tables. */
export class Reader {
  readonly #place: Place;
  readonly #database: Database;

  constructor(place: Place, database: Database) {
    this.#place = place;
    this.#database = database;
  }

  /** The rows of a statement, as texts. @param of makes the statement for the schema in which the tables are. */
  async texts(of: (schema: string) => CompiledSql, signal?: AbortSignal): Promise<TextRow[]> {
    return inPlace(this.#place, (schema) => {
      const { sql, parameters } = of(schema);
      return this.#database.rows(sql, parameters, { signal });
    });
  }

  /** A page, or one for each parent. @throws StoreError FILTER_TOO_EXPENSIVE. */
  async find(query: Find): Promise<Page[]> {
    const { entity, order, within } = query;
    const cells = [...readersOf(entity), ...order.map(({ field }) => comparableReader(field))];
    if (!within) return [pageOf(query, await this.#search(query, (dialect) => findSql(dialect, query), cells))];
    const columns = [undefined, ...cells];
    return pagesByParent(query, within, await this.#search(query, (dialect) => findWithinSql(dialect, query, within), columns));
  }

  /** The groups of all rows, or those of each parent. @throws StoreError FILTER_TOO_EXPENSIVE, TOO_MANY_GROUPS. */
  async aggregate(query: Aggregation): Promise<Group[][]> {
    const { groupBy, measured, within } = query;
    const figures = measured.flatMap(({ field }) => {
      const read = readerOf(field);
      return [undefined, field.kind === 'money' ? read : undefined, read, read];
    });
    const columns = [undefined, ...groupBy.map(({ field }) => readerOf(field)), undefined, ...figures];
    const rows = await this.#search(query, (dialect) => aggregateSql(dialect, query), columns);
    if (within) return groupsByParent(query, within.parents, rows);
    const sums = new GroupSums(query);
    sums.add(rows);
    return [sums.groups()];
  }

  async #search(
    { signal }: Pick<Find, 'signal'>,
    statement: (dialect: SqlDialect) => CompiledSql,
    columns: ConstructorParameters<typeof RowReader>[0],
  ): Promise<Cell[][]> {
    const reader = new RowReader(columns);
    try {
      const found = await this.texts((schema) => statement(postgresDialect(schema, this.#place.id)), signal);
      return found.map((texts) => reader.row(texts));
    } catch (error) {
      // An abort rejects with the signal's reason.
      throw codeOf(error) === '57014' ? tooExpensive(error) : error;
    }
  }
}

function tooExpensive(cause: unknown): StoreError {
  const message =
    'To find out which rows fulfil the filter takes longer than a statement may. Filter by fewer lists inside one another, or by a field that has an index.';
  return new StoreError('FILTER_TOO_EXPENSIVE', message, { path: ['filter'], cause });
}
