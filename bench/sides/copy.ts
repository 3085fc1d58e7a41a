import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { PlanRequest } from '../../src/plan/index.ts';
import { inDatabase } from '../databases.ts';
import type { Round } from '../side.ts';
import { domain, seedInto } from '../workshop.ts';

/** A database's tables with their rows as text that COPY takes, and the statements that make its tables, and then the rest. */
interface ReadyMade {
  readonly before: readonly string[];
  readonly tables: readonly { readonly name: string; readonly text: Buffer }[];
  readonly after: readonly string[];
}

/** The limit of PostgreSQL: the rows that ours writes, ready-made as text, by COPY into the same tables. */
export default async function prepare(request: PlanRequest): Promise<Round> {
  const { rows, ready } = await inDatabase(async (url) => {
    const { inserted } = await seedInto(url, request);
    return { rows: inserted, ready: await connected(url, readReadyMade) };
  });
  return async (clock) => {
    await inDatabase((url) => clock(() => connected(url, (client) => load(client, ready))));
    return { rows };
  };
}

/** Reads what Seedgraph has made, shadow columns and all, so that both sides store the very same under the same names. */
async function readReadyMade(client: pg.Client): Promise<ReadyMade> {
  const statements = async (sql: string) => (await client.query<[string]>({ text: sql, rowMode: 'array' })).rows.flat();
  const names = await statements(tableNames);
  const tables: ReadyMade['tables'][number][] = [];
  for (const name of names) {
    const chunks: Buffer[] = await client.query(copyTo(`COPY ${name} TO STDOUT`)).toArray();
    tables.push({ name, text: Buffer.concat(chunks) });
  }
  const before = [
    ...(await statements(createSchemas)),
    ...(await statements(createTables)),
    ...(await statements(constraints('cp'))),
  ];
  const after = [
    ...(await statements(createIndexes)),
    ...(await statements(constraints('u'))),
    ...(await statements(constraints('f'))),
  ];
  return { before, tables, after };
}

/** The tables of the published generation, without those that Seedgraph keeps its own books in. */
const tables = `
  SELECT c.oid, c.oid::regclass::text AS name, n.nspname AS schema FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname = 'default_${domain.name}' AND c.relname !~ '^_'`;

const tableNames = `SELECT name FROM (${tables}) t ORDER BY oid`;
const createSchemas = `SELECT DISTINCT format('CREATE SCHEMA %I', schema) FROM (${tables}) t`;
const createTables = `
  SELECT format('CREATE TABLE %s (%s)', t.name, string_agg(format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
    CASE WHEN l.collname <> 'default' THEN format(' COLLATE %I', l.collname) END,
    CASE WHEN a.attnotnull THEN ' NOT NULL' END), ', ' ORDER BY a.attnum))
  FROM (${tables}) t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_collation l ON l.oid = a.attcollation GROUP BY t.name`;
/** @param kinds of pg_constraint.contype: c(heck), p(rimary key), u(nique), f(oreign key). */
const constraints = (kinds: string) => `
  SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', t.name, k.conname, pg_get_constraintdef(k.oid))
  FROM (${tables}) t JOIN pg_constraint k ON k.conrelid = t.oid WHERE position(k.contype::text IN '${kinds}') > 0`;
const createIndexes = `
  SELECT pg_get_indexdef(i.indexrelid) FROM (${tables}) t JOIN pg_index i ON i.indrelid = t.oid
  WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))`;

/** Tables with their keys and checks, rows, then indexes, unique constraints, foreign keys, ANALYZE. No generation, no checkpoints. */
async function load(client: pg.Client, { before, tables, after }: ReadyMade): Promise<void> {
  for (const statement of before) await client.query(statement);
  for (const { name, text } of tables) {
    await pipeline(Readable.from(chunksOf(text)), client.query(copyFrom(`COPY ${name} FROM STDIN`)));
  }
  for (const statement of after) await client.query(statement);
  await client.query('ANALYZE');
}

const CHUNK = 2 ** 16;

function* chunksOf(text: Buffer): Iterable<Buffer> {
  for (let at = 0; at < text.length; at += CHUNK) yield text.subarray(at, at + CHUNK);
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
