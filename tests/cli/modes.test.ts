import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/gateway-parts.ts';

const root = join(import.meta.dirname, '../..');
const entry = join(root, 'src/cli/index.ts');

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], { encoding: 'utf8', cwd: temporaryFolder() });
  return { status, stdout, stderr };
}

/** Commands at a store of their own. */
function atNewStore() {
  const folder = join(temporaryFolder(), 'store');
  const at = (...args: string[]) => run(...args, '--store', `file:${folder}`);
  const json = (...args: string[]) => JSON.parse(at(...args, '--json').stdout);
  return { at, json, folder };
}

test('generate makes what seed makes', () => {
  const { at, json } = atNewStore();
  const { status, stdout, stderr } = at('generate', '--config', join(root, 'config/small.yaml'));
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringMatching(/^\[17\/17\] Merits: 50$/m) });
  expect(stdout).toMatch(/^ {2}Students: +10$/m);
  const seeded = json('seed', 'school', '--preset', 'small', '--dataset', 'other');
  expect(seeded).toMatchObject({ dataset: 'other', domain: 'school', seed: 42, rows: 786 });
  expect(stdout).toContain(`Digest: ${seeded.digest}`);
});

test('features are refused without what they need, come with it, and add up to the whole', () => {
  const { at, json } = atNewStore();
  const features = ['generate', '--preset', 'small', '--features', 'students, classes'];
  expect(at(...features)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/not there yet: schools, users, teachers, .*MISSING_PREREQ/),
  });
  expect(json(...features, '--with-dependencies').counts).toContainEqual({ entity: 'Student', count: 10 });
  const rest = 'parents,parent-students,student_classes,lessons,assessments,attendance,events,activities,vendors,merits';
  const { digest } = json('generate', '--features', rest);
  expect(json('seed', 'school', '--preset', 'small', '--dataset', 'whole').digest).toBe(digest);
});

test('modes decide what becomes of rows that are there', () => {
  const { at, json } = atNewStore();
  const { digest } = json('generate', '--preset', 'small', '--seed', '7');
  expect(json('generate', '--mode', 'merge')).toMatchObject({ seed: 7, digest });
  expect(json('generate', '--mode', 'update')).toMatchObject({ seed: 7, digest });
  expect(at('generate', '--mode', 'merge', '--seed', '8')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('SEED_MISMATCH'),
  });
  expect(at('generate', '--mode', 'fail-if-exists')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('DATASET_EXISTS'),
  });
  expect(json('generate', '--mode', 'merge', '--preset', 'medium')).toMatchObject({ seed: 7, rows: 7_676 });
});

test('rows that stay although the configuration makes others are told', () => {
  const { at, json } = atNewStore();
  expect(json('generate', '--preset', 'medium')).toMatchObject({ kept: 0 });
  const { status, stdout } = at('generate', '--preset', 'small', '--mode', 'merge');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Warning: [\d,]+ rows are kept that this configuration does not make/m);
  expect(at('verify')).toMatchObject({ status: 1, stdout: expect.stringContaining('teacherLessons') });
  expect(at('generate', '--preset', 'small').stdout).not.toContain('Warning');
});

test('a dry run shows what would happen, and makes not even the store', () => {
  const { at, json, folder } = atNewStore();
  const { status, stdout } = at('generate', '--preset', 'small', '--dry-run');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^type +make +update +keep +remove$/m);
  expect(stdout).toMatch(/^all +786 +0 +0 +0$/m);
  expect(existsSync(folder)).toBe(false);
  json('generate', '--preset', 'small');
  const preview = json('generate', '--preset', 'medium', '--mode', 'merge', '--dry-run');
  expect(preview).toMatchObject({ dryRun: true, mode: 'merge', remove: 0 });
  expect(preview.make + preview.update + preview.keep).toBe(7_676);
  expect(json('datasets')).toMatchObject([{ name: 'default', rows: 786 }]);
});

test('cleanup asks to be confirmed, removes features, and all', () => {
  const { at, json } = atNewStore();
  json('generate', '--preset', 'small');
  expect(at('cleanup')).toMatchObject({
    status: 2,
    stdout: expect.stringMatching(/786 rows would be removed.*Students: +10.*Repeat it with --confirm/s),
  });
  expect(at('cleanup', '--features', 'students')).toMatchObject({
    status: 2,
    stdout: expect.stringMatching(/^ {2}Users: +10$/m),
  });
  expect(at('cleanup', '--features', 'teachers', '--confirm')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/rows of classes by teacherId.*ROWS_IN_THE_WAY/),
  });
  expect(json('datasets')).toMatchObject([{ rows: 786 }]);
  expect(json('cleanup', '--features', 'merits', '--confirm')).toMatchObject({ removed: true, rows: 50 });
  expect(json('datasets')).toMatchObject([{ rows: 736 }]);
  expect(at('cleanup', '--confirm')).toMatchObject({ status: 0, stdout: expect.stringContaining('removed 736 rows') });
  expect(json('datasets')).toMatchObject([{ name: 'default', domain: null, rows: 0 }]);
});

test.each([
  ['an unknown feature', ['generate', '--features', 'studnets'], 2, /no feature "studnets".*Did you mean "students"/],
  ['an unknown mode', ['generate', '--mode', 'append'], 2, /Allowed choices are replace, merge, update, fail-if-exists/],
  ['no features', ['generate', '--features', ','], 2, /UNKNOWN_FEATURE/],
  ['an update of nothing', ['generate', '--mode', 'update'], 1, /NOTHING_TO_UPDATE/],
  ['nothing to clean up', ['cleanup', '--confirm'], 0, /nothing to remove/],
] as const)('%s', (_, args, code, message) => {
  const { status, stdout, stderr } = run(...args, '--store', 'memory:');
  expect(stdout + stderr).toMatch(message);
  expect(status).toBe(code);
});
