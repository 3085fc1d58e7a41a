import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';

const main = join(import.meta.dirname, '../../src/server/main.ts');

let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seedgraph-main-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  return child;
}

/** Starts a gateway on any free port and reads its URL from the one line it prints. */
async function start(...args: string[]) {
  const child = run('--port', '0', ...args);
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { child, url: /http:\S+/.exec(line)?.[0] ?? line };
}

async function ask(url: string, query: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

test('serves, keeps what it made in files, and ends with 0 on SIGTERM', async () => {
  const first = await start('--store', 'file:data');
  expect((await fetch(new URL('/health', first.url))).status).toBe(200);
  expect(await ask(first.url, 'mutation { seedSchool(preset: SMALL) }')).toMatchObject({
    data: { seedSchool: expect.any(String) },
  });
  const kept = await ask(first.url, '{ dataset { digest } students { totalCount } }');
  first.child.kill('SIGTERM');
  expect(await once(first.child, 'exit')).toEqual([0, null]);
  const second = await start('--store', 'file:data');
  expect(await ask(second.url, '{ dataset { digest } students { totalCount } }')).toEqual(kept);
  second.child.kill('SIGINT');
  expect(await once(second.child, 'exit')).toEqual([0, null]);
});

test('on SIGTERM a waiting seedSchool is told, and a restart can go on with it', async () => {
  const first = await start('--store', 'file:data');
  const waiting = ask(first.url, 'mutation { seedSchool(preset: LARGE, overrides: {volumes: {schools: 20}}) }');
  const running = '{ jobs(status: [RUNNING]) { nodes { inserted } } }';
  for (let begun = false; !begun; ) {
    const seen = (await ask(first.url, running)) as { data: { jobs: { nodes: { inserted: number }[] } } };
    begun = seen.data.jobs.nodes.some(({ inserted }) => inserted > 0);
  }
  first.child.kill('SIGTERM');
  expect(await waiting).toMatchObject({ errors: [{ extensions: { code: 'JOB_INTERRUPTED' } }] });
  expect(await once(first.child, 'exit')).toEqual([0, null]);
  const second = await start('--store', 'file:data');
  const { data } = (await ask(second.url, '{ jobs { nodes { id status } } }')) as {
    data: { jobs: { nodes: { id: string; status: string }[] } };
  };
  expect(data.jobs.nodes).toMatchObject([{ status: 'INTERRUPTED' }]);
  const resumed = await ask(second.url, `mutation { resumeJob(id: "${data.jobs.nodes[0]?.id}") { status } }`);
  expect(resumed).toMatchObject({ data: { resumeJob: { status: 'QUEUED' } } });
});

test.each([
  ['an unknown flag', ['--prot', '1'], '--prot'],
  ['a port that is none', ['--port', 'x'], '--port'],
  ['an argument too many', ['serve'], 'serve'],
])('%s ends with 2 and the usage', async (_name, args, says) => {
  const child = run(...args);
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  expect(await once(child, 'close')).toEqual([2, null]);
  expect(String(errors)).toContain(says);
  expect(String(errors)).toContain('usage:');
});

test('a port that is taken, or a store that is none, ends with 1 and one line', async () => {
  const { url } = await start('--store', 'memory:');
  for (const args of [
    ['--port', new URL(url).port, '--store', 'memory:'],
    ['--store', 'nowhere:'],
  ]) {
    const child = run(...args);
    const errors: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(String(errors).trim().split('\n')).toHaveLength(1);
  }
});
