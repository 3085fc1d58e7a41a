import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { AS_FUNCTION, seedgraphIn, shellIn } from './process.ts';

const ESCAPE = String.fromCharCode(0x1b);

/** How the command line tells that something is wrong, and how it ends. */

describe('with --json an error is one document on standard error', () => {
  test.each([
    ['wrong usage', ['list', '--tpye', 'x', '--json'], 2, 'WRONG_USAGE', /unknown option '--tpye'/],
    ['an unknown type', ['list', 'studnets', '--json'], 2, 'UNKNOWN_TYPE', /did you mean "students"/],
    ['nothing found', ['find', 'student', '--name', 'x', '--json'], 1, 'ROW_NOT_FOUND', /no student/],
    [
      'a file that is not there',
      ['plan', 'school', '--config', 'no.yaml', '--json'],
      2,
      'UNREADABLE_CONFIGURATION_FILE',
      /no\.yaml/,
    ],
  ] as const)('%s', async (_, args, code, name, message) => {
    const { status, stdout, stderr } = await seedgraphIn(temporaryFolder())(...args);
    expect({ status, stdout }).toEqual({ status: code, stdout: '' });
    const { error, ...rest } = JSON.parse(stderr);
    expect(rest).toEqual({});
    expect(error).toEqual({
      code: name,
      message: expect.stringMatching(message),
      path: expect.any(Array),
      details: expect.any(Object),
    });
  });
});

test.each([
  ['a command', ['lsit'], /unknown command 'lsit'\n\(Did you mean list\?\)/],
  ['an option', ['plan', 'school', '--presett', 'small'], /unknown option '--presett'\n\(Did you mean --preset\?\)/],
])('%s that is misspelt gets a suggestion', async (_, args, message) => {
  const { status, stderr } = await seedgraphIn(temporaryFolder())(...args);
  expect(stderr).toMatch(message);
  expect(status).toBe(2);
});

test('a store that cannot be looked at is not taken for an empty one', async () => {
  const { status, stderr } = await seedgraphIn(temporaryFolder())('datasets', '--store', `file:${'long'.repeat(100)}`);
  expect(stderr).toMatch(/\(STORE_UNAVAILABLE\)/);
  expect(status).toBe(1);
});

test('an address that names no store is told without its password', async () => {
  const { status, stderr } = await seedgraphIn(temporaryFolder())('datasets', '--json', '--store', 'mysql://me:hush@host/db');
  expect(stderr).toContain('mysql://***@host/db');
  expect(stderr).not.toContain('hush');
  expect(status).toBe(2);
});

test('a limit that is none says what would be right', async () => {
  const { status, stderr } = await seedgraphIn(temporaryFolder())('list', 'students', '--limit', '0');
  expect(stderr).toMatch(/--limit <n>.*'0'.*from 1 to 1000/);
  expect(status).toBe(2);
});

test.each([
  ['report', ['report', '--no-verify', '--output', 'nowhere/report.html'], 'nowhere/report.html', 'there is no such directory'],
  ['schema', ['schema', '--output', 'a-file'], 'a-file', 'it is a file'],
])('a place where %s cannot write is told in a line', async (_, args, place, reason) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a-file'), '');
  const here = seedgraphIn(folder);
  await here('generate', '--preset', 'small');
  expect(await here(...args)).toEqual({
    status: 1,
    stdout: '',
    stderr: `error: ${place} cannot be written: ${reason}. (FILE_UNWRITABLE)\n`,
  });
});

describe('a pipe that nobody reads to the end', () => {
  test('ends the command without a word', async () => {
    const line = `${AS_FUNCTION} seedgraph plan school --json | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = await shellIn(temporaryFolder(), 'bash', line);
    expect({ stdout, stderr }).toEqual({ stdout: '{\n0\n', stderr: '' });
  });

  test('does not stop a seeding whose progress goes unread', async () => {
    const folder = temporaryFolder();
    const line = `${AS_FUNCTION} seedgraph seed school --preset small 2> >(head -1 >/dev/null) >result; echo $?`;
    expect((await shellIn(folder, 'bash', line)).stdout).toBe('0\n');
    expect((await seedgraphIn(folder)('list', '--json')).stdout).toMatch(/"students",\s*"count": 10/);
  });
});

describe('colours', () => {
  /** What is printed on a terminal, which `script` of util-linux stands in for. */
  const onTerminal = (env: string) =>
    shellIn(
      temporaryFolder(),
      'bash',
      // Node takes CI for a place that knows no colours. `script` runs what SHELL
      // names, and only bash has the function; TERM says that the terminal knows colours.
      `${AS_FUNCTION} export -f seedgraph; unset CI; ${env} SHELL=$BASH TERM=xterm script -qec 'seedgraph datasets --store memory:' /dev/null`,
    );

  test('are for terminals', async () => {
    expect((await onTerminal('')).stdout).toMatch(new RegExp(`^${ESCAPE}\\[1mdataset +domain`));
    expect((await seedgraphIn(temporaryFolder())('datasets', '--store', 'memory:')).stdout).toMatch(/^dataset +domain/);
  });

  test('are off with NO_COLOR', async () => {
    expect((await onTerminal('NO_COLOR=1')).stdout).toMatch(/^dataset +domain/);
  });
});
