import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/gateway-parts.ts';

const script = join(import.meta.dirname, '../support/seed-project.ts');

const reasons = (value: string) =>
  `import { isMainThread } from 'node:worker_threads';\nexport const reason = () => isMainThread ? 'made here' : ${value};\n`;

/** A folder with a project whose merits made in threads get their reason by `value`, which stands in a file beside it. */
function projectWith(value: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'reason.ts'), reasons(value));
  const imports = `import { defineConfig, extendDomain, extendEntity } from 'seedgraph';
import { Merit, school } from 'seedgraph/domains/school';
import { reason } from './reason.ts';`;
  const config = 'defineConfig({ domains: [extendDomain(school, { extend: [extendEntity(Merit, { values: { reason } })] })] })';
  writeFileSync(join(folder, 'seedgraph.config.ts'), `${imports}\nexport default ${config};\n`);
  return folder;
}

function seed(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=128', script, ...args], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout);
}

test('threads load the project themselves, and the process ends when its work is done', () => {
  const folder = projectWith("'made there'");
  const alone = seed(folder, '0');
  const there = seed(folder, '2');
  expect([alone.status, there.status]).toEqual(['COMPLETED', 'COMPLETED']);
  // Whoever makes a row writes down that it was a thread.
  expect(there.digest).not.toBe(alone.digest);
});

test('a thread that ends is an error that says so', () => {
  const { status, error } = seed(projectWith('process.exit(3)'), '2');
  expect(status).toBe('FAILED');
  expect(error).toMatchObject({ code: 'THREAD_DIED', message: expect.stringContaining('exited with code: 3') });
});

test('a thread whose memory is full is an error, too, and not the end of the process', () => {
  const endless = '(() => { const all = []; for (;;) all.push(new Array(1_000_000).fill({})); })()';
  expect(seed(projectWith(endless), '1')).toMatchObject({ status: 'FAILED', error: { code: 'THREAD_DIED' } });
});

test('of a project that was changed since it was loaded, threads make nothing: it goes on as it was', () => {
  const folder = projectWith("'made here'");
  const { digest } = seed(folder, '0');
  expect(seed(folder, '2', join(folder, 'reason.ts'), reasons("'changed'")).digest).toBe(digest);
});
