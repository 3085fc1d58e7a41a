import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/gateway-parts.ts';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'src/cli/index.ts');
const large = ['--preset', 'medium', '--config', 'schools.yaml', '--store', 'memory:', '--json'];

/** A folder with a project whose merits give their reason by `reason`, in a file beside it, and a configuration of 23,000 rows. */
function projectWith(reason: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'schools.yaml'), 'data_volumes: {schools: 3}\n');
  writeFileSync(join(folder, 'reason.ts'), `import { isMainThread } from 'node:worker_threads';\n${reason}\n`);
  const imports = `import { defineConfig, extendDomain, extendEntity } from 'seedgraph';
import { Merit, school } from 'seedgraph/domains/school';
import { reason } from './reason.ts';`;
  const config = 'defineConfig({ domains: [extendDomain(school, { extend: [extendEntity(Merit, { values: { reason } })] })] })';
  writeFileSync(join(folder, 'seedgraph.config.ts'), `${imports}\nexport default ${config};\n`);
  return folder;
}

function seed(cwd: string, threads: number) {
  const env = { ...process.env, SEEDGRAPH_PROJECT: '' };
  const args = [cli, 'generate', ...large, '--threads', String(threads)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd, env });
  return { status, stderr, ...JSON.parse(stdout || stderr) };
}

test('threads load the project themselves, and the process ends when its work is done', () => {
  // Whoever makes a row writes down that it was a thread: the two digests differ for that alone.
  const tells = projectWith("export const reason = () => (isMainThread ? 'made here' : 'made there');");
  const said = projectWith("export const reason = () => 'made there';");
  const [here, there, wanted] = [seed(tells, 0), seed(tells, 1), seed(said, 0)];
  expect([here.status, there.status, wanted.status]).toEqual([0, 0, 0]);
  expect(there.digest).toBe(wanted.digest);
  expect(there.digest).not.toBe(here.digest);
});

test('a thread that ends is an error that says so', () => {
  const { status, error } = seed(projectWith("export const reason = () => (isMainThread ? '' : process.exit(3));"), 2);
  expect(status).toBe(1);
  expect(error).toMatchObject({ code: 'THREAD_DIED', message: expect.stringContaining('exited with code: 3') });
});

test('a project that was changed since the gateway was started goes on as it was', async () => {
  const folder = projectWith("export const reason = () => 'as it was';");
  const { digest: wanted } = seed(folder, 0);
  const url = await serve(folder);
  const file = join(folder, 'reason.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace('as it was', 'changed'));
  const query = 'mutation { seedSchool(preset: MEDIUM, overrides: {volumes: {schools: 3}}) }';
  expect(await ask(url, query)).toEqual({ data: { seedSchool: expect.any(String) } });
  expect(await ask(url, '{ dataset { digest } }')).toEqual({ data: { dataset: { digest: wanted } } });
});

/** A gateway over the folder's project, ended with the test. Gives its URL. */
async function serve(cwd: string): Promise<string> {
  const args = [cli, 'serve', '--port', '0', '--store', 'memory:', '--threads', '2'];
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, SEEDGRAPH_PROJECT: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    child.kill();
    await once(child, 'exit');
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /http:\S+/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('The gateway has not started.');
}

async function ask(url: string, query: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) })).json();
}
