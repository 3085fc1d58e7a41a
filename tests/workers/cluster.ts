import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import type { DomainModel } from '../../src/definition/index.ts';
import { createJobs } from '../../src/jobs/index.ts';
import type { PlanRequest } from '../../src/plan/index.ts';
import { openStore } from '../../src/store/index.ts';
import { until } from '../server/served.ts';
import { administer, newDatabase, redis } from '../support/services.ts';

/** A process of a cluster. */
export interface Member {
  readonly child: ChildProcess;
  /** Of its GraphQL; empty for a worker. */
  readonly url: string;
  /** What it has logged. */
  readonly log: () => string;
  /** As `kill -9` does; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** Asks it to end, and gives its exit code. */
  readonly end: () => Promise<number | null>;
}

/** What the processes of a cluster share. */
export interface ClusterOptions {
  readonly domain?: string;
  readonly store?: string;
  readonly redis?: string;
}

/** Gateways and workers over one database and one Redis. They are killed when the test ends. */
export class Cluster {
  readonly store: string;
  readonly redis: string;
  readonly #domain: string;

  private constructor({ domain = 'school', store = '', redis: url = redis.url }: ClusterOptions) {
    this.store = store;
    this.redis = url;
    this.#domain = domain;
  }

  /** Over a new database, unless one is given. */
  static async open(options: ClusterOptions = {}): Promise<Cluster> {
    return new Cluster({ ...options, store: options.store ?? (await newDatabase()) });
  }

  gateway(): Promise<Member> {
    return this.#start('gateway');
  }

  worker(env: Readonly<Record<string, string>> = {}): Promise<Member> {
    return this.#start('worker', env);
  }

  workers(count: number): Promise<Member[]> {
    return Promise.all(Array.from({ length: count }, () => this.worker()));
  }

  async #start(role: 'gateway' | 'worker', env: Readonly<Record<string, string>> = {}): Promise<Member> {
    const script = join(import.meta.dirname, 'child.ts');
    const child = spawn(process.execPath, [script, role, this.#domain, this.store, this.redis], {
      // Most of what a process takes to begin is compiling.
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'seedgraph-tests-compiled'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const logged: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => logged.push(chunk));
    const log = () => String(Buffer.concat(logged));
    const exited = once(child, 'exit') as Promise<[number | null]>;
    for await (const line of createInterface(child.stdout)) {
      if (!line.startsWith('ready')) continue;
      const kill = async () => {
        child.kill('SIGKILL');
        await exited;
      };
      const end = async () => {
        child.kill('SIGTERM');
        return (await exited)[0];
      };
      return { child, url: line.slice('ready '.length), log, kill, end };
    }
    throw new Error(`The ${role} ended before it was ready: ${log()}`);
  }
}

/** What a gateway tells of a job. */
export interface ToldJob {
  readonly id: string;
  readonly status: string;
  readonly inserted: number;
  readonly planned: number;
  readonly digest: string | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

const JOB = 'id status inserted planned digest error { code message }';

/** @throws Error with what the gateway refused. */
export async function ask<Data>({ url }: Pick<Member, 'url'>, query: string): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

export async function jobAt(gateway: Pick<Member, 'url'>, id: string): Promise<ToldJob> {
  return (await ask<{ job: ToldJob }>(gateway, `{ job(id: "${id}") { ${JOB} } }`)).job;
}

/** Waits until a gateway tells that a job has ended, whatever comes between. */
export async function endAt(gateway: Pick<Member, 'url'>, id: string): Promise<ToldJob> {
  return until(async () => {
    const job = await jobAt(gateway, id).catch(() => undefined);
    return job && ['COMPLETED', 'FAILED', 'CANCELED', 'INTERRUPTED'].includes(job.status) && job;
  });
}

/** Waits until so many rows are there, or the job has ended. */
export async function rowsAt(gateway: Pick<Member, 'url'>, id: string, share: number): Promise<ToldJob> {
  return until(async () => {
    const job = await jobAt(gateway, id).catch(() => undefined);
    return job && (job.inserted >= share * job.planned || job.digest !== null) && job;
  });
}

/** A seeding that takes eight slices. */
export const request = { preset: 'MEDIUM', overrides: { volumes: { schools: 8 } } };

/** Begins it at a gateway; gives the job's id. */
export async function begin(gateway: Pick<Member, 'url'>, dataset = 'default'): Promise<string> {
  const seeding = `startSeedSchool(preset: MEDIUM, dataset: "${dataset}", overrides: { volumes: { schools: 8 } })`;
  return (await ask<{ startSeedSchool: { id: string } }>(gateway, `mutation { ${seeding} { id } }`)).startSeedSchool.id;
}

/** The digest that the same seeding has in one process, in memory. */
export async function digestOfOne(domain: DomainModel, asked: PlanRequest): Promise<string> {
  const store = await openStore('memory:');
  const jobs = await createJobs({ store, domains: [domain], version: 'test' });
  const { digest } = await jobs.wait((await jobs.seed({ domain, dataset: 'default', ...asked })).id);
  await jobs.close();
  await store.close();
  return String(digest);
}

/** The rows that lie in the published tables of a dataset, counted one by one. */
export async function rowsIn(store: string, schema: string): Promise<number> {
  const counts = `SELECT string_agg(format('(SELECT count(*) FROM %I.%I)', schemaname, tablename), ' + ') AS sum
    FROM pg_tables WHERE schemaname = '${schema}' AND tablename NOT LIKE '\\_%'`;
  const [{ sum }] = (await administer(store, counts)).rows;
  return Number((await administer(store, `SELECT ${sum} AS rows`)).rows[0].rows);
}

/** The rounds that faults are tried in: FAULT_ROUNDS, by default one. */
export const rounds = Array.from({ length: Number(process.env.FAULT_ROUNDS ?? 1) }, (_, index) => index + 1);

/** Processes that begin, on a machine that is busy, and locks that run out: none of it is a matter of speed here. */
export const PATIENCE = 240_000;

/** A moment between two, in milliseconds. */
export function atRandom(from: number, to: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, from + Math.random() * (to - from)));
}
