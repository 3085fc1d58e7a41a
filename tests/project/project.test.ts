import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type DomainDefinition, modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { createGateway } from '../../src/server/index.ts';
import { extendedSchool } from '../fixtures/extended-school.ts';
import { temporaryFolder } from '../support/gateway-parts.ts';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'src/cli/index.ts');
const head = `import { defineConfig, extendDomain, extendEntity, field } from '${root}/src/index.ts';
import { Student, school } from '${root}/src/domains/school/index.ts';
`;
const extension = `extendDomain(school, { extend: [extendEntity(Student, {
  fields: { locker: field.integer('X.') }, values: { locker: ({ index }: { index: number }) => index } })] })`;

/** A new folder with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function run(cwd: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, SEEDGRAPH_PROJECT: '', ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', cwd, env });
  return { status, stdout, stderr };
}

describe('a project is found', () => {
  const text = `${head}export default defineConfig({ domains: [${extension}] });\n`;
  const elsewhere = temporaryFolder;
  const hasField = (ended: ReturnType<typeof run>) => {
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    return ended.stdout.includes('\n  locker: Int!');
  };

  test.each(['seedgraph.config.ts', 'seedgraph.config.mts'])('as %s in the working directory', (name) => {
    expect(hasField(run(folderWith({ [name]: text, 'package.json': '{"type":"module"}' }), ['schema']))).toBe(true);
  });

  test.each(['seedgraph.config.js', 'seedgraph.config.mjs'])('as %s', (name) => {
    const plain = text.replace(': { index: number }', '');
    expect(hasField(run(folderWith({ [name]: plain, 'package.json': '{"type":"module"}' }), ['schema']))).toBe(true);
  });

  test('by --project, a file or its folder, before or behind the command', () => {
    const folder = folderWith({ 'mine.mts': text });
    expect(hasField(run(elsewhere(), ['schema', '--project', join(folder, 'mine.mts')]))).toBe(true);
    const named = folderWith({ 'seedgraph.config.mts': text });
    expect(hasField(run(elsewhere(), ['--project', named, 'schema']))).toBe(true);
  });

  test('by SEEDGRAPH_PROJECT, which --project goes before', () => {
    const folder = folderWith({ 'seedgraph.config.mts': text });
    const other = folderWith({ 'seedgraph.config.mts': `${head}export default defineConfig({});\n` });
    expect(hasField(run(elsewhere(), ['schema'], { SEEDGRAPH_PROJECT: folder }))).toBe(true);
    expect(hasField(run(elsewhere(), ['schema', '--project', other], { SEEDGRAPH_PROJECT: folder }))).toBe(false);
  });

  test('and without one there are the built-in domains', () => {
    expect(hasField(run(elsewhere(), ['schema']))).toBe(false);
  });
});

test.each([
  ['npm start', 'src/server/main.ts', []],
  ['seedgraph serve', 'src/cli/index.ts', ['serve']],
])('%s --project serves it', async (_, program, args) => {
  const project = folderWith({ 'seedgraph.config.mts': `${head}export default defineConfig({ domains: [${extension}] });\n` });
  const flags = ['--port', '0', '--store', 'memory:', '--project', project];
  const child = spawn(process.execPath, [join(root, program), ...args, ...flags], { cwd: temporaryFolder() });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const query = '{ sampleStudents(count: 2) { locker } }';
  const headers = { 'content-type': 'application/json' };
  const url = /http:\S+/.exec(line)?.[0] ?? line;
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  expect(await response.json()).toEqual({ data: { sampleStudents: [{ locker: 0 }, { locker: 1 }] } });
});

describe('a project that is wrong', () => {
  const cases: [string, Readonly<Record<string, string>>, number, RegExp][] = [
    [
      'TypeScript that cannot be left out',
      { 'seedgraph.config.mts': 'const a = 1;\nenum Size { small }\nexport default {};' },
      1,
      /^error: seedgraph\.config\.mts:\d+: TypeScript enum is not supported.*as const.*\(INVALID_PROJECT\)$/m,
    ],
    [
      'a mistake in the syntax',
      { 'seedgraph.config.mts': 'export default {{;' },
      1,
      /^error: seedgraph\.config\.mts:1: .*\(INVALID_PROJECT\)$/m,
    ],
    [
      'a file that throws',
      { 'seedgraph.config.mjs': "\n\nthrow new Error('no luck');" },
      1,
      /^error: seedgraph\.config\.mjs:3: no luck\. \(INVALID_PROJECT\)$/m,
    ],
    [
      'an import that throws',
      { 'seedgraph.config.mjs': "import './part.mjs';\nexport default {};", 'part.mjs': "throw new Error('no luck');" },
      1,
      /^error: part\.mjs:1: no luck\./m,
    ],
    [
      'an import without its ending',
      { 'seedgraph.config.mjs': "import './part';\nexport default {};" },
      1,
      /Cannot find module .*with its ending/,
    ],
    [
      'no default export',
      { 'seedgraph.config.mjs': 'export const domains = [];' },
      1,
      /has no default export; it exports domains\. Write: export default defineConfig/,
    ],
    [
      'a default export that is none',
      { 'seedgraph.config.mjs': 'export default 5;' },
      1,
      /default export: An object is needed; it is 5\./,
    ],
    ['an unknown key', { 'seedgraph.config.mjs': 'export default { domain: [] };' }, 1, /Unrecognized key: "domain"/],
    [
      'a domain that is none',
      { 'seedgraph.config.mjs': 'export default { domains: [5, { name: 7 }] };' },
      1,
      /domains\.0: A domain is needed: .*\n {2}domains\.1\.name: A text is needed\./,
    ],
    [
      'two files',
      { 'seedgraph.config.mjs': '', 'seedgraph.config.js': '' },
      1,
      /has seedgraph\.config\.js and seedgraph\.config\.mjs; keep one/,
    ],
    [
      'a mistake in an extension',
      {
        'seedgraph.config.mts': `${head}export default {\n domains: [extendDomain(school, { extend: [extendEntity(Student, { values: { wings: () => 1 } } as never)] })] };`,
      },
      1,
      /^error: seedgraph\.config\.mts:\d: The extension of Student has a mistake:\n {2}Student\.values\.wings: has no field/m,
    ],
    [
      'mistakes in domains, all of them',
      {
        'seedgraph.config.mts': `${head}export default { domains: [{ ...school, defaultPreset: 'HUGE' }, { ...school, name: 'Two' }] };`,
      },
      1,
      /has 2 mistakes:\n {2}domains\.school\.defaultPreset: .*\n {2}domains\.Two\.name: /,
    ],
    [
      'a domain twice',
      { 'seedgraph.config.mts': `${head}export default { domains: [school, school] };` },
      1,
      /domains\.school: is there twice/,
    ],
    [
      'names that two domains would share',
      { 'seedgraph.config.mts': `${head}export default { domains: [{ ...school, name: 'other' }] };` },
      1,
      /domains\.other\.Student: "Student" is a name of the domain "school" .* another prefix/,
    ],
  ];
  test.each(cases)('%s', (_, files, status, message) => {
    const ended = run(folderWith(files), ['plan', 'school']);
    expect(ended.stderr).toMatch(message);
    expect(ended).toMatchObject({ status, stdout: '' });
  });

  test('is not there: wrong usage', () => {
    const ended = run(temporaryFolder(), ['plan', 'school', '--project', 'none.ts']);
    expect(ended.stderr).toMatch(/There is no project none\.ts\. .*\(PROJECT_NOT_FOUND\)/);
    expect(ended.status).toBe(2);
  });

  test('stops the server too', () => {
    const cwd = folderWith({ 'seedgraph.config.mjs': 'export default 5;' });
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'src/server/main.ts'), '--port', '0'], {
      encoding: 'utf8',
      cwd,
    });
    expect(stderr).toMatch(/An object is needed/);
    expect(status).toBe(1);
  });
});

test('init leaves a project that is there as it is', () => {
  const { status, stderr } = run(folderWith({ 'seedgraph.config.ts': '' }), ['init']);
  expect(stderr).toMatch(/is there already.*\(PROJECT_EXISTS\)/);
  expect(status).toBe(1);
});

/** What a gateway of some definitions answers, over a store that it leaves behind. */
async function ask(store: string, { domain, version = '' }: { domain: DomainDefinition; version?: string }, query: string) {
  const gateway = await createGateway({ domains: [modelOf(domain)], version, store });
  const headers = { 'content-type': 'application/json' };
  const request = new Request('http://localhost/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) });
  const answer = await (await gateway.fetch(request)).json();
  await gateway.dispose();
  return JSON.stringify(answer);
}

const seeding = 'mutation { seedSchool(preset: SMALL) }';

test('rows of two versions of a project are not mixed', async () => {
  const store = `file:${temporaryFolder()}`;
  const add = 'mutation { generateLockers(input: { count: 1 }) { lockers { number } } }';
  await ask(store, { domain: extendedSchool, version: '1' }, seeding);
  expect(await ask(store, { domain: extendedSchool, version: '1' }, add)).toContain('{"lockers":[{"number":4}]}');
  const refused = await ask(store, { domain: extendedSchool, version: '2' }, add);
  expect(refused).toContain('VERSION_MISMATCH');
  expect(refused).toContain('project 2');
});

test('rows with other columns are not read; seeding again replaces them', async () => {
  const store = `file:${temporaryFolder()}`;
  const count = '{ students { totalCount nodes { busLine } } }';
  await ask(store, { domain: school }, seeding);
  expect(await ask(store, { domain: extendedSchool }, count)).toMatch(
    /fields or entities have changed since\. Bring it up to date/,
  );
  expect(await ask(store, { domain: school }, '{ students { totalCount } }')).toContain('"totalCount":10');
  expect(await ask(store, { domain: extendedSchool }, seeding)).not.toContain('errors');
  expect(await ask(store, { domain: extendedSchool }, count)).toContain('"totalCount":10');
});
