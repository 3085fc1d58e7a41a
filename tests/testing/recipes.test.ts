import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest';
import { type PackedExamples, packExamples } from './packed-examples.ts';

const root = join(import.meta.dirname, '../..');
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** A small machine may be slow; the tools' own limits are of a few seconds. */
const patience = 120_000;
const vitestFlags = [`--testTimeout=${patience}`, `--hookTimeout=${patience}`];

describe('the examples, over the package as it is published', { timeout: 300_000 }, () => {
  let packed: PackedExamples;
  beforeAll(async () => {
    packed = await packExamples();
  }, 300_000);
  afterAll(() => packed.remove());

  const recipes = [
    { example: 'vitest', needs: ['node_modules/vitest'], flags: vitestFlags },
    { example: 'msw', needs: ['node_modules/msw'], flags: vitestFlags },
    { example: 'jest', needs: ['node_modules/jest'], flags: [`--testTimeout=${patience}`] },
    { example: 'playwright', needs: ['node_modules/@playwright/test', chromium], flags: [`--timeout=${patience}`] },
  ];
  test.for(recipes)('$example', async ({ example, needs, flags }, context) => {
    if (isMissing(needs, context)) return;
    const ended = await packed.run('npm', ['test', '--', ...flags], { example, environment: { CHROMIUM_PATH: chromium } });
    expect(ended, ended.output).toMatchObject({ code: 0 });
  });

  test('cypress: the gateway that its configuration starts', async () => {
    const ended = await packed.run('node', ['--input-type=module', '--eval', askAsCypressWould], {
      example: 'cypress',
      environment: { SEEDGRAPH_PORT: '0' },
    });
    expect(ended, ended.output).toMatchObject({ code: 0 });
    expect(ended.output).toContain('{"data":{"students":{"totalCount":10}}}');
  });

  test('fit the types of the package', async () => {
    const files = [
      'vitest/students.test.ts',
      'msw/students.test.ts',
      'playwright/students.spec.ts',
      'playwright/playwright.config.ts',
    ];
    const options = ['--ignoreConfig', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--types', 'node'];
    const ended = await packed.run('tsc', [...options, '--skipLibCheck', ...files]);
    expect(ended, ended.output).toMatchObject({ code: 0 });
  });
});

describe('the recipes in the README', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const [, section = ''] = /^## In your tests\n(.*?)^## /ms.exec(readme) ?? [];
  const recipes = [...section.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, code = '']) => code);
  const tools = await readdir(join(root, 'examples/testing'));
  const texts = await Promise.all(tools.map((tool) => textsOf(join(root, 'examples/testing', tool))));

  test.each(recipes)('are excerpts of the examples: %#', (recipe) => {
    expect(texts.flat().filter((text) => text.includes(recipe))).not.toEqual([]);
  });

  test.each(tools.map((tool, index) => ({ tool, own: texts[index] ?? [] })))('show $tool', ({ own }) => {
    expect(recipes.filter((recipe) => own.some((text) => text.includes(recipe)))).not.toEqual([]);
  });
});

/** Says what is missing, and skips. Where everything is meant to be there, that is a failure. */
function isMissing(needs: readonly string[], context: TestContext): boolean {
  const missing = needs.filter((path) => !existsSync(join(path.startsWith('/') ? '/' : root, path)));
  if (missing.length === 0) return false;
  if (process.env.CI === 'true') throw new Error(`This test needs ${missing.join(', ')}.`);
  const reason = `${context.task.name} is skipped: there is no ${missing.join(', ')}`;
  // The default reporter does not print the reason of a skip.
  console.warn(reason);
  context.skip(reason);
  return true;
}

async function textsOf(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
}

/** Loads the configuration as Cypress does, and sends what the spec sends. */
const askAsCypressWould = `
  import config from './cypress.config.js';
  const said = new Promise((resolve) => { console.log = resolve; });
  const ends = [];
  await config.e2e.setupNodeEvents((event, end) => ends.push(end));
  const [url] = /http\\S+/.exec(await said);
  const ask = async (query) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) })).text();
  };
  await ask('mutation { seedSchool(preset: SMALL, seed: 7) }');
  console.error(await ask('{ students { totalCount } }'));
  for (const end of ends) await end();
`;
