import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { expectWhole } from './content.ts';
import { GreenSchool } from './green-school.ts';
import { domain } from './pushing.ts';

const entry = join(import.meta.dirname, '../../src/cli/index.ts');

function begin(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const child = spawn(process.execPath, [entry, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

async function run(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = begin(cwd, args, env);
  const { stdout: out, stderr: err } = child;
  if (!out || !err) throw new Error('The streams are piped.');
  const [stdout, stderr, [status]] = await Promise.all([text(out), text(err), once(child, 'close')]);
  return { stdout, stderr, status };
}

/** A folder with SMALL in its store. */
async function seeded(): Promise<string> {
  const cwd = temporaryFolder();
  expect(await run(cwd, ['seed', 'school', '--preset', 'small'])).toMatchObject({ status: 0 });
  return cwd;
}

async function expectWholeIn(cwd: string, api: GreenSchool): Promise<void> {
  const store = await openStore(`file:${join(cwd, '.seedgraph')}`);
  onTestFinished(() => store.close());
  const source = await store.open('default', domain);
  if (!source) throw new Error('There is no dataset.');
  await expectWhole(api, source);
}

test('kill -9, again and again, leaves no record twice, and none out', async () => {
  const cwd = await seeded();
  const api = new GreenSchool({ unique: false, fault: () => 'slow', delay: 10 });
  const url = await api.listen();
  for (const requests of [30, 130, 300]) {
    const child = begin(cwd, ['push', '--base-url', url]);
    while (api.requests.length < requests && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  expect(api.of('merits').length + api.of('attendance').length).toBeLessThan(350);
  expect(await run(cwd, ['push', '--base-url', url])).toMatchObject({ status: 0 });
  await expectWholeIn(cwd, api);
});

test('what is not there is told by table, reason and exit code', async () => {
  const cwd = await seeded();
  const api = new GreenSchool({
    key: 'sesame',
    refuse: (kind, { code }) => (kind === 'subjects' && code === 'ART' ? 'no art' : undefined),
  });
  const url = await api.listen();
  const config = join(cwd, 'push.yaml');
  writeFileSync(config, `api:\n  base_url: ${url}\n  timeout: 5\n`);
  expect(await run(cwd, ['push', '--config', config])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('TARGET_UNAUTHORIZED'),
  });

  const key = { SEEDGRAPH_API_KEY: 'sesame' };
  const first = await run(cwd, ['push', '--config', config, '--audit', 'log.ndjson'], key);
  expect(first).toMatchObject({ status: 1, stderr: expect.stringContaining('PUSH_INCOMPLETE') });
  expect(first.stdout).toMatch(/^ {2}Subjects: +6 +5 +0 +0 +1 +0$/m);
  expect(first.stdout).toMatch(/Subject \S+ failed: HTTP 422: no art/);
  for (const told of [first.stdout, first.stderr, readFileSync(join(cwd, 'log.ndjson'), 'utf8')])
    expect(told).not.toContain('sesame');

  api.behaviour = { key: 'sesame' };
  const second = await run(cwd, ['push', '--base-url', url, '--json'], key);
  expect(second.status).toBe(0);
  expect(JSON.parse(second.stdout)).toMatchObject({ status: 'COMPLETED', target: url, missing: [] });
  await expectWholeIn(cwd, api);
});

test('a dry run shows where rows would go, and sends nothing', async () => {
  const cwd = await seeded();
  const api = new GreenSchool();
  const url = await api.listen();
  const { stdout, status } = await run(cwd, ['push', '--base-url', url, '--dry-run', '--features', 'attendance,enrollments']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ {2}Attendance: +300 +POST http\S+\/api\/v1\/attendance\/bulk$/m);
  // By its label, as other commands take it.
  expect(stdout).toMatch(/^ {2}Enrollments: /m);
  expect(stdout).not.toContain('Vendors');
  expect([api.requests.length, existsSync(join(cwd, 'push-audit.ndjson'))]).toEqual([0, false]);
});

test.each([
  ['no base URL', [], 2, /--base-url or --config/],
  ['no address', ['--base-url', 'school'], 2, /INVALID_TARGET/],
  ['http beyond this machine', ['--base-url', 'http://school.example'], 2, /INSECURE_TARGET/],
  ['too much at a time', ['--base-url', 'http://127.0.0.1:9', '--concurrency', '99'], 2, /INVALID_CONCURRENCY/],
  [
    'an unknown feature',
    ['--base-url', 'http://127.0.0.1:9', '--features', 'wings'],
    2,
    /no feature "wings"\. There are schools/,
  ],
  ['a target that is down', ['--base-url', 'http://127.0.0.1:9'], 1, /TARGET_UNREACHABLE/],
] as const)('%s', async (_, args, code, message) => {
  const cwd = await seeded();
  const { status, stdout, stderr } = await run(cwd, ['push', ...args]);
  expect(stdout + stderr).toMatch(message);
  expect(status).toBe(code);
  expect(existsSync(join(cwd, 'push-audit.ndjson'))).toBe(false);
});

test('an empty dataset is told to be seeded first', async () => {
  const { status, stderr } = await run(temporaryFolder(), ['push', '--base-url', 'http://127.0.0.1:9']);
  expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('DATASET_NOT_FOUND') });
});
