import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import pg from 'pg';

/** PostgreSQL at DATABASE_URL: a user who may create databases. Default: `postgres` at the local port. */
export const postgresUrl = process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Redis at REDIS_URL. Default: the local port. */
export const redisUrl = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';

/** A server that some rows of the table need. */
export type Server = 'PostgreSQL' | 'Redis';

/** Why a server cannot be used; undefined when it can. */
export async function whyMissing(server: Server): Promise<string | undefined> {
  const url = new URL(server === 'Redis' ? redisUrl : postgresUrl);
  try {
    await (server === 'Redis' ? pingRedis() : administer('SELECT 1'));
    return undefined;
  } catch (error) {
    return `${server} at ${url.host} does not answer (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** A new, empty database. */
export async function createDatabase(): Promise<{ readonly name: string; readonly url: string }> {
  const name = `seedgraph_bench_${process.pid}_${randomBytes(4).toString('hex')}_test`;
  await administer(`CREATE DATABASE ${name}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return { name, url: url.href };
}

/** Drops a database, whoever is still connected. */
export async function dropDatabase(name: string): Promise<void> {
  await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  // What was written for it must not be flushed to the disk while the other side is measured.
  await administer('CHECKPOINT');
}

/** Does the work with the URL of a new, empty database, which is dropped afterwards. */
export async function inDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { name, url } = await createDatabase();
  try {
    return await work(url);
  } finally {
    await dropDatabase(name);
  }
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function pingRedis(): Promise<void> {
  const client = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
  } finally {
    client.disconnect();
  }
}
