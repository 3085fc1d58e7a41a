import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { CacheFileError, exportCache, importCache, type Mistake } from '../../src/cache-file/index.ts';
import type { Generation } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { openWorkshop, temporaryFolder, type Workshop } from '../support/gateway-parts.ts';
import { requireSound } from '../support/stored.ts';
import { contentsOf } from './support.ts';

/** What is wrong in a file is told with its line, and nothing is imported. */

const domain = libraryModel;
const folder = temporaryFolder;

/** The lines of an exported file, as text to be changed. */
async function exported(name: string, workshop?: Workshop): Promise<{ readonly lines: string[] } & Workshop> {
  const { store, jobs } = workshop ?? (await openWorkshop([domain]));
  await jobs.wait((await jobs.seed({ domain, dataset: 'default', preset: 'SMALL' })).id);
  const file = join(folder(), name);
  await exportCache({ store, domain, dataset: 'default', file });
  return { store, jobs, lines: readFileSync(file, 'utf8').split('\n') };
}

async function importOf(text: string, { store }: Workshop, name = 'my.json') {
  const file = join(folder(), name);
  writeFileSync(file, text);
  const before = await contentsOf(store, 'default', domain);
  const outcome = await importCache({ store, domain, version: 'test', dataset: 'default', file }).catch((error) => error);
  if (outcome instanceof CacheFileError) expect(await contentsOf(store, 'default', domain)).toEqual(before);
  return { outcome, file };
}

const mistakesIn = (error: CacheFileError) => error.details.mistakes as readonly Mistake[];

describe.each(['my.json', 'my.ndjson'])('in %s', (name) => {
  let at: Awaited<ReturnType<typeof exported>>;
  let text: string;
  beforeEach(async () => {
    at = await exported(name);
    // Without the digest, what is changed is not told twice.
    text = at.lines.join('\n').replace(/(,)?\s*"digest":\s?"\w+"(,)?/, (_, before, after) => (before && after ? ',' : ''));
  });

  /** The first row of books, as the file has it. */
  const firstBook = () => text.split('\n').findIndex((line) => line.includes('"ISBN-')) + 1;
  const change = (line: number, from: RegExp | string, to: string) =>
    text
      .split('\n')
      .map((each, index) => (index + 1 === line ? each.replace(from, to) : each))
      .join('\n');

  test.each([
    [
      'a number that is a text',
      /("novel"|"poetry"|"travel")/,
      '"cookery"',
      'genre',
      /one of novel, poetry, travel is expected; given "cookery"/,
    ],
    [
      'a date without such a day',
      /"\d{4}-\d\d-\d\d"/,
      '"2023-02-30"',
      'published_on',
      /a date as YYYY-MM-DD is expected; given "2023-02-30"/,
    ],
    ['a required value that is null', /"ISBN-[\d-]+"/, 'null', 'isbn', /a value is required/],
    [
      'a reference that is no key',
      /"shelf_id":"[0-9a-f-]+"|(?<=^\["books","[0-9a-f-]{36}",)"[0-9a-f-]{36}"/,
      'SHELF',
      'shelf_id',
      /a UUID is expected; given "shelf 1"/,
    ],
  ] as const)('%s', async (_, from, to, field, message) => {
    const line = firstBook();
    const replacement = to === 'SHELF' ? (name === 'my.json' ? '"shelf_id":"shelf 1"' : '"shelf 1"') : to;
    const { outcome } = await importOf(change(line, from, replacement), at, name);
    expect(outcome).toMatchObject({ code: 'INVALID_CACHE_FILE', details: { count: 1 } });
    const [mistake] = mistakesIn(outcome);
    expect(mistake).toMatchObject({ line, entity: 'books', field, message: expect.stringMatching(message) });
    expect(mistake?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(outcome.message).toMatch(/^Nothing was imported\.\n.*:\d+: books [0-9a-f-]{36}: \w+: .*\n1 mistake in /s);
  });

  test('a reference to a row that is not there has the line of the row that refers', async () => {
    const line = firstBook();
    const missing = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
    const from = /(?<="shelf_id":")[0-9a-f-]+|(?<=^\["books","[0-9a-f-]{36}",")[0-9a-f-]{36}/;
    const { outcome } = await importOf(change(line, from, missing), at, name);
    expect(mistakesIn(outcome)).toEqual([
      expect.objectContaining({
        line,
        entity: 'books',
        field: 'shelf_id',
        message: expect.stringContaining(`"shelves" with the key "${missing}"`),
      }),
    ]);
  });

  test('a key that stands there twice', async () => {
    const line = firstBook();
    const lines = text.split('\n');
    const [first = '', second = ''] = lines.slice(line - 1, line + 1);
    const key = /[0-9a-f]{8}-[0-9a-f-]{27}/;
    const [one = '', two = ''] = [first, second].map((each) => key.exec(each)?.[0] ?? '');
    lines[line] = second.replaceAll(two, one);
    const { outcome } = await importOf(lines.join('\n'), at, name);
    expect(mistakesIn(outcome)).toEqual([
      expect.objectContaining({ line: line + 1, entity: 'books', key: one, message: 'another row before it has this key' }),
      // What referred to the row that is gone.
      ...mistakesIn(outcome)
        .slice(1)
        .map(() => expect.objectContaining({ message: expect.stringContaining(two) })),
    ]);
  });

  test('a unique value that stands there twice, whatever its case', async () => {
    const emails = text
      .split('\n')
      .flatMap((line, index) => (/Member\.0\.[01]@/.test(line) ? [{ line, number: index + 1 }] : []));
    const [first, second] = emails;
    const { outcome } = await importOf(change(second?.number ?? 0, 'Member.0.1@', 'MEMBER.0.0@'), at, name);
    expect(first?.number).toBeLessThan(second?.number ?? 0);
    expect(mistakesIn(outcome)).toEqual([
      expect.objectContaining({
        line: second?.number,
        entity: 'members',
        field: 'email',
        message: expect.stringContaining('is unique'),
      }),
    ]);
  });

  test('a row that was taken out by hand is marked as deleted, one that the recipe no longer makes as imported', async () => {
    const loan = text.split('\n').find((line) => /"taken_on"|^\["loans"/.test(line) && !line.includes('"fields"')) ?? '';
    const without = text
      .replace(`${loan}\n`, '')
      .replace(/"counts":\{[^}]*\}/, '"counts":null')
      .replace(/"authors":\s?6/g, '"authors":4');
    const { outcome } = await importOf(without, at, name);
    expect(outcome).toMatchObject({ warnings: [] });
    const generation = (await at.store.open('default', domain)) as Generation;
    const marks = await generation.marks(domain.entity('Loan'), '', '~', 1_000);
    expect(marks.filter(({ mark }) => mark === 'deleted')).toHaveLength(1);
    expect((await generation.marks(domain.entity('Author'), '', '~', 10)).map(({ mark }) => mark)).toContain('imported');
    await requireSound(generation);
  });

  test('a row that was changed by hand is kept as it is, and marked', async () => {
    const { outcome } = await importOf(
      change(firstBook(), /"(novel|poetry|travel)"/, '"poetry"').replaceAll('Library 1', 'Reading Room'),
      at,
      name,
    );
    expect(outcome).toMatchObject({ imported: expect.any(Number), warnings: [] });
    const generation = await at.store.open('default', domain);
    const marks = await generation?.marks(domain.entity('Library'), '', '~', 10);
    expect(marks).toEqual([{ key: expect.any(String), mark: 'imported' }]);
  });
});

describe('a digest', () => {
  test.each(['my.json', 'my.ndjson'])('that the rows of %s do not have is told', async (name) => {
    const { lines, ...workshop } = await exported(name);
    const { outcome } = await importOf(lines.join('\n').replace('Library 1', 'Library 2'), workshop, name);
    expect(outcome).toMatchObject({ code: 'INVALID_CACHE_FILE' });
    expect(mistakesIn(outcome)[0]?.message).toMatch(
      /^the rows have the digest \w{64}, and not \w{64}: some were changed or lost/,
    );
    expect(lines[(mistakesIn(outcome)[0]?.line ?? 0) - 1]).toContain('"digest"');
  });
});

test('a hundred mistakes are told, of the others their number', async () => {
  const { lines, ...workshop } = await exported('my.json');
  const { outcome } = await importOf(lines.join('\n').replaceAll(/"taken_on":"[\d-]+"/g, '"taken_on":"soon"'), workshop);
  expect(outcome.details.count).toBe(60);
  const many = `{"libraries": {${Array.from({ length: 2_345 }, (_, index) => `"key ${index}": {}`).join(',\n')}}}`;
  const { outcome: other } = await importOf(many, workshop);
  expect(other.details.count).toBe(2_345);
  expect(mistakesIn(other)).toHaveLength(100);
  expect(mistakesIn(other)[99]).toMatchObject({ line: 100, message: 'a UUID is expected; given "key 99"' });
  expect(other.message).toMatch(/\.\.\. and 2245 more\n2,345 mistakes in /);
});

describe('a form that is none', () => {
  test.each([
    ['JSON with a comma too many', '{"libraries": {},\n}', 2, /not JSON/],
    ['a list', '[1, 2]', 1, /an object \{\.\.\.\} is expected/],
    ['a number', '42', 1, /an object \{\.\.\.\} is expected/],
    ['a word', '{\n"libraries": nothing\n}', 2, /not JSON/],
    ['more than one object', '{}\n{}', 2, /not JSON/],
    ['a text for a section', '{\n"libraries": "many"}', 2, /an object or a list of rows is expected/],
    ['a number for a row', '{"libraries": [\n7]}', undefined, /an object is expected; given 7/],
    ['a list for a row that links nothing', '{"libraries": [\n["a", "b"]]}', 2, /an object is expected; given \["a","b"\]/],
    [
      'a list with too many values',
      `{"loans": [\n[${'1,'.repeat(20)}1]]}`,
      2,
      /a list of at most 5 values \(bookId, memberId, takenOn, returnedOn, fine\)/,
    ],
    ['a recipe that is none', '{"recipe": [{"operation": "dance"}]}', 1, /it begins with a seeding/],
    [
      'a configuration that is none',
      '{"recipe": [{"operation": "seed", "seed": 1, "config": {"volumes": {"books": -1}}}]}',
      1,
      /configuration is wrong: volumes.books/,
    ],
    ['a mark that is none', '{"marked_rows": [\n{"entity": "books", "key": "x", "mark": "red"}]}', 2, /is expected; given/],
    [
      'a mark of a row that is not there',
      '{"marked_rows": [{"entity": "books", "key": "ffffffff-ffff-4fff-8fff-ffffffffffff", "mark": "edited"}]}',
      undefined,
      /it is marked as edited, and is not there/,
    ],
  ] as const)('%s', async (_, text, line, message) => {
    const { lines, ...workshop } = await exported('my.json');
    expect(lines.length).toBeGreaterThan(10);
    const { outcome } = await importOf(text, workshop);
    expect(outcome).toMatchObject({ code: 'INVALID_CACHE_FILE' });
    const [mistake] = mistakesIn(outcome);
    expect(mistake?.message).toMatch(message);
    if (line !== undefined) expect(mistake?.line).toBe(line);
  });

  test.each([
    [
      'of rows that the first line does not know',
      (lines: string[]) => [lines[0], '["dragons", 1]', ...lines.slice(1)],
      undefined,
    ],
    ['of a line that is no JSON', (lines: string[]) => lines.with(3, 'garbage'), 4],
    ['of something behind the closing line', (lines: string[]) => [...lines, '{}'], undefined],
  ] as const)('NDJSON %s', async (_, edit, line) => {
    const { lines, ...workshop } = await exported('my.ndjson');
    const { outcome } = await importOf(edit(lines).join('\n'), workshop, 'my.ndjson');
    if (outcome instanceof CacheFileError) expect(mistakesIn(outcome)[0]).toMatchObject(line ? { line } : {});
    else expect(outcome.warnings[0]?.message).toBe('"dragons" is no entity of the domain; its rows were passed over');
  });
});

test.each(['"\\u00e9\\n\\u0007"', '"😀"'])('texts such as %s come in as they are', async (text) => {
  const { lines, ...workshop } = await exported('my.json');
  const whole = lines
    .join('\n')
    .replace(/ {2}"digest".*\n/, '')
    .replace('"Library 1"', text);
  expect((await importOf(whole, workshop)).outcome).toMatchObject({ imported: 1 });
  const [row] = (await (await workshop.store.open('default', domain))?.range(domain.entity('Library'), '', '~', 1)) ?? [];
  expect(row?.[1]).toBe(JSON.parse(text));
});

describe('a recipe that is not what recipes are', () => {
  type Entry = Record<string, unknown> & { config: { volumes: Record<string, unknown> }; required: Record<string, unknown> };
  test.each<[string, (entries: readonly [Entry, Entry]) => unknown, RegExp]>([
    ['a preset without a name', ([base]) => delete base.preset, /"preset"/],
    ['overrides that are a text', ([base]) => Object.assign(base, { overrides: 'many' }), /"overrides"/],
    ['entities that nobody knows', ([base]) => Object.assign(base, { entities: ['Nobody'] }), /no entity "Nobody"/],
    ['an operation that nobody knows', ([, added]) => Object.assign(added, { operation: 'dance' }), /operation 2: "generate"/],
    ['an entity that nobody knows', ([, added]) => Object.assign(added, { entity: '__proto__' }), /no such "entity"/],
    ['no seed', ([, added]) => delete added.seed, /a seed is/],
    ['no volumes', ([, added]) => delete added.volumes, /"volumes"/],
    ['volumes beyond all bounds', ([, added]) => Object.assign(added, { volumes: { books: 1e15 } }), /volumes are wrong/],
    ['a fixed value of no field', ([, added]) => Object.assign(added, { with: { height: 7 } }), /with.height/],
    ['rows that are none', ([, added]) => Object.assign(added, { rows: 'all' }), /a list of addresses/],
    ['an address of another depth', ([, added]) => Object.assign(added, { rows: [[1, 2, 3]] }), /\[1,2,3\] is no address/],
    ['an address beyond all bounds', ([, added]) => Object.assign(added, { rows: [[1e15]] }), /is no address/],
    ['rows required of nobody', ([, added]) => Object.assign(added, { required: { Nobody: [] } }), /"Nobody"/],
    ['far more rows than there are', ([base]) => (base.config.volumes.libraries = 1_000_000), /makes far more rows/],
  ])('has %s', async (_, spoil, message) => {
    const workshop = await openWorkshop([domain]);
    await workshop.jobs.wait((await workshop.jobs.seed({ domain, dataset: 'default', preset: 'SMALL' })).id);
    await workshop.jobs.generate({ entity: domain.entity('Library'), dataset: 'default', count: 1 });
    const file = join(folder(), 'my.json');
    await exportCache({ store: workshop.store, domain, dataset: 'default', file });
    const { digest: _digest, ...content } = JSON.parse(readFileSync(file, 'utf8'));
    spoil(content.recipe);
    const { outcome } = await importOf(JSON.stringify(content), workshop);
    expect(outcome).toMatchObject({ code: 'INVALID_CACHE_FILE' });
    expect(mistakesIn(outcome)).toMatchObject([{ field: 'recipe', message: expect.stringMatching(message) }]);
  });
});

describe('what would fill the memory', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const header = '{"format":"seedgraph-cache-lines/1"}';
  test.each([
    ['a row as deep as a well', `{"members": {"a": ${deep}}}`, /nested too deeply/],
    ['a line as deep as a well', `${header}\n${deep}\n{"end":true}`, /nested too deeply/],
    ['a mark as deep as a well', `${header}\n{"mark":${deep}}\n{"end":true}`, /nested too deeply/],
    ['a text without an end', `{"members": {"a": {"email": "${'x'.repeat(20_000_000)}"}}}`, /too long for a row/],
    ['a number without an end', `{"members": {"a": {"age": ${'1'.repeat(20_000_000)}}}}`, /too long for a row/],
    ['a row without an end', `{"members": {"a": {${'"a": 1, '.repeat(3_000_000)} "a": 1}}}`, /too long for a row/],
    ['a recipe without an end', `{"recipe": [${'{}, '.repeat(5_000_000)} {}]}`, /too long for a row/],
  ])('%s is refused', async (_, text, message) => {
    const { outcome } = await importOf(text, await exported('seeded.json'));
    expect(outcome).toMatchObject({ code: 'INVALID_CACHE_FILE', message: expect.stringMatching(message) });
  });

  test('a long value is cut in the message', async () => {
    const { outcome } = await importOf(`{"members": {"a": "${'x'.repeat(10_000)}"}}`, await exported('seeded.json'));
    expect(outcome).toMatchObject({ code: 'INVALID_CACHE_FILE' });
    expect(outcome.message.length).toBeLessThan(1_000);
  });
});
