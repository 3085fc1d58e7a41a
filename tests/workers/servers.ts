import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { onTestFinished } from 'vitest';
import { until } from '../server/served.ts';
import { administer } from '../support/services.ts';

/** Servers of a test's own, which it may kill. They are gone when it ends. */

const run = promisify(execFile);

/** A port that nobody had a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'seedgraph-server-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A Redis that forgets everything when it is killed. */
export async function ownRedis() {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const begin = async () => {
    const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    await client.ping();
    client.disconnect();
    return child;
  };
  const withClient = async (work: (client: Redis) => Promise<unknown>) => {
    const client = new Redis(url);
    await work(client);
    client.disconnect();
  };
  let server = await begin();
  return {
    url,
    kill: async () => {
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
    start: async () => {
      server = await begin();
    },
    flush: () => withClient((client) => client.flushall()),
    configure: (name: string, value: string) => withClient((client) => client.config('SET', name, value)),
  };
}

/** Where Debian and Homebrew keep what is not on the path. */
const BINARIES = process.env.PG_BIN ?? '/usr/lib/postgresql/15/bin';

/** A PostgreSQL with an empty database. It does not run as root, which it refuses. */
export async function ownPostgres() {
  const data = folder();
  const port = await freePort();
  const asOwner = (command: string, args: readonly string[]) => {
    if (process.getuid?.() !== 0) return run(join(BINARIES, command), args);
    return run('setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', join(BINARIES, command), ...args]);
  };
  if (process.getuid?.() === 0) {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)));
    chownSync(data, uid ?? 0, gid ?? 0);
  }
  // Said, since the environment may say nothing of languages: SQL_ASCII is what is made then.
  await asOwner('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '--encoding', 'UTF8', '--locale', 'C']);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
  const control = (...args: string[]) => asOwner('pg_ctl', ['-D', data, '-l', join(data, 'log'), ...args]);
  await control('start', '-w', '-o', options);
  onTestFinished(async () => void (await control('stop', '-m', 'immediate').catch(() => undefined)));
  const admin = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await until(() => administer(admin, 'CREATE DATABASE faults_test').catch(() => undefined));
  return {
    url: `postgres://postgres@127.0.0.1:${port}/faults_test`,
    /** As after a power cut: nothing is said to anybody. */
    crash: () => control('stop', '-m', 'immediate'),
    start: () => control('start', '-w', '-o', options),
  };
}
