import type { DomainModel } from '../../definition/index.ts';
import type { Client } from './client.ts';
import type { Database } from './database.ts';
import { quoted } from './quoting.ts';
import { foreignKeysOf, indexesOf, type Made, uniquesOf } from './schema.ts';

/** What is made once the rows are there takes as long as it takes; it is on the disk when the generation is finished. */
const unhurried = { statementTimeout: 0, synchronousCommit: false, repeatable: true };

/** Makes the unique constraints and the indexes that are not there yet. */
export async function makeIndexes(database: Database, schema: string, domain: DomainModel): Promise<void> {
  await make(database, schema, [...uniquesOf(schema, domain), ...indexesOf(schema, domain)]);
}

/** Makes the references that are not there yet. */
export async function makeReferences(database: Database, schema: string, domain: DomainModel): Promise<void> {
  await make(database, schema, foreignKeysOf(schema, domain));
}

/** Lets the query planner know the data. */
export async function analyze(database: Database, schema: string, domain: DomainModel): Promise<void> {
  const tables = domain.entities.map(({ table }) => quoted(schema, table));
  await database.transaction((client) => client.rows(`ANALYZE ${tables.join(', ')}`), unhurried);
}

/** One transaction a table: what was made before the process ended, or the connection was lost, need not be made again. */
async function make(database: Database, schema: string, wanted: readonly Made[]): Promise<void> {
  for (const [table, its] of Map.groupBy(wanted, ({ table }) => table)) {
    await database.transaction(async (client) => {
      const made = await namesOn(client, quoted(schema, table));
      for (const { name, sql } of its) if (!made.has(name)) await client.rows(sql);
    }, unhurried);
  }
}

/** The constraints and indexes of a table. */
async function namesOn(client: Client, table: string): Promise<ReadonlySet<string | null>> {
  const found = await client.rows(
    `SELECT conname FROM pg_constraint WHERE conrelid = $1::regclass
      UNION SELECT relname FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = $1::regclass`,
    [table],
  );
  return new Set(found.map(([name]) => name ?? null));
}
