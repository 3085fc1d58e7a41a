import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { configurationSchema, readConfigurationFile } from '../../src/configuration/index.ts';
import { modelOf } from '../../src/definition/index.ts';
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
