import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/gateway-parts.ts';

const entry = join(import.meta.dirname, '../../src/cli/index.ts');

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('seeds a dataset and closes with a table', () => {
  const store = `file:${temporaryFolder()}`;
  const { status, stdout, stderr } = run('seed', 'school', '--preset', 'medium', '--store', store);
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('[17/17]') });
  // The summary of the Green School document.
  const expected = {
    Schools: '1',
    Users: '112',
    Teachers: '10',
    Parents: '50',
    Students: '50',
    Subjects: '6',
    Rooms: '15',
    Classes: '42',
    Lessons: '1,260',
    Assessments: '1,000',
    Attendance: '4,500',
    Events: '15',
    Activities: '5',
    Vendors: '10',
    Merits: '250',
  };
  for (const [label, count] of Object.entries(expected)) expect(stdout).toMatch(new RegExp(`^ {2}${label}: +${count}$`, 'm'));
  expect(stdout).toMatch(/^Digest: [0-9a-f]{64}$/m);
  const digest = (text: string) => /^Digest: \w+$/m.exec(text)?.[0];
  expect(digest(run('seed', 'school', '--preset', 'medium', '--store', store).stdout)).toBe(digest(stdout));
});

test('shows a plan without writing', () => {
  const { status, stdout } = run('plan', 'school', '--preset', 'district');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^DISTRICT, seed 42: 21,971,520 rows$/m);
});

test.each([
  ['no command', [], 2, /Usage/],
  ['an unknown command', ['fly'], 2, /unknown command/],
  ['an unknown option', ['seed', 'school', '--wings'], 2, /unknown option/],
  ['an unknown domain', ['seed', 'circus'], 2, /no domain "circus"; there are: school/],
  ['an unknown preset', ['plan', 'school', '--preset', 'huge'], 2, /no preset "huge"; there are SMALL, MEDIUM, LARGE, DISTRICT/],
  ['a seed that is none', ['plan', 'school', '--seed', 'pi'], 2, /whole number/],
  ["a dataset's name that is none", ['seed', 'school', '--dataset', 'No Good', '--store', 'memory:'], 2, /not a dataset's name/],
  ['a store that is none', ['seed', 'school', '--store', 'tape:1'], 2, /tape:1/],
  ['--help', ['--help'], 0, /Usage: seedgraph/],
  ['--version', ['--version'], 0, /^\d+\.\d+\.\d+/],
] as const)('%s', (_, args, code, message) => {
  const { status, stdout, stderr } = run(...args);
  expect(stdout + stderr).toMatch(message);
  expect(status).toBe(code);
});
