import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ended, type PackedExamples, packExamples } from '../testing/packed-examples.ts';

const root = join(import.meta.dirname, '../..');
const example = join(root, 'examples/custom-generators');
const strict = [
  ...['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', 'node'],
  '--skipLibCheck',
];

/** `examples/custom-generators`, with the commands of its README, over the package as it is published. */
describe('the example of custom generators', { timeout: 300_000 }, () => {
  let packed: PackedExamples;
  beforeAll(async () => {
    packed = await packExamples('examples/custom-generators');
    well(await packed.run('npm', ['run', 'codegen']));
  }, 300_000);
  afterAll(() => packed.remove());

  const well = (ended: Ended) => expect(ended, ended.output).toMatchObject({ code: 0 });
  const text = (file: string) => readFile(join(packed.folder, file), 'utf8');

  test('seeds the extended school and a domain of its own', async () => {
    const seeded = await packed.run('npm', ['run', 'seed']);
    well(seeded);
    expect(seeded.output).toMatch(/^ {2}Lockers: +12$/m);
    expect(seeded.output).toMatch(/^ {2}Students: +10$/m);
    const other = await packed.run('npx', ['seedgraph', 'seed', 'library']);
    well(other);
    expect(other.output).toMatch(/^ {2}Loans: +40$/m);
    well(await packed.run('npx', ['seedgraph', 'export-cache', '--output', 'cache.json']));
    // Too long to be shown when it fails.
    expect(/"bus_number": ?\d/.test(await text('cache.json'))).toBe(true);
    const lockers = await packed.run('npx', ['seedgraph', 'list', '--type', 'lockers', '--json']);
    expect(lockers.output).toContain('"label": "S1"');
    const book = await packed.run('npx', ['seedgraph', 'find', '--type', 'book', '--shelfmark', 'B0-3']);
    expect(book.output).toContain('B0-3');
    const village = await packed.run('npx', ['seedgraph', 'plan', 'school', '--preset', 'village']);
    expect(village.output).toMatch(/^ {2}Lockers: +20$/m);
  });

  test('prints its schema, from which documents get their types; then everything type checks', async () => {
    const sdl = await text('schema/school.graphql');
    for (const part of ['type Locker implements Node', '\n  busNumber: Int', 'generateLockers(', 'input SchoolBuses', 'VILLAGE'])
      expect(sdl).toContain(part);
    expect(await text('schema/library.graphql')).toContain('type LibBook implements Node');
    expect(await text('schema/school.schema.json')).toContain('Lockers of a school.');
    well(await packed.run('npm', ['run', 'check']));
  });

  test('passes its tests, which run a gateway', async () => {
    well(await packed.run('npm', ['test', '--', '--testTimeout=120000', '--hookTimeout=120000']));
  });

  test('what does not fit does not type check', async () => {
    const head = "import { field } from 'seedgraph';\nimport { extendEntity, many, Student } from 'seedgraph/domains/school';\n";
    const wrong = [
      ["extendEntity(Student, { values: { gradeLevel: () => 'three' } })", /string.* is not assignable .*number/s],
      ["extendEntity(Student, { fields: { height: field.integer('In cm.') } })", /'values' is missing/],
      ['extendEntity(Student, { values: { wings: () => 2 } })', /'wings' does not exist/],
      ["many('School', 'dragons')", /"dragons"/],
    ] as const;
    const files = wrong.map((_, index) => `wrong-${index}.ts`);
    for (const [index, [code]] of wrong.entries()) {
      await writeFile(
        join(packed.folder, `wrong-${index}.ts`),
        `${head}export const all = [field, many, extendEntity, Student];\nexport default ${code};\n`,
      );
    }
    const { output } = await packed.run('tsc', [...strict, ...files]);
    const told = output.split(/^(?=wrong-)/m);
    expect(told).toHaveLength(wrong.length);
    for (const [index, [, message]] of wrong.entries()) expect(told[index]).toMatch(message);
    for (const file of files) await rm(join(packed.folder, file));
  });

  test('what `init` writes type checks and seeds', async () => {
    const folder = 'begun';
    await writeFile(
      join(packed.folder, 'begin.sh'),
      `mkdir ${folder} && cd ${folder} && npx seedgraph init && npx seedgraph seed school --preset small`,
    );
    const ended = await packed.run('sh', ['-e', 'begin.sh']);
    well(ended);
    expect(ended.output).toMatch(/^ {2}Lockers: +20$/m);
    well(await packed.run('tsc', [...strict, `${folder}/seedgraph.config.ts`]));
  });
});

test('the README shows excerpts of the example', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, section = ''] = /^## Your own entities, fields and domains\n(.*?)^## /ms.exec(readme) ?? [];
  const blocks = [...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
  const names = (await readdir(example, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(names.map((name) => readFile(join(example, name), 'utf8')));
  expect(blocks.length).toBeGreaterThan(2);
  expect(blocks.filter((block) => !texts.some((code) => code.includes(block)))).toEqual([]);
});
