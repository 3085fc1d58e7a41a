import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Names a run of the tests: its databases have it in their names, and are dropped together when it ends. */
export const RUN = 'SEEDGRAPH_TEST_RUN';

/**
 * Dropping a database waits until the server has written everything it holds to the disk, of all databases: that took up to 11 seconds
 * beside other tests, a file. After the run it is done once.
 */
export default function setup(): () => Promise<void> {
  const run = randomBytes(4).toString('hex');
  process.env[RUN] = run;
  return () => dropDatabases(run);
}

/** Where the tests find PostgreSQL. */
export function postgresUrl(): string {
  return process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
}

async function dropDatabases(run: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl(), connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch {
    // Then there were no databases, either.
    return;
  }
  try {
    const { rows } = await client.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [`seedgraph_${run}_`]);
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
