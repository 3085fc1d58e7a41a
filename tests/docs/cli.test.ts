import { copyFileSync, cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandHelp, commandNames, helpIn } from '../../scripts/command-help.ts';
import { AS_FUNCTION, makeFolder, root, shellIn } from '../cli/process.ts';

/** docs/cli.md and the README's section on the command line are true. */

const page = readFileSync(join(root, 'docs/cli.md'), 'utf8');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const section = readme.split('## Command line\n')[1]?.split(/^## /m)[0] ?? '';

test('has the help of every command as it is; `npm run codegen` writes it', () => {
  expect(helpIn(page)).toBe(commandHelp());
});

test('the README has all commands', () => {
  const named = [...section.matchAll(/^\| `([a-z-]+)[^`]*` \|/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(commandNames().toSorted());
});

test("the README's first steps in the terminal end well", async () => {
  const { folder, remove } = makeFolder();
  const start = readme.split('## Start\n')[1]?.split(/^## /m)[0] ?? '';
  const block = [...start.matchAll(/```sh\n(.*?)```/gs)].at(-1)?.[1] ?? '';
  const line = `${AS_FUNCTION} set -e\n${block.replaceAll('npm run -s seedgraph --', 'seedgraph')}`;
  const { status, stdout } = await shellIn(folder, 'bash', line);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Report written to: report\.html/m);
  expect(existsSync(join(folder, 'report.html'))).toBe(true);
  remove();
});

test("the README's examples find something", async () => {
  const { folder, remove } = makeFolder();
  const [, block = ''] = /```sh\n(.*?)```/s.exec(section) ?? [];
  const lines = block
    .trim()
    .split('\n')
    .map((line) => line.replace('npm run -s seedgraph --', 'seedgraph'));
  const line = `${AS_FUNCTION} set -e; seedgraph seed school --preset small; ${lines.join('; ')}`;
  const { status, stdout } = await shellIn(folder, 'bash', line);
  remove();
  expect(lines.length).toBeGreaterThan(2);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^5 of 13 attendance\./m);
});

describe('the counterpart of', () => {
  const rows = [...page.matchAll(/^\| `(python [^`]+)` \| `([^`]+)` \| (\d) \|/gm)].map(
    ([, tool = '', line = '', code = '']) => ({
      tool,
      line,
      code: Number(code),
    }),
  );
  const { folder, remove } = makeFolder();

  beforeAll(() => {
    cpSync(join(root, 'config'), join(folder, 'config'), { recursive: true });
    copyFileSync(join(folder, 'config/custom.yaml'), join(folder, 'my_config.yaml'));
  });
  afterAll(remove);

  test('each line of the document is there', () => {
    expect(rows).toHaveLength(17);
  });

  test.each(rows)('$tool', async ({ line, code }) => {
    const { status, stdout, stderr } = await shellIn(folder, 'bash', `${AS_FUNCTION} ${line}`);
    expect({ status, stderr }).toEqual({
      status: code,
      stderr: code === 0 ? expect.any(String) : expect.stringMatching(/^error: /),
    });
    expect(stdout === '').toBe(code !== 0);
  });
});
