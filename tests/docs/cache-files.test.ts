import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/gateway-parts.ts';

const root = join(import.meta.dirname, '../..');

test("the README's commands write a dataset into a file, and read it into another", () => {
  const [, commands = ''] = /^## Cache files\n.*?```sh\n(.*?)```/ms.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
  const folder = temporaryFolder();
  const seeding = 'npm run -s seedgraph -- seed school --preset small >/dev/null 2>&1\n';
  const env = { ...process.env, SEEDGRAPH_STORE: `file:${join(folder, 'store')}` };
  const script = seeding + commands.replaceAll('my_cache.json', join(folder, 'my_cache.json'));
  const stdout = execFileSync('sh', ['-ec', script], { cwd: root, env, encoding: 'utf8' });
  const digests = [...stdout.matchAll(/^Digest: (\w{64})$/gm)].map(([, digest]) => digest);
  expect(digests).toHaveLength(2);
  expect(digests[0]).toBe(digests[1]);
  expect(stdout).toContain(`Cache exported to: ${join(folder, 'my_cache.json')}`);
  expect(existsSync(join(folder, 'my_cache.json'))).toBe(true);
});
