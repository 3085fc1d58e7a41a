import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { describe, expect, test } from 'vitest';
import { codegenFor } from '../../codegen.ts';
import { createSchema, printParts } from '../../src/graphql/index.ts';
import { builtInModels } from '../../src/server/index.ts';

const root = join(import.meta.dirname, '../..');

/** A difference means that something clients rely on has changed: look at it, then run `npm run codegen`. */
describe('what is generated and committed is what would be generated now', () => {
  test('the SDL in schema/', async () => {
    const domains = builtInModels();
    const parts = printParts(createSchema(domains), domains);
    for (const { name, sdl } of parts) expect(await readFile(join(root, 'schema', `${name}.graphql`), 'utf8'), name).toBe(sdl);
    expect((await readdir(join(root, 'schema'))).sort()).toEqual(parts.map(({ name }) => `${name}.graphql`).sort());
  });

  test('the typed documents in operations/', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'seedgraph-codegen-'));
    try {
      await generate({ ...codegenFor('school', `${folder}/`), cwd: root }, true);
      const committed = join(root, 'operations/school/generated');
      const names = (await readdir(folder)).sort();
      expect((await readdir(committed)).sort()).toEqual(names);
      for (const name of names) {
        expect(await readFile(join(committed, name), 'utf8'), name).toBe(await readFile(join(folder, name), 'utf8'));
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
