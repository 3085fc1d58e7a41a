import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, seedgraphIn } from '../cli/process.ts';
import { temporaryFolder } from '../support/gateway-parts.ts';

const schoolWith = (parts: string) =>
  `const { school } = await import(${JSON.stringify(join(root, 'src/domains/school/index.ts'))});\n` +
  `export default { domains: [{ ...school, ${parts} }] };\n`;

/** Commands end with an error, in which each of the messages is. */
test.each([
  ['ends the process', 'process.exit(0);', [/it ends the process, or waits for what never comes/]],
  ['waits for ever', 'await new Promise(() => undefined);\nexport default {};', [/it ends the process, or waits/]],
  ['throws nothing', 'throw undefined;', [/it throws undefined/]],
  ['is a function', 'export default async () => ({});', [/An object is needed/]],
  ['has rules that are none', schoolWith('rules: 5'), [/domains\.0\.rules: A list of rules is needed/]],
  ['has a rule that is none', schoolWith('rules: [null, {}]'), [/rules\.0: A rule is needed/, /rules\.1\.name: A text/]],
  ['has an expectation that is none', schoolWith('expectations: [3]'), [/expectations\.0: An expectation is needed/]],
  ['has an empty report', schoolWith('report: {}'), [/report\.figures: A list/, /report\.sections: A list/]],
  [
    'has a section without charts',
    schoolWith("report: { title: 'x', figures: [], sections: [{ title: 'y' }] }"),
    [/charts: A list/],
  ],
  ['has a REST API that is none', schoolWith('rest: {}'), [/rest\.resources: Resources by entity/]],
] as const)('a project that %s', async (_, text, messages) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'seedgraph.config.mjs'), text);
  const { status, stdout, stderr } = await seedgraphIn(folder)('datasets', '--store', 'memory:');
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  for (const message of messages) expect(stderr).toMatch(message);
  expect(stderr).toMatch(/\(INVALID_PROJECT\)/);
  expect(stderr).not.toMatch(/^ {4}at /m);
});
