import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/gateway-parts.ts';

/** Seedings that leave a cache file, and go on from one. */

const entry = join(import.meta.dirname, '../../src/cli/index.ts');

function run(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], { encoding: 'utf8', cwd });
  return { status, stdout, stderr };
}

const digestIn = (text: string) => /^Digest: (\w{64})$/m.exec(text)?.[1] ?? 'no digest';

test('generate goes on from a cache file in an empty dataset, and writes it again', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'cache.json');
  const generate = (store: string, ...more: string[]) =>
    run(folder, 'generate', '--preset', 'small', '--store', `file:${join(folder, store)}`, '--cache', file, ...more);
  const first = generate('one', '--features', 'students', '--with-dependencies');
  expect({ status: first.status, isThere: existsSync(file) }).toEqual({ status: 0, isThere: true });
  expect(first.stdout.trimEnd().split('\n').at(-1)).toBe(`Cache exported to: ${file}`);
  const second = generate('two', '--features', 'attendance', '--with-dependencies');
  expect(second.status).toBe(0);
  const cache = JSON.parse(readFileSync(file, 'utf8'));
  expect(Object.keys(cache.students)).toHaveLength(10);
  expect(Object.keys(cache.attendances)).toHaveLength(300);
  expect(cache.digest).toBe(digestIn(second.stdout));
  // The dataset holds what the file holds: it is not read again.
  expect(generate('two', '--features', 'merits', '--with-dependencies').status).toBe(0);
  const third = generate('one', '--features', 'merits', '--with-dependencies');
  expect(third.stderr).toMatch(
    /holds \d+ rows that are not those of ".*cache\.json"\. Import the file first.*\(DATASET_EXISTS\)/,
  );
  expect(third.status).toBe(1);
});

test('a configuration that says so leaves a cache file, as the last line tells', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'my.yaml'), 'preset: SMALL\noutput: {export_cache: true}\n');
  const { status, stdout } = run(folder, 'seed', 'school', '--config', 'my.yaml', '--store', 'memory:');
  expect(status).toBe(0);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('Cache exported to: generated_data_cache.json');
  expect(JSON.parse(readFileSync(join(folder, 'generated_data_cache.json'), 'utf8')).digest).toBe(digestIn(stdout));
});

test('others leave none', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'my.yaml'), 'preset: SMALL\noutput: {progress_bar: false}\n');
  const { status, stdout } = run(folder, 'seed', 'school', '--config', 'my.yaml', '--store', 'memory:');
  expect({ status, isThere: existsSync(join(folder, 'generated_data_cache.json')) }).toEqual({ status: 0, isThere: false });
  expect(stdout).not.toContain('Cache');
});
