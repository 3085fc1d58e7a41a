import { drizzle } from 'drizzle-orm/node-postgres';
import {
  bigint,
  boolean,
  customType,
  date,
  getTableConfig,
  numeric,
  pgTable,
  text,
  time,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { seed } from 'drizzle-seed';
import pg from 'pg';
import { inDatabase } from '../databases.ts';
import { likenessOf } from '../likeness.ts';
import { createIndexes, createTable, refinementsOf } from './drizzle-likeness.mjs';

/** drizzle-seed fills a like schema: tables with their keys, rows, then foreign keys, indexes and ANALYZE. */
export default async function prepare(request) {
  const entities = likenessOf(request);
  const tables = tablesOf(entities);
  return async (clock) => {
    await inDatabase((url) =>
      clock(async () => {
        const pool = new pg.Pool({ connectionString: url });
        for (const table of Object.values(tables)) await pool.query(createTable(getTableConfig(table)));
        await seed(drizzle(pool), tables).refine(refinementsOf(entities));
        for (const statement of createForeignKeys(entities)) await pool.query(statement);
        for (const statement of createIndexes(entities)) await pool.query(statement);
        await pool.query('ANALYZE');
        await pool.end();
      }),
    );
    return { rows: entities.reduce((sum, { rows }) => sum + rows, 0) };
  };
}

function createForeignKeys(entities) {
  return entities.flatMap(({ model }) =>
    model.references.map(
      ({ field, to }) => `ALTER TABLE "${model.table}" ADD FOREIGN KEY ("${field.column}") REFERENCES "${to.table}"`,
    ),
  );
}

function tablesOf(entities) {
  const tables = {};
  for (const { model, fields } of entities) {
    const columns = fields.map((field) => [field.model.name, columnOf(field, tables)]);
    tables[model.name] = pgTable(model.table, Object.fromEntries(columns));
  }
  return tables;
}

function columnOf({ model: { column, field }, target }, tables) {
  if (field.kind === 'key') return uuid(column).primaryKey();
  const plain = typed(column, field);
  const filled = field.optional ? plain : plain.notNull();
  return target ? filled.references(() => tables[target.name].id) : filled;
}

/** The values are JSON already. */
const jsonb = customType({ dataType: () => 'jsonb' });

function typed(column, { kind, digits }) {
  switch (kind) {
    case 'reference':
      return uuid(column);
    case 'integer':
      return bigint(column, { mode: 'number' });
    case 'float':
    case 'money':
      return numeric(column, { precision: 20, scale: digits });
    case 'boolean':
      return boolean(column);
    case 'date':
      return date(column, { mode: 'string' });
    case 'time':
      return time(column);
    case 'datetime':
      return timestamp(column, { withTimezone: true, mode: 'string' });
    case 'json':
    case 'list':
      return jsonb(column);
    default:
      return text(column);
  }
}
