import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ConfigurationFileError, parseConfiguration } from '../../src/configuration/index.ts';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { createPlan } from '../../src/plan/index.ts';

const domain = modelOf(school);
const read = (text: string, preset?: string) => parseConfiguration(text, 'my.yaml', domain, { preset });
const textOf = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

/** The mistakes as the message has them, a line for each. */
function mistakesIn(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ConfigurationFileError) return error.message.split('\n').slice(1, -1);
    throw error;
  }
  return [];
}

describe('a file', () => {
  const document = textOf('document-default.yaml');

  test("of the source document is MEDIUM, the document's tool settings included", () => {
    const given = read(document);
    expect(createPlan(domain, given).config).toEqual(createPlan(domain, { preset: 'MEDIUM' }).config);
    expect(given.settings).toMatchObject({ api: { timeout: 30 }, output: { cacheFile: 'generated_data_cache.json' } });
    expect(Object.keys(given.overrides)).not.toContain('api');
  });

  test('may be JSON, indented by tabs', () => {
    expect(read(JSON.stringify(parse(document), undefined, '\t'))).toEqual(read(document));
  });

  test('{} changes nothing', () => {
    expect(read('{}')).toMatchObject({ preset: 'MEDIUM', overrides: {} });
  });

  const overrides = { volumes: { lessonsPerClass: 12, teachers: 12 }, roomTypes: { lab: 3 } };
  test.each([
    ['in sections', 'data_volumes: {lessons_per_class: 12, teachers: 12}\ngeneration_rules: {room_types: {lab: 3}}'],
    ['under its own names', 'volumes: {lessons_per_class: 12, teachers: 12}\nroom_types: {lab: 3}'],
    ['as GraphQL takes it', JSON.stringify({ $schema: 'school.schema.json', ...overrides })],
    ['with aliases', 'data_volumes: {lessons_per_class: &n 12, teachers: *n}\nroom_types: {lab: 3}'],
  ])('gives the same %s', (_, text) => {
    expect(read(text).overrides).toEqual(overrides);
  });

  test('names its preset and seed; a preset from outside goes before it', () => {
    expect(read('preset: small\nseed: 7')).toMatchObject({ preset: 'SMALL', seed: 7 });
    expect(read('preset: small', 'large').preset).toBe('LARGE');
    expect(() => read('preset: small', 'huge')).toThrow(expect.objectContaining({ code: 'UNKNOWN_PRESET' }));
  });
});

describe('mistakes', () => {
  test('are all told, in the order of the file', () => {
    expect(mistakesIn(textOf('mistakes.yaml'))).toMatchInlineSnapshot(`
      [
        "my.yaml:1:10: version: One of "1.0", 1 is needed. Given: "2.0"",
        "my.yaml:2:1: prest: There is no such key; did you mean "preset"?",
        "my.yaml:3:7: seed: A seed is 0 or more. Given: -1",
        "my.yaml:5:13: api.base_url: An address holds no user and password: configuration files are shared. Given: "http://***@example.org"",
        "my.yaml:6:3: api.api_key: There is no such key; there are base_url, timeout.",
        "my.yaml:8:10: school.state: There is no such value; did you mean "California"? Given: "Californa"",
        "my.yaml:9:8: school.city: There is no value. Give one, or leave out the key.",
        "my.yaml:10:15: school.name: A text is needed. Given: a list.",
        "my.yaml:10:16: school.name.0: There is no anchor "&nobody" before it.",
        "my.yaml:12:3: data_volumes.studnets: There is no such key; did you mean "students"?",
        "my.yaml:13:13: data_volumes.teachers: A whole number from 0 to 5000 is needed. Given: "ten"",
        "my.yaml:14:10: data_volumes.rooms: A whole number from 0 to 5000 is needed. Given: 1.5",
        "my.yaml:15:1: volumes: It is given twice: data_volumes in line 11 is the same.",
        "my.yaml:18:5: generation_rules.grade_distribution.13: A grade is a whole number from 1 to 12.",
        "my.yaml:19:8: generation_rules.grade_distribution.1: A number is needed. Given: "many"",
        "my.yaml:21:7: generation_rules.subjects.0.name: It is missing. A text is needed.",
        "my.yaml:21:13: generation_rules.subjects.0.code: A code is 1 to 10 capital letters, digits and underscores. Given: "math"",
        "my.yaml:21:13: generation_rules.subjects.0.code: A code ends in a letter, so that class codes stay unique. Given: "math"",
        "my.yaml:22:7: generation_rules.subjects.0.nam: There is no such key; did you mean "name"?",
        "my.yaml:23:15: generation_rules.attendance: The attendance rates must add up to 1; they add up to 0.6.",
        "my.yaml:24:21: generation_rules.assessment_types: The shares of assessment types must add up to 1; they add up to 0.8.",
        "my.yaml:24:33: generation_rules.assessment_types.quizz: There is no such key; did you mean "quiz"?",
        "my.yaml:25:32: generation_rules.dates.academic_year_start: A date such as 2024-09-01 is needed. Given: "2024-13-01"",
        "my.yaml:25:92: generation_rules.dates.current_quarter: One of "Q1", "Q2", "Q3", "Q4" is needed. Given: "Q5"",
        "my.yaml:26:16: generation_rules.event_types: A mapping of keys to values is needed. Given: a list.",
        "my.yaml:27:9: output: A mapping of keys to values is needed. Given: "loud"",
      ]
    `);
  });

  test('are in the error for programs too', () => {
    const mistake = { line: 1, column: 16, path: ['data_volumes', 'rooms'] };
    expect(() => read('data_volumes: {rooms: many}')).toThrow(
      expect.objectContaining({
        code: 'INVALID_CONFIGURATION_FILE',
        inputPath: mistake.path,
        details: { file: 'my.yaml', mistakes: [{ ...mistake, column: 23, message: expect.stringContaining('Given: "many"') }] },
      }),
    );
  });

  const bomb = Array.from({ length: 9 }, (_, i) => `a${i}: &a${i} [${Array(9).fill(i ? `*a${i - 1}` : 1)}]`).join('\n');
  test.each([
    ['an unclosed bracket', 'data_volumes: {students: 5', /^my.yaml:1:27: This is not YAML: /],
    ['a key given twice', 'seed: 1\nseed: 2', /^my.yaml:2:1: This is not YAML: Map keys must be unique\.$/],
    [
      'a key in both spellings',
      'data_volumes: {}\ndataVolumes: {}',
      /^my.yaml:2:1: dataVolumes: It is given twice: line 1 has it too\.$/,
    ],
    [
      'a part in both places',
      'room_types: {}\ngeneration_rules:\n  room_types: {}',
      /^my.yaml:3:3: generation_rules.room_types: It is given twice: room_types in line 1 is the same\.$/,
    ],
    [
      'a section that is none',
      'generation_rules: 5',
      /^my.yaml:1:19: generation_rules: A mapping of keys to values is needed\.$/,
    ],
    [
      'a key without a value',
      'school:\n  # city: Springfield\n',
      /^my.yaml:1:8: school: There is no value\. Give one, or leave out the key\.$/,
    ],
    ['null in a list', 'subjects: [null]', /^my.yaml:1:12: subjects\.0: There is no value\./],
    [
      'a section within another',
      'generation_rules: {data_volumes: {}}',
      /^my.yaml:1:20: generation_rules.data_volumes: There is no such key; there are locale, school, grade_distribution, /,
    ],
    ['infinity', 'seed: .inf', /^my.yaml:1:7: seed: A seed is a whole number .* Given: Infinity$/],
    ['two documents', 'seed: 1\n---\nseed: 2', /^my.yaml:2:1: This is not YAML: .*multiple documents/],
    ['tabs as indentation', 'school:\n\tcity: X', /^my.yaml:2:1: This is not YAML: Tabs/],
    ['an unknown tag', 'seed: !!js/function x', /^my.yaml:1:7: This is not YAML: Unresolved tag/],
    ['an unknown alias', 'seed: *one', /^my.yaml:1:7: seed: There is no anchor "&one" before it\.$/],
    ['nothing', '', /^my.yaml:1:1: It is empty; a configuration is a mapping/],
    ['comments only', '# later', /^my.yaml:1:1: It is empty/],
    ['a text', 'hello', /^my.yaml:1:1: There are no keys/],
    ['a key that is no name', '? [a]\n: 1', /^my.yaml:1:3: This cannot be a key/],
    ['a key of every object', '__proto__: {volumes: {}}', /^my.yaml:1:1: This cannot be a key/],
    ['an alias to itself', 'subjects: &a [*a]', /^my.yaml:1:15: subjects(\.0)+: Nothing is nested deeper than 32 keys\.$/],
    ['aliases that unfold to millions', bomb, /There are more than 100000 values/],
    ['a CRLF file', 'seed: 1\r\nschool:\r\n  city: 5\r\n', /^my.yaml:3:9: school.city: A text is needed\. Given: 5$/],
    ['a rule over several keys', 'attendance:\n  present_rate: 0.5', /^my.yaml:2:3: attendance: .* they add up to 0\.6\.$/],
    [
      'a default that does not fit',
      'data_volumes: {subjects: 60}',
      /^my.yaml:1:26: data_volumes.subjects: At most \d+ subjects are known/,
    ],
  ])('%s', (_, text, expected) => {
    expect(mistakesIn(text)).toEqual([expect.stringMatching(expected)]);
  });

  test('behind others are told too, but for those about what is wrong already', () => {
    const mistakes = mistakesIn('assessment_types: {test: 0.1, quizz: 1}\nattendance: {present_rate: lots}\nsubjects: [{}]');
    expect(mistakes.map((line) => line.split(': ')[1])).toEqual([
      'assessment_types',
      'assessment_types.quizz',
      'attendance.present_rate',
      'subjects.0.code',
      'subjects.0.name',
    ]);
  });

  test('do not show secrets', () => {
    const lines = mistakesIn(textOf('mistakes.yaml')).join('\n');
    expect(lines).toContain('api.api_key');
    expect(lines).not.toMatch(/hunter2|s3cret/);
  });
});
