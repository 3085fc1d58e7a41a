import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test, vi } from 'vitest';
import { entry, seedgraphIn } from '../cli/process.ts';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { describeWith, newDatabase, postgres, redis } from '../support/services.ts';
import { PATIENCE } from './cluster.ts';

vi.setConfig({ testTimeout: PATIENCE });

/** A command that goes on until it is told to end; gives what it printed first, and how it ends. */
async function start(cwd: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [entry, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  const logged: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => logged.push(chunk));
  const ended = exited.then(() => Promise.reject(new Error(`It has ended: ${Buffer.concat(logged)}`)));
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [string];
  const end = async () => {
    child.kill('SIGTERM');
    return (await exited)[0] as number | null;
  };
  return { line, end, log: () => String(Buffer.concat(logged)) };
}

describeWith([postgres, redis], 'the command line', () => {
  test('serves, works, tells what is done, and ends when it is told to', async () => {
    const [cwd, store] = [temporaryFolder(), await newDatabase()];
    const where = ['--store', store, '--redis', redis.url];
    const [gateway, worker] = await Promise.all([
      start(cwd, 'serve', '--port', '0', ...where),
      start(cwd, 'worker', ...where, '--concurrency', '2'),
    ]);
    expect(worker.line).toMatch(/^Seedgraph works for postgres:.*_test by way of redis:/);
    const url = /http:\S+/.exec(gateway.line)?.[0] ?? '';
    const seeding = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'mutation { seedSchool(preset: SMALL) }' }),
    });
    const { data } = (await seeding.json()) as { data: { seedSchool: string } };
    expect(worker.log()).toMatch(/"dataset":"default",.*"outcome":"written"/);
    const listed = await seedgraphIn(cwd)('jobs', '--store', store, '--json');
    expect(JSON.parse(listed.stdout).jobs).toMatchObject([{ id: data.seedSchool, status: 'COMPLETED', inserted: 786 }]);
    // It has ended.
    expect(await seedgraphIn(cwd)('jobs', '--store', store, '--cancel', data.seedSchool)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('JOB_NOT_CANCELABLE'),
    });
    expect(await Promise.all([worker.end(), gateway.end()])).toEqual([0, 0]);
  });

  test.each([
    ['a store that cannot be shared', ['worker', '--redis', redis.url, '--store', 'memory:'], 'REDIS_NEEDS_POSTGRES'],
    ['a worker without a store', ['worker', '--redis', redis.url], "'--store <url>'"],
    ['no Redis', ['worker', '--store', 'postgres://localhost/x_test'], '--redis'],
    [
      'what is no Redis',
      ['worker', '--store', 'postgres://localhost/x_test', '--redis', 'http://localhost'],
      'INVALID_REDIS_URL',
    ],
    [
      'too many slices at a time',
      ['worker', '--redis', redis.url, '--store', 'postgres://localhost/x_test', '--concurrency', '9'],
      'from 1 to 8',
    ],
    [
      'a gateway over a store that cannot be shared',
      ['serve', '--redis', redis.url, '--store', 'memory:'],
      'REDIS_NEEDS_POSTGRES',
    ],
    ['a gateway with what is no Redis', ['serve', '--redis', 'redis://'], 'redis://HOST:PORT'],
  ])('refuses %s', async (_what, args, told) => {
    const { status, stderr } = await seedgraphIn(temporaryFolder())(...args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(told) });
  });
});
