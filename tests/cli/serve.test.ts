import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { ask } from '../server/main-process.ts';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { entry, seedgraphIn } from './process.ts';

test('serve is npm start: serves, and ends with 0 on Ctrl-C', async () => {
  const cwd = temporaryFolder();
  const child = spawn(process.execPath, [entry, 'serve', '--port', '0'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const [url = ''] = /http:\S+/.exec(line) ?? [];
  expect(await ask(url, 'mutation { seedSchool(preset: SMALL) }')).not.toHaveProperty('errors');
  // Beside it, over the same store.
  expect((await seedgraphIn(cwd)('list', '--json')).stdout).toMatch(/"students",\s*"count": 10/);
  const taken = await seedgraphIn(cwd)('serve', '--port', new URL(url).port);
  expect(taken).toMatchObject({ status: 1, stderr: expect.stringMatching(/Choose another port.*\(ADDRESS_IN_USE\)\n$/) });
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test.each([
  [['--prot', '1'], /unknown option '--prot'/],
  [['--port', 'x'], /0 to 65535/],
  [['--host', '0.0.0.0'], /--token TOKEN.*\(TOKEN_REQUIRED\)/s],
  [['--limit', 'width=3'], /depth, /],
  [['now'], /too many arguments/],
])('serve %j is wrong usage', async (args, message) => {
  const { status, stderr } = await seedgraphIn(temporaryFolder())('serve', ...args);
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
});
