import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { seededFile } from '../verify/spoiled-store.ts';

const entry = join(import.meta.dirname, '../../src/cli/index.ts');

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('verify prints a line a check and ends with 0; with 1 and examples when something is wrong', async () => {
  const file = await seededFile('school');
  const sound = run('verify', '--store', file.url);
  expect(sound).toMatchObject({ status: 0, stderr: '' });
  expect(sound.stdout).toMatch(/^ {2}✓ references +3,040 {2}Every reference leads to a row\.$/m);
  expect(sound.stdout).toMatch(/^Dataset "default" is sound; 786 rows\.\nDigest: [0-9a-f]{64}$/m);
  const key = file.read('SELECT id FROM merits ORDER BY id LIMIT 1');
  file.run(`UPDATE merits SET points = 11 WHERE id = '${key}'`);
  const wrong = run('verify', '--store', file.url);
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toMatch(/^ {2}✗ meritPoints +50 {2}A merit has 1 to 10 points\.$/m);
  expect(wrong.stdout).toContain(`Merit ${key} points: points is 11`);
  expect(wrong.stdout).toMatch(/is not sound: 3 of \d+ checks found something; 786 rows/);
  const { ok, checks, domain } = JSON.parse(run('verify', '--json', '--store', file.url).stdout);
  expect({ ok, domain }).toEqual({ ok: false, domain: 'school' });
  expect(checks.filter(({ status }: { status: string }) => status === 'WRONG').map(({ name }: { name: string }) => name)).toEqual(
    ['digest', 'recipe', 'meritPoints'],
  );
});

test('report prints figures and bars, or JSON, and writes one file', async () => {
  const { url } = await seededFile('school');
  const { status, stdout } = run('report', '--store', url);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^ {2}Students: +10$/m);
  expect(stdout).toMatch(/^ {2}Test +60 {2}█{30}$/m);
  expect(stdout).toContain('Integrity: sound');
  const output = join(temporaryFolder(), 'report.html');
  const written = run('report', '--store', url, '--output', output, '--no-verify', '--json');
  expect(written.status).toBe(0);
  const { figures, integrity } = JSON.parse(written.stdout);
  expect(integrity).toBeUndefined();
  expect(figures).toContainEqual({ title: 'Students per teacher', value: 10 / 3, form: 'decimal', digits: 1 });
  expect(existsSync(output)).toBe(true);
  expect(readFileSync(output, 'utf8')).toContain('<dt>Students per teacher</dt><dd>3.3</dd>');
});

test.each([
  ['a dataset that is not there', ['verify', '--dataset', 'nowhere', '--store', 'memory:'], 1, /no dataset "nowhere"/],
  ['a dataset without rows', ['report', '--store', 'memory:'], 1, /"default" holds nothing of the domain "school"/],
  ['a domain that is not there', ['report', '--domain', 'circus', '--store', 'memory:'], 2, /no domain "circus"/],
  ["a name that is no dataset's", ['verify', '--dataset', 'No Good', '--store', 'memory:'], 2, /not a dataset's name/],
] as const)('%s', (_, args, code, message) => {
  const { status, stderr } = run(...args);
  expect(stderr).toMatch(message);
  expect(status).toBe(code);
});
