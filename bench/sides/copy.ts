import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { PlanRequest } from '../../src/plan/index.ts';
import { foreignKeysOf, indexesOf, quoted, tablesOf, uniquesOf } from '../../src/store/postgres/schema.ts';
import { inDatabase } from '../databases.ts';
import type { Round } from '../side.ts';
import { domain, seedInto } from '../workshop.ts';

/** Where the published generation of the domain is. */
const SEEDED = `default_${domain.name}`;
const SCHEMA = 'bare';

/** A table's rows as text that COPY takes. */
interface ReadyMade {
  readonly table: string;
  readonly text: Buffer;
}

/** The limit of PostgreSQL: the rows that ours writes, ready-made as text, by COPY into the same tables. */
export default async function prepare(request: PlanRequest): Promise<Round> {
  const { rows, ready } = await inDatabase(async (url) => {
    const { inserted } = await seedInto(url, request);
    return { rows: inserted, ready: await connected(url, readReadyMade) };
  });
  return async (clock) => {
    await inDatabase((url) => clock(() => connected(url, (client) => load(client, ready))));
    return rows;
  };
}

async function readReadyMade(client: pg.Client): Promise<ReadyMade[]> {
  const ready: ReadyMade[] = [];
  for (const { table } of domain.entities) {
    const chunks: Buffer[] = await client.query(copyTo(`COPY ${quoted(SEEDED, table)} TO STDOUT`)).toArray();
    ready.push({ table, text: Buffer.concat(chunks) });
  }
  return ready;
}

/** Tables with their keys, rows, then unique constraints, indexes, foreign keys, ANALYZE. No generation, no digest, no checkpoints. */
async function load(client: pg.Client, ready: readonly ReadyMade[]): Promise<void> {
  await client.query(`CREATE SCHEMA ${quoted(SCHEMA)}`);
  for (const statement of tablesOf(SCHEMA, domain)) await client.query(statement);
  for (const { table, text } of ready) {
    await pipeline(Readable.from(chunksOf(text)), client.query(copyFrom(`COPY ${quoted(SCHEMA, table)} FROM STDIN`)));
  }
  const after = [...uniquesOf(SCHEMA, domain), ...indexesOf(SCHEMA, domain), ...foreignKeysOf(SCHEMA, domain)];
  for (const { sql } of after) await client.query(sql);
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
