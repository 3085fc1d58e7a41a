import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import pg from 'pg';
import { describe, test } from 'vitest';
import { postgresUrl, RUN } from './drop-databases.ts';

/** A server that tests talk to for real. */
interface Service {
  readonly name: string;
  readonly url: string;
  /** Why it cannot be reached; undefined when it can. */
  readonly missing: string | undefined;
}

/** PostgreSQL at DATABASE_URL: a user who may create databases. Default: `postgres` at the local port, which has to trust it. */
export const postgres = await service('PostgreSQL', postgresUrl(), async (url) => {
  await administer(url, 'SELECT 1');
});

/** Redis at REDIS_URL. Default: the local port. What tests write there has names of its own. */
export const redis = await service('Redis', process.env.REDIS_URL ?? 'redis://127.0.0.1:6379', async (url) => {
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
  } finally {
    client.disconnect();
  }
});

/**
 * A suite that needs services. Where one cannot be reached it is skipped, with the reason in its name; with CI=true, where nothing
 * may be skipped for want of a server, it fails.
 */
export function describeWith(services: readonly Service[], name: string, suite: () => void): void {
  const missing = services.find((each) => each.missing !== undefined);
  if (!missing) {
    describe(name, suite);
    return;
  }
  const reason = `needs ${missing.name}, and none is to be had: ${missing.missing}`;
  if (process.env.CI === 'true') {
    test(name, () => {
      throw new Error(reason);
    });
    return;
  }
  console.warn(`Skipped: ${name} (${reason})`);
  describe.skip(`${name} (${reason})`, suite);
}

/** The URL of a new, empty database. It is dropped when all tests are done. @param options of CREATE DATABASE. */
export async function newDatabase(options = ''): Promise<string> {
  const name = `seedgraph_${process.env[RUN]}_${randomBytes(4).toString('hex')}_test`;
  await administer(postgres.url, `CREATE DATABASE ${name} ${options}`);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs a statement outside of any transaction. */
export async function administer(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

async function service(name: string, url: string, probe: (url: string) => Promise<void>): Promise<Service> {
  try {
    await probe(url);
    return { name, url, missing: undefined };
  } catch (error) {
    const at = new URL(url);
    return { name, url, missing: `${at.host} does not answer (${error instanceof Error ? error.message : String(error)})` };
  }
}
