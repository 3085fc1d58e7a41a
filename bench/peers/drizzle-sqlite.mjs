import { DatabaseSync } from 'node:sqlite';
import { getTableConfig, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import { seed } from 'drizzle-seed';
import { likenessOf } from '../likeness.ts';
import { createIndexes, createTable, refinementsOf } from './drizzle-likeness.mjs';

/** drizzle-seed fills a like schema in memory: tables with their keys, rows, then the indexes. */
export default async function prepare(request) {
  const entities = likenessOf(request);
  const tables = tablesOf(entities);
  return async (clock) => {
    await clock(async () => {
      const database = new DatabaseSync(':memory:');
      for (const table of Object.values(tables)) database.exec(createTable(getTableConfig(table)));
      await seed(drizzle(throughNode(database)), tables).refine(refinementsOf(entities));
      for (const statement of createIndexes(entities)) database.exec(statement);
      database.close();
    });
    return { rows: entities.reduce((sum, { rows }) => sum + rows, 0) };
  };
}

/** drizzle's way to a driver that it has no adapter for: the one that ours uses too. */
function throughNode(database) {
  const prepared = new Map();
  return async (sql, parameters, method) => {
    let statement = prepared.get(sql);
    if (!statement) {
      statement = database.prepare(sql);
      statement.setReturnArrays(true);
      prepared.set(sql, statement);
    }
    if (method !== 'run') return { rows: statement.all(...parameters) };
    statement.run(...parameters);
    return { rows: [] };
  };
}

function tablesOf(entities) {
  const tables = {};
  for (const { model, fields } of entities) {
    const columns = fields.map((field) => [field.model.name, columnOf(field, tables)]);
    tables[model.name] = sqliteTable(model.table, Object.fromEntries(columns));
  }
  return tables;
}

function columnOf({ model: { column, field }, target }, tables) {
  if (field.kind === 'key') return text(column).primaryKey();
  const plain = typed(column, field.kind);
  const filled = field.optional ? plain : plain.notNull();
  return target ? filled.references(() => tables[target.name].id) : filled;
}

function typed(column, kind) {
  switch (kind) {
    case 'integer':
    case 'money':
      return integer(column);
    case 'boolean':
      return integer(column, { mode: 'boolean' });
    case 'float':
      return real(column);
    default:
      return text(column);
  }
}
