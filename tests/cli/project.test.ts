import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { root, seedgraphIn } from './process.ts';

test('types and look-ups of a project are listed, found, completed and helped with', async () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'seedgraph.config.ts'),
    `import { defineConfig, extendDomain, field, vocabulary } from '${root}/src/index.ts';
     import { type SchoolConfig, school } from '${root}/src/domains/school/index.ts';
     const { defineEntity, many } = vocabulary<SchoolConfig>();
     const Badge = defineEntity({
       name: 'Badge',
       description: 'A badge.',
       rows: many('School', 3),
       fields: {
         id: field.key('The key.'),
         schoolId: field.reference('School', 'The school.'),
         code: field.string('The code on it.', { unique: true, filter: true }),
       },
       lookups: { badgeCode: 'code' },
       values: { code: ({ index }) => 'B' + index },
     });
     export default defineConfig({ domains: [extendDomain(school, { entities: [Badge] })] });`,
  );
  const here = seedgraphIn(folder);
  expect(await here('seed', 'school', '--preset', 'small')).toMatchObject({ status: 0 });
  expect((await here('list', 'badges')).stdout).toMatch(/^B0 /m);
  expect((await here('find', 'badge', '--badge-code', 'b1')).stdout).toMatch(/^ {2}code +B1$/m);
  expect((await here('find', '--help')).stdout).toMatch(/--badge-code <value> +of: badge$/m);
  expect((await here('__complete', '--', 'find', '--badge')).stdout).toBe('--badge-code\tof: badge\n');
});

test('help is there without the project, and nothing else is', async () => {
  const here = seedgraphIn(temporaryFolder());
  expect((await here('find', '--project', 'nowhere', '--help')).status).toBe(0);
  for (const command of ['datasets', 'serve'])
    expect(await here(command, '--project', 'nowhere')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/PROJECT_NOT_FOUND/),
    });
});

test('a project in a checkout, of which nothing is built, is of the sources that run it', async () => {
  const here = seedgraphIn(temporaryFolder());
  expect(await here('init')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^seedgraph\.config\.ts is written\./) });
  expect(await here('plan', 'school', '--preset', 'small')).toMatchObject({
    status: 0,
    stderr: '',
    stdout: expect.stringMatching(/^ {2}Lockers: +20$/m),
  });
});
