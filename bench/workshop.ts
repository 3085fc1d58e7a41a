import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modelOf } from '../src/definition/index.ts';
import { builtInDomains } from '../src/domains/index.ts';
import { createJobs, DEFAULT_THREADS } from '../src/jobs/index.ts';
import type { PlanRequest } from '../src/plan/index.ts';
import { sourceOf } from '../src/project/index.ts';
import type { JobRecord } from '../src/store/control.ts';
import { openStore } from '../src/store/index.ts';

const [definition] = builtInDomains;
if (!definition) throw new Error('There is no domain to measure.');

/** The domain that is measured. */
export const domain = modelOf(definition);

/** So many schools of LARGE. */
export const schools = (count: number): PlanRequest => ({ preset: 'LARGE', overrides: { volumes: { schools: count } } });

/** A new folder, removed when the work is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'seedgraph-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Seeds a store as the gateway would, from the plan to the published indexes.
 *
 * @param threads make the rows, beside the one that writes them. Default: none, as everywhere.
 */
export async function seedInto(url: string, request: PlanRequest, threads = DEFAULT_THREADS): Promise<JobRecord> {
  const store = await openStore(url);
  const jobs = await createJobs({
    store,
    domains: [domain],
    version: 'bench',
    threads: { count: threads, source: sourceOf(undefined) },
  });
  const job = await jobs.wait((await jobs.seed({ domain, dataset: 'default', ...request })).id);
  await jobs.close();
  await store.close();
  if (job.status !== 'COMPLETED') throw new Error(`The seeding ended as ${job.status}: ${job.error?.message}`);
  return job;
}

/** The file of the seeded generation. */
export function databaseIn(folder: string): string {
  const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => /default.*\.sqlite$/.test(name));
  if (!file) throw new Error(`There is no database in ${folder}.`);
  return join(folder, file);
}
