import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Use } from './gateway-child.ts';

/** How many seedings are under way at once. */
const WIDTH = 20;

const MB = 1024 * 1024;

let child: ChildProcess | undefined;
let folder: string | undefined;

afterEach(async () => {
  if (child?.connected) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** What the child sends next; rejects if it cannot be reached. */
async function message<T>(from: ChildProcess): Promise<T> {
  const [received] = await once(from, 'message');
  return received as T;
}

/** A gateway over files that may keep 256 MB of objects. The files are in memory where that can be: disks are not the matter. */
async function start(): Promise<{ gateway: ChildProcess; url: string }> {
  folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'seedgraph-many-'));
  child = fork(join(import.meta.dirname, 'gateway-child.ts'), [`file:${folder}`], {
    execArgv: ['--expose-gc', '--max-old-space-size=256'],
  });
  return { gateway: child, url: await message<string>(child) };
}

function use(gateway: ChildProcess): Promise<Use> {
  gateway.send('measure');
  return message<Use>(gateway);
}

async function ask(url: string, dataset: string, query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-dataset': dataset },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

const seeding = `mutation ($seed: Seed) {
  seedLibrary(seed: $seed, overrides: { volumes: { libraries: 1, shelves: 1, authors: 1, books: 3, members: 1, loans: 1 } })
}`;

/** Seeds a dataset with its number, and reads it once. */
async function seed(url: string, number: number): Promise<void> {
  await ask(url, `file-${number}`, seeding, { seed: number });
  await expectWhole(url, number);
}

async function expectWhole(url: string, number: number): Promise<void> {
  const answer = await ask(url, `file-${number}`, '{ dataset { seed } libBooks { totalCount nodes { title } } }');
  const nodes = [1, 2, 3].map(() => ({ title: expect.any(String) }));
  expect(answer).toEqual({ data: { dataset: { seed: number }, libBooks: { totalCount: 3, nodes } } });
}

test('a thousand datasets take no more open files, and hardly more memory, than a hundred', async (context) => {
  if (!existsSync('/proc/self/fd')) return context.skip('there is no /proc to count open files in');
  const { gateway, url } = await start();
  let next = 0;
  const seedUpTo = async (end: number) => {
    while (next < end) await seed(url, next++);
  };
  const seedTogether = (end: number) => Promise.all(Array.from({ length: WIDTH }, () => seedUpTo(end)));

  await seedTogether(100);
  const hundred = await use(gateway);
  await seedTogether(1_000);
  const thousand = await use(gateway);

  expect(thousand.openFiles).toBeLessThan(1.5 * hundred.openFiles);
  expect(thousand.heap).toBeLessThan(hundred.heap + 10 * MB);
  expect(thousand.resident).toBeLessThan(2 * hundred.resident);
  // The first have long been closed, and are opened again.
  for (const number of [0, 1, 500, 999]) await expectWhole(url, number);
  expect(await ask(url, 'default', '{ datasets { name } }')).toMatchObject({ data: { datasets: { length: 1_001 } } });
}, 240_000);
