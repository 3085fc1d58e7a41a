import type { DomainModel } from '../../definition/index.ts';
import type { Client } from './client.ts';
import type { Database } from './database.ts';
import { foreignKeysOf, indexesOf, type Made, quoted, uniquesOf } from './schema.ts';

/** What is made once the rows are there takes as long as it takes. */
const unhurried = { statementTimeout: 0, repeatable: true };

/** Makes the unique constraints and the indexes that are not there yet. */
export async function makeIndexes(database: Database, schema: string, domain: DomainModel): Promise<void> {
  await make(database, schema, [...uniquesOf(schema, domain), ...indexesOf(schema, domain)]);
}

/** Makes the references that are not there yet, and lets the query planner know the data. */
export async function makeReferences(database: Database, schema: string, domain: DomainModel): Promise<void> {
  await make(database, schema, foreignKeysOf(schema, domain));
  const tables = domain.entities.map(({ table }) => quoted(schema, table));
  await database.transaction((client) => client.rows(`ANALYZE ${tables.join(', ')}`), unhurried);
}

/** Each in a transaction of its own: what was made before the process ended, or the connection was lost, need not be made again. */
async function make(database: Database, schema: string, wanted: readonly Made[]): Promise<void> {
  for (const { name, table, sql } of wanted) {
    await database.transaction(async (client) => {
      if (!(await exists(client, quoted(schema, table), name))) await client.rows(sql);
    }, unhurried);
  }
}

/** Whether a table has a constraint or an index of that name. */
async function exists(client: Client, table: string, name: string): Promise<boolean> {
  const found = await client.rows(
    `SELECT FROM pg_constraint WHERE conrelid = $1::regclass AND conname = $2
      UNION ALL SELECT FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = $1::regclass AND relname = $2`,
    [table, name],
  );
  return found.length > 0;
}
