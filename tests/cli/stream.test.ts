import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { AS_FUNCTION, type Ended, entry, linesIn, makeFolder, seedgraphIn, shellIn } from './process.ts';

/** `seedgraph stream` as a process. What the rows are: tests/laws/stream.test.ts. */

const attendance = ['stream', 'school', '--preset', 'district', '--entity', 'attendance'];

test('shards put together are the whole, and no store is made', async () => {
  const folder = temporaryFolder();
  const parts = [1, 2, 3].map((part) => `seedgraph stream school --preset medium --shard ${part}/3 > part${part}`).join('; ');
  const { status, stderr } = await shellIn(
    folder,
    'bash',
    `${AS_FUNCTION} set -e; ${parts}; seedgraph stream school --preset medium > whole; cat part1 part2 part3 | cmp - whole`,
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readdirSync(folder).sort()).toEqual(['part1', 'part2', 'part3', 'whole']);
  expect(readFileSync(join(folder, 'whole'), 'utf8').split('\n')).toHaveLength(7_676 + 1);
});

test('one type is its rows alone; several say whose each is; files and flags decide as for a seeding', async () => {
  const folder = temporaryFolder();
  const seedgraph = seedgraphIn(folder);
  writeFileSync(join(folder, 'my.yaml'), 'preset: SMALL\nseed: 7\ndata_volumes: { students: 3 }\n');
  const one = await seedgraph('stream', 'school', '--config', 'my.yaml', '--entity', 'students', '--naming', 'snake');
  expect(one.stdout.split('\n')).toHaveLength(3 + 1);
  expect(JSON.parse(one.stdout.split('\n')[2] ?? '')).toMatchObject({
    student_id: 'STU01002',
    grade_level: 3,
    status: 'enrolled',
  });
  const two = await seedgraph('stream', 'school', '--config', 'my.yaml', '--entity', 'student,school');
  const lines = two.stdout.split('\n').map((line) => (line === '' ? {} : JSON.parse(line)));
  expect(lines.map(({ entity }) => entity)).toEqual(['School', 'Student', 'Student', 'Student', undefined]);
  expect(lines[3].row.id).toBe(JSON.parse(one.stdout.split('\n')[2] ?? '').id);
  const csv = await seedgraph('stream', 'school', '--preset', 'small', '--entity', 'Student', '--format', 'csv');
  expect(csv.stdout).toMatch(/^id,schoolId,userId,studentId,.*\r\n.*,STU01000,3,.*\r\n/);
});

test('whoever reads the first lines only is not told of it', async () => {
  const line = `set -o pipefail; ${AS_FUNCTION} seedgraph ${attendance.join(' ')} | head -3`;
  const { status, stdout, stderr } = await shellIn(temporaryFolder(), 'bash', line);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(
    stdout
      .split('\n')
      .slice(0, 3)
      .map((text) => JSON.parse(text).quarter),
  ).toEqual(['Q1', 'Q1', 'Q1']);
});

test('a reader that is slow, or stands still, costs no memory', async (context) => {
  if (!existsSync('/proc/self/status')) return context.skip('there is no /proc to read the memory of a process from');
  const child = spawn(process.execPath, [entry, ...attendance], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const read = async (bytes: number) => {
    for (let got = 0; got < bytes; ) {
      const chunk: Buffer | null = child.stdout.read();
      if (chunk) got += chunk.length;
      else await once(child.stdout, 'readable');
    }
  };
  // 7 GB are to come. What is not taken within two seconds would be half a gigabyte, if it was made.
  await read(1);
  await wait(2_000);
  await read(150_000_000);
  await wait(2_000);
  const [, peak] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  expect(Number(peak)).toBeGreaterThan(50_000);
  expect(Number(peak)).toBeLessThan(500_000);
  expect(child.exitCode).toBeNull();
});

describe('--output', () => {
  const rows = ['stream', 'school', '--preset', 'small', '--entity', 'merits'];

  test('writes a file, compressed if its name says so; packed shards put together are the whole, too', async () => {
    const folder = temporaryFolder();
    const seedgraph = seedgraphIn(folder);
    const { stdout: whole } = await seedgraph(...rows);
    expect(await seedgraph(...rows, '--output', 'plain')).toEqual({ status: 0, stdout: '', stderr: '' });
    for (const part of [1, 2]) await seedgraph(...rows, '--shard', `${part}/2`, '--output', `${part}.gz`);
    expect(readFileSync(join(folder, 'plain'), 'utf8')).toBe(whole);
    const packed = Buffer.concat([1, 2].map((part) => readFileSync(join(folder, `${part}.gz`))));
    expect(String(gunzipSync(packed))).toBe(whole);
  });

  test('leaves no half of a file', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'place'));
    const seedgraph = seedgraphIn(folder);
    const missing = await seedgraph(...rows, '--output', 'none/rows');
    expect(missing).toMatchObject({ status: 1, stderr: expect.stringMatching(/no such directory\. \(FILE_UNWRITABLE\)\n$/) });
    const taken = await seedgraph(...rows, '--output', 'place');
    expect(taken).toMatchObject({ status: 1, stderr: expect.stringMatching(/it is a directory\. \(FILE_UNWRITABLE\)\n$/) });
    expect(readdirSync(folder)).toEqual(['place']);
  });
});

describe('wrong usage, of which nothing is written', () => {
  const lines = [
    ['a shard beyond the last', ['school', '--shard', '9/8'], /"9\/8" is no shard: write 3\/8 .*\(INVALID_SHARD\)/],
    ['a shard before the first', ['school', '--shard', '0/8'], /"0\/8" is no shard.*\(INVALID_SHARD\)/],
    ['a type that is misspelt', ['school', '--entity', 'attendence'], /did you mean "attendance"\? \(UNKNOWN_TYPE\)/],
    ['a type without a name', ['school', '--entity', ''], /'--entity <names>' argument '' is invalid\. Name a type\./],
    ['CSV of all', ['school', '--format', 'csv'], /one type.*asked for 17.*\(ONE_TYPE_NEEDED\)/],
    ['a format that is none', ['school', '--format', 'xml'], /Allowed choices are ndjson, csv/],
    ['a preset that is none', ['school', '--preset', 'tiny'], /There is no preset "tiny".*\(UNKNOWN_PRESET\)/],
  ] as const;
  const { folder, remove } = makeFolder();
  let ended: readonly Ended[] = [];
  beforeAll(async () => {
    ended = await linesIn(
      folder,
      lines.map(([, args]) => ['stream', ...args]),
    );
  });

  afterAll(remove);

  test.each(lines.map(([name, , message], at) => ({ name, message, at })))('$name', ({ message, at }) => {
    expect(ended[at]).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(message) });
  });
});
