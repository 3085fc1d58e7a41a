import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { configurationSchema, parseConfiguration, readConfigurationFile } from '../../src/configuration/index.ts';
import { modelOf, snakeCase } from '../../src/definition/index.ts';
import { builtInDomains } from '../../src/domains/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { createPlan } from '../../src/plan/index.ts';

const folder = join(import.meta.dirname, '../../config');
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const domain = modelOf(school);

describe('the schema for editors', () => {
  test.each(builtInDomains)('of $name is up to date; else run `npm run codegen`', (definition) => {
    expect(JSON.parse(textOf(`${definition.name}.schema.json`))).toEqual(configurationSchema(modelOf(definition)));
  });

  // zod types the parameter as JSON Schema of any draft and form.
  const schema = z.fromJSONSchema(configurationSchema(domain) as z.core.JSONSchema.JSONSchema);

  test.each([...files, '../tests/configuration/document-default.yaml'])('takes %s', (name) => {
    expect(schema.safeParse(parse(textOf(name))).error).toBeUndefined();
  });

  test('takes camelCase too', () => {
    expect(schema.safeParse({ dataVolumes: { lessonsPerClass: 5 } }).error).toBeUndefined();
  });

  test.each([
    ['an unknown key', { data_volumes: { studnets: 5 } }],
    ['an unknown key at the top', { data_volume: {} }],
    ['a wrong type', { generation_rules: { dates: { current_quarter: 3 } } }],
    ['an unknown preset', { preset: 'HUGE' }],
  ])('refuses %s', (_, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

describe('the files that come along', () => {
  test.each(files)('%s names the schema for editors and is valid', async (name) => {
    expect(textOf(name)).toMatch(/^# yaml-language-server: \$schema=school\.schema\.json\n/);
    const plan = createPlan(domain, await readConfigurationFile(join(folder, name), domain));
    expect(plan.rows).toBeGreaterThan(0);
  });

  test.each([
    ['default', 'MEDIUM'],
    ['small', 'SMALL'],
    ['medium', 'MEDIUM'],
    ['large', 'LARGE'],
    ['district', 'DISTRICT'],
  ])('%s.yaml gives the configuration of %s', async (name, preset) => {
    const given = await readConfigurationFile(join(folder, `${name}.yaml`), domain);
    expect(createPlan(domain, given).config).toEqual(createPlan(domain, { preset }).config);
  });

  test("default.yaml is the source document's, word for word, after the line for editors", () => {
    const [, ...lines] = textOf('default.yaml').split('\n');
    expect(lines.join('\n')).toBe(readFileSync(join(import.meta.dirname, 'document-default.yaml'), 'utf8'));
  });
});

describe("the README's", () => {
  const section = readFileSync(join(folder, '../README.md'), 'utf8').split('\n## Configuration\n')[1]?.split('\n## ')[0] ?? '';
  const [, example = ''] = /^```yaml\n(.*?)^```$/ms.exec(section) ?? [];

  test('example is valid and can be made', () => {
    const configuration = parseConfiguration(example, 'README.md', domain);
    expect(configuration).toMatchObject({ seed: 7, overrides: { volumes: { students: 120 } } });
    expect(createPlan(domain, configuration).rows).toBeGreaterThan(7_676);
  });

  test('table has all keys, but for the parts of the domain', () => {
    const rows = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, key = '']) => key);
    const { properties } = z.toJSONSchema(domain.definition.config, { io: 'input' });
    const parts = Object.keys(properties ?? {}).map(snakeCase);
    // The schema of a file is an object's.
    const known = Object.keys((configurationSchema(domain) as { properties: object }).properties);
    const keys = known.filter((key) => !parts.includes(key) && key !== '$schema');
    expect(rows.toSorted()).toEqual(keys.toSorted());
  });
});
