import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallDisk } from '../support/small-disk.ts';

const entry = join(import.meta.dirname, '../../src/cli/index.ts');

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('a seeding that fills the disk says so, leaves the dataset that was there, and makes room again', (context) => {
  const disk = smallDisk(8, context);
  const store = ['--store', `file:${disk}`];
  expect(run('seed', 'school', '--preset', 'small', ...store).status).toBe(0);
  const before = run('list', '--json', ...store).stdout;

  const { status, stderr } = run('seed', 'school', '--preset', 'large', ...store);
  expect(stderr).toMatch(/the disk is full\. Free some space and try again; nothing is lost\. \(STORE_FULL\)$/m);
  expect(status).toBe(1);

  expect(run('list', '--json', ...store).stdout).toBe(before);
  expect(run('verify', ...store).status).toBe(0);
  const databases = readdirSync(join(disk, 'default')).filter((name) => name.endsWith('.sqlite'));
  expect(databases).toHaveLength(1);
  expect(run('jobs', ...store).stdout).toMatch(/FAILED .*\n.*COMPLETED/);
  expect(run('seed', 'school', '--preset', 'small', '--seed', '7', ...store)).toMatchObject({ status: 0 });
});

test.skipIf(!existsSync('/dev/full'))('a result that cannot be written is a failure, in one line (needs /dev/full)', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [entry, 'datasets', '--store', 'memory:'], {
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  expect(stderr).toMatch(/^error: The result cannot be written to standard output: ENOSPC.*\(OUTPUT_UNWRITABLE\)\n$/);
  expect(status).toBe(1);
});
