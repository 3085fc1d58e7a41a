import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/gateway-parts.ts';

const root = join(import.meta.dirname, '../..');

function runIn(cwd: string, ...args: string[]) {
  const command = [join(root, 'src/cli/index.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', cwd });
  return { status, stdout, stderr };
}

const run = (...args: string[]) => runIn(root, ...args);

/** A file with a text, in a folder of its own. */
function fileWith(text: string | Buffer, name = 'my.yaml'): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

const fileText = (text: string) => ({ text });

const digestIn = (text: string) => /^Digest: (\w{64})$/m.exec(text)?.[1];

describe('validate-config', () => {
  test.each([[['config/default.yaml']], [['--config', 'config/default.yaml']]])('%j shows what the file makes', (args) => {
    const { status, stdout, stderr } = run('validate-config', ...args);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^config\/default\.yaml is valid\.\nMEDIUM, seed 42: 7,676 rows\n/);
    expect(stdout).toMatch(/^ {2}Users: +112$/m);
  });

  test('tells every mistake with its place', () => {
    const file = fileWith('data_volumes:\n  studnets: 5\n  teachers: ten\n');
    const { status, stdout, stderr } = run('validate-config', file);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(
      [
        'error: The configuration is invalid.',
        `${file}:2:3: data_volumes.studnets: There is no such key; did you mean "students"?`,
        `${file}:3:13: data_volumes.teachers: A whole number from 0 to 5000 is needed. Given: "ten"`,
        `2 mistakes in ${file}. (INVALID_CONFIGURATION_FILE)\n`,
      ].join('\n'),
    );
  });

  test.each([
    ['data_volumes: {students: 20000, rooms: 1}', '1:33: data_volumes.rooms: 20,000 students need'],
    ['preset: large\ndata_volumes:\n  teachers: 1\n', '3:3: data_volumes.teachers: 200 students need'],
    ['generation_rules: {dates: {as_of: 2024-09-10}}', '1:28: generation_rules.dates.as_of: 90 attendance days need'],
    ['data_volumes: {lessons_per_class: 200}', '1:16: data_volumes.lessons_per_class: 200 lessons a class need'],
  ])('tells what a plan would lack, and where: %j', (text, expected) => {
    const file = fileWith(text);
    const { status, stderr } = run('validate-config', file);
    expect(stderr).toContain(`\n${file}:${expected}`);
    expect(stderr).toMatch(/\(INFEASIBLE_PLAN\)/);
    expect(status).toBe(1);
  });

  test.each([
    ['config/small.yaml', 0, { valid: true, file: 'config/small.yaml', mistakes: [], plan: { rows: 786 } }],
    [
      fileText('seeds: 1'),
      1,
      {
        valid: false,
        mistakes: [{ line: 1, column: 1, path: ['seeds'], message: expect.stringMatching(/did you mean "seed"/) }],
      },
    ],
    [fileText('data_volumes: {rooms: 1, students: 20000}'), 1, { valid: false, mistakes: [{ path: ['data_volumes', 'rooms'] }] }],
  ])('--json gives %j as a result', (given, code, expected) => {
    const file = typeof given === 'string' ? given : fileWith(given.text);
    const { status, stdout, stderr } = run('validate-config', file, '--json');
    expect({ status, stderr }).toEqual({ status: code, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject(expected);
  });

  test('--json gives a file that is not there as an error', () => {
    const { status, stdout, stderr } = run('validate-config', 'none.yaml', '--json');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'UNREADABLE_CONFIGURATION_FILE' } });
  });

  test.each([
    ['no file', [], /name one configuration file/],
    ['two files', ['one.yaml', '--config', 'two.yaml'], /name one configuration file/],
    [
      'a file that is not there',
      ['none.yaml'],
      /none\.yaml cannot be read: there is no such file\. \(UNREADABLE_CONFIGURATION_FILE\)/,
    ],
    ['a folder', ['config'], /config cannot be read: EISDIR/],
    ['an unknown domain', ['config/default.yaml', '--domain', 'circus'], /no domain "circus"/],
  ] as const)('is wrongly used with %s', (_, args, message) => {
    const { status, stderr } = run('validate-config', ...args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });

  test('a file that is no text is not read', () => {
    const { status, stderr } = run('validate-config', fileWith(Buffer.from([0x73, 0xff, 0xfe])));
    expect(stderr).toMatch(/is not UTF-8 text/);
    expect(status).toBe(2);
  });
});

describe('--config', () => {
  test('seeds what the preset of the same size gives', () => {
    const folder = temporaryFolder();
    const store = `file:${join(folder, 'store')}`;
    // Elsewhere, since the file asks for a cache file.
    const byFile = runIn(folder, 'seed', 'school', '--config', join(root, 'config/small.yaml'), '--store', store);
    expect(byFile.status).toBe(0);
    const byPreset = run('seed', 'school', '--preset', 'small', '--store', store);
    expect(digestIn(byFile.stdout)).toBe(digestIn(byPreset.stdout) ?? 'no digest');
  });

  test('plans from JSON', () => {
    const { status, stdout } = run('plan', 'school', '--config', fileWith('{"data_volumes": {"vendors": 3}}', 'my.json'));
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {2}Vendors: +3$/m);
  });

  test('goes behind --seed and --preset', () => {
    const file = fileWith('preset: small\nseed: 7\n');
    expect(run('plan', 'school', '--config', file).stdout).toMatch(/^SMALL, seed 7:/);
    expect(run('plan', 'school', '--config', file, '--seed', '42', '--preset', 'large').stdout).toMatch(/^LARGE, seed 42:/);
  });

  test('switches the progress off', () => {
    const file = fileWith('preset: small\noutput: {progress_bar: false}\n');
    const { status, stderr } = run('seed', 'school', '--config', file, '--store', 'memory:');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test.each([
    ['DEBUG', /^debug: .*my\.yaml: \{"preset":"SMALL","overrides":\{"volumes":\{"vendors":3\}\}\}\n\[1\/17\]/],
    ['INFO', /^\[1\/17\]/],
    ['WARNING', /^$/],
  ])('tells beside the result what the level %s asks for', (level, told) => {
    const file = fileWith(`preset: small\ndata_volumes: {vendors: 3}\noutput: {log_level: ${level}}\n`);
    const { status, stderr } = run('seed', 'school', '--config', file, '--store', 'memory:');
    expect(stderr).toMatch(told);
    expect(status).toBe(0);
  });

  test('with a mistake seeds nothing', () => {
    const { status, stdout, stderr } = run('seed', 'school', '--config', fileWith('seeds: 1'), '--store', 'memory:');
    expect(stderr).toMatch(/my\.yaml:1:1: seeds: There is no such key; did you mean "seed"\?/);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });
});
