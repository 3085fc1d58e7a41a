import { describe, expect, test } from 'vitest';
import { fromCell } from '../../src/definition/index.ts';
import { createPlan } from '../../src/plan/index.ts';
import { parseShard, streamRows } from '../../src/stream/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { openWorkshop } from '../support/gateway-parts.ts';
import { storedRows } from '../support/stored.ts';
import { letters, scatteredLetters } from './letters.ts';
import { readCsv } from './read-csv.ts';
import { entitiesOf, linesOf, shardsOf, streamed } from './streamed.ts';

describe.each(entitiesOf(letters))('letters: $name', ({ entity }) => {
  test('both formats have what a seeded store has, whatever the texts, and shards are the whole', async () => {
    const { store, jobs } = await openWorkshop([letters]);
    expect((await jobs.wait((await jobs.seed({ domain: letters, dataset: 'default' })).id)).error).toBeNull();
    const generation = await store.open('default', letters);
    const rows = generation ? await storedRows(generation, entity) : [];
    expect(rows.length).toBeGreaterThan(100);
    const values = rows.map((row) => entity.fields.map(({ field, index }) => fromCell(field, row[index] ?? null)));

    const lines = linesOf(streamed(letters, {}, { entities: [entity] }));
    expect(lines.map((line) => Object.values(line as object))).toEqual(values);
    const [, ...records] = readCsv(streamed(letters, {}, { entities: [entity], format: 'csv' }));
    expect(records).toEqual(values.map((row) => row.map((value) => (value === null ? null : String(value)))));
    for (const of of [3, 29]) {
      expect(shardsOf(of, letters, {}, { entities: [entity] }).join('')).toBe(streamed(letters, {}, { entities: [entity] }));
    }
  });
});

describe('shards', () => {
  const books = [libraryModel.entity('Book')];

  test('of one root are cut among its blocks, about alike', () => {
    const request = { overrides: { volumes: { libraries: 1, shelves: 40, books: 20 } } };
    const parts = shardsOf(8, libraryModel, request, { entities: books }).map((part) => linesOf(part).length);
    expect(parts).toEqual([100, 100, 100, 100, 100, 100, 100, 100]);
  });

  test('of three roots may end within one', () => {
    const request = { overrides: { volumes: { libraries: 3, shelves: 4, books: 5 } } };
    const parts = shardsOf(2, libraryModel, request, { entities: books }).map((part) => linesOf(part).length);
    expect(parts).toEqual([30, 30]);
  });

  test('of no rows are empty, but for the header', () => {
    const request = { overrides: { volumes: { libraries: 0 } } };
    expect(shardsOf(2, libraryModel, request, { entities: books })).toEqual(['', '']);
    const [first, second] = shardsOf(2, libraryModel, request, { entities: books, format: 'csv' });
    expect(first).toMatch(/^id,shelfId,.*details\r\n$/);
    expect(second).toBe('');
  });

  // Those before it would take hours.
  test('do not need what lies before them: the last of a million of 16 million roots', () => {
    const plan = createPlan(letters, { overrides: { volumes: { people: 16_000_000 } } });
    const of = 1_000_000;
    const people = [letters.entity('Person')];
    const text = [...streamRows({ plan, entities: people, shard: { number: of, of } })].join('');
    expect(linesOf(text)).toHaveLength(16);
    const [piece = ''] = streamRows({ plan, entities: people, shard: { number: 500_001, of } });
    expect(linesOf(piece)).toHaveLength(16);
  });

  test.each(['9/8', '0/8', '1/0', '-1/8', '1.5/8', '3', '3/8/2', '', '1/1000001', 'a/b'])('"%s" is none', (text) => {
    expect(() => parseShard(text)).toThrow(/is no shard: write 3\/8 for the third of eight/);
  });

  test.each([
    { number: 9, of: 8 },
    { number: 0.5, of: 8 },
    { number: 1, of: Number.NaN },
  ])('$number of $of is none for a program either, before the first row is asked for', (shard) => {
    expect(() => streamRows({ plan: createPlan(libraryModel, {}), shard })).toThrow(
      expect.objectContaining({ code: 'INVALID_SHARD', inputPath: ['shard'] }),
    );
  });
});

test('pieces are about 64 KiB, and only what is asked for is made', () => {
  const plan = createPlan(letters, { overrides: { volumes: { people: 16_000_000 } } });
  const pieces = streamRows({ plan });
  for (const piece of [...Array(20)].map(() => pieces.next().value)) {
    expect(piece?.length).toBeGreaterThanOrEqual(2 ** 16);
    expect(piece?.length).toBeLessThan(2 ** 18);
  }
});

test('CSV of several types is refused', () => {
  expect(() => streamRows({ plan: createPlan(libraryModel, {}), format: 'csv' })).toThrow(
    expect.objectContaining({ code: 'ONE_TYPE_NEEDED', message: expect.stringMatching(/asked for 7\. Name one/) }),
  );
});

describe('roll-ups whose sources may lie anywhere', () => {
  const plan = createPlan(scatteredLetters, {});

  test('are refused before the first row, by name', () => {
    const message =
      /^Mailbox is derived from Letter\.toId, which may lead from any Letter to any Person: .*Leave it out, or seed a dataset and use export-cache\.$/;
    expect(() => streamRows({ plan })).toThrow(
      expect.objectContaining({ code: 'NOT_STREAMABLE', message: expect.stringMatching(message) }),
    );
    // What does not need them goes on.
    expect(linesOf(streamed(scatteredLetters, {}, { entities: [scatteredLetters.entity('Letter')] })).length).toBeGreaterThan(
      100,
    );
  });

  test('and where a series decides what its rows refer to', () => {
    expect(() => streamRows({ plan, entities: [scatteredLetters.entity('Guestbook')] })).toThrow(
      expect.objectContaining({
        code: 'NOT_STREAMABLE',
        message: expect.stringMatching(/^Guestbook is derived from Visit\.hostId/),
      }),
    );
  });
});
