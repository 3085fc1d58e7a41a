import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** What each folder of `src/` may import from; everything may import from itself and from packages. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  definition: [],
  random: ['definition'],
  domains: ['definition'],
  project: ['definition', 'domains'],
  plan: ['definition', 'random'],
  configuration: ['definition', 'plan'],
  generate: ['definition', 'plan', 'random'],
  stream: ['definition', 'plan', 'generate'],
  store: ['definition'],
  jobs: ['definition', 'plan', 'generate', 'store'],
  workers: ['definition', 'plan', 'generate', 'store', 'jobs'],
  push: ['definition', 'store', 'loopback.ts'],
  'cache-file': ['definition', 'plan', 'generate', 'store', 'jobs'],
  verify: ['definition', 'plan', 'generate', 'store', 'jobs'],
  report: ['definition', 'plan', 'generate', 'store', 'jobs', 'verify'],
  graphql: ['definition', 'plan', 'store', 'jobs', 'verify'],
  server: [
    'definition',
    'plan',
    'store',
    'jobs',
    'workers',
    'push',
    'graphql',
    'domains',
    'project',
    'version.ts',
    'loopback.ts',
  ],
  testing: ['definition', 'jobs', 'server', 'project'],
  cli: [
    'definition',
    'plan',
    'configuration',
    'store',
    'jobs',
    'workers',
    'verify',
    'report',
    'cache-file',
    'push',
    'stream',
    'server',
    'domains',
    'project',
    'version.ts',
  ],
};

const source = join(import.meta.dirname, '../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && file.includes('/'),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?'(\.{1,2}\/[^']+)'/g)].map(([, path = '']) =>
    relative(source, join(source, dirname(file), path)),
  );
}

test('every folder imports only from the folders below it', () => {
  const violations = files.flatMap((file) => {
    const [folder = ''] = file.split('/');
    const permitted = [folder, ...(allowed[folder] ?? [])];
    return importsOf(file)
      .filter((path) => !permitted.includes(path.split('/')[0] ?? ''))
      .map((path) => `${file} imports ${path}`);
  });
  expect(violations).toEqual([]);
});

test('the rule sees the files it speaks of', () => {
  expect(Object.keys(allowed).filter((folder) => !files.some((file) => file.startsWith(`${folder}/`)))).toEqual([]);
  expect(importsOf('jobs/begin-seeding.ts')).toContain('plan/index.ts');
});

test('no folder but the domains names an entity', () => {
  const entities = readdirSync(join(source, 'domains/school'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => !['index', 'config', 'presets', 'vocabulary', 'rules', 'expectations', 'report', 'rest-api'].includes(name))
    .map((name) => name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase()));
  expect(entities.length).toBeGreaterThanOrEqual(17);
  const named = files
    .filter((file) => !file.startsWith('domains/'))
    .flatMap((file) => {
      const code = readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return entities.filter((name) => new RegExp(`['"\`]${name}['"\`]`).test(code)).map((name) => `${file} names ${name}`);
    });
  expect(named).toEqual([]);
});
