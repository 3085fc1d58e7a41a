import { StoreError } from '../error.ts';
import type { Client } from './client.ts';
import { markOf, markPrefixOf } from './names.ts';
import { literal, quoted } from './quoting.ts';
import type { GenerationRecord } from './registry.ts';

/** How a schema stands to us: there is none, it is the generation's, or somebody else's. */
export type Ownership = 'none' | 'own' | 'foreign';

/** Whose the schema of a generation is. It is the generation's when it carries its mark. */
export async function ownershipOf(client: Client, { id, schema }: Pick<GenerationRecord, 'id' | 'schema'>): Promise<Ownership> {
  const [row] = await client.rows(
    `SELECT starts_with(obj_description(oid, 'pg_namespace'), $2) FROM pg_namespace WHERE nspname = $1`,
    [schema, markPrefixOf(id)],
  );
  if (!row) return 'none';
  return row[0] === 't' ? 'own' : 'foreign';
}

/** @throws StoreError FOREIGN_SCHEMA when there is a schema of this name. */
export async function requireFree(client: Client, schema: string): Promise<void> {
  const rows = await client.rows('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema]);
  if (rows.length > 0) throw foreign(schema);
}

/** A schema of a name that we need, and that is not ours. */
export function foreign(schema: string): StoreError {
  const message =
    `The database has a schema "${schema}" that Seedgraph did not make, and would have to replace. Nothing was changed. ` +
    'Rename it, or use another dataset or database.';
  return new StoreError('FOREIGN_SCHEMA', message, { details: { schema } });
}

/** Makes a generation's schema, with its mark. */
export async function createSchema(client: Client, record: GenerationRecord): Promise<void> {
  const schema = quoted(record.schema);
  await client.script(`CREATE SCHEMA ${schema}; COMMENT ON SCHEMA ${schema} IS ${literal(markOf(record))}`);
}

/**
 * Waits until nobody reads a schema's tables, and lets nobody begin to before the transaction ends. Who waits for them looks their names
 * up anew then, so that no statement sees some tables of before and some of after.
 */
export async function lockTables(client: Client, schema: string): Promise<void> {
  const tables = await tablesIn(client, schema);
  if (tables.length > 0) await client.rows(`LOCK TABLE ${tables.join(', ')} IN ACCESS EXCLUSIVE MODE`);
}

export async function renameSchema(client: Client, from: string, to: string): Promise<void> {
  await client.rows(`ALTER SCHEMA ${quoted(from)} RENAME TO ${quoted(to)}`);
}

/**
 * Drops a generation's schema, if it is still its own. Never with CASCADE, which would take along what others have built on the tables: their
 * views, their references.
 *
 * @throws Error 2BP01 of PostgreSQL when there is such a thing.
 */
export async function dropSchema(client: Client, record: GenerationRecord): Promise<void> {
  if ((await ownershipOf(client, record)) !== 'own') return;
  const tables = await tablesIn(client, record.schema);
  // In one statement: they refer to one another.
  if (tables.length > 0) await client.rows(`DROP TABLE ${tables.join(', ')}`);
  await client.rows(`DROP SCHEMA ${quoted(record.schema)}`);
}

/** The tables of a schema, quoted, in the order of their names. */
async function tablesIn(client: Client, schema: string): Promise<string[]> {
  const tables = await client.rows(
    `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relkind IN ('r', 'p') ORDER BY c.relname`,
    [schema],
  );
  return tables.map(([name]) => quoted(schema, String(name)));
}
