import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Generation, openStore, type Slice, type SliceRows, type Slices, type Store } from '../../src/store/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { describeWith, newDatabase, postgres } from '../support/services.ts';
import { book, entity } from './rows.ts';

const books = entity('Book');

function slice(ordinal: number, stage = 0): Slice {
  return { ordinal, stage, entities: ['Book'], roots: { from: ordinal, to: ordinal + 1 }, part: { number: 0, of: 1 } };
}

/** Ten books of a slice, in two batches. */
async function* rowsOf({ ordinal }: Slice): AsyncGenerator<SliceRows> {
  for (const half of [0, 5]) {
    const rows = Array.from({ length: 5 }, (_, index) => book(10 * ordinal + half + index));
    yield { entity: books, rows, sum: 2n ** 255n + BigInt(ordinal) };
  }
}

describeWith([postgres], 'slices in PostgreSQL', () => {
  let store: Store;
  let other: Store;

  beforeAll(async () => {
    const url = await newDatabase();
    [store, other] = [await openStore(url), await openStore(url)];
  });

  afterAll(async () => {
    await Promise.all([store?.close(), other?.close()]);
  });

  /** A generation with two slices and one of a later stage, as two processes see it. */
  async function planned(): Promise<{ generation: Generation; here: Slices; there: Slices }> {
    const generation = await store.create('shared', libraryModel, 'test', []);
    const same = await other.reopen(generation.id, libraryModel);
    const [here, there] = [generation.slices, same?.slices];
    if (!here || !there) throw new Error('There are no slices.');
    await here.plan([slice(0), slice(1), slice(2, 1)]);
    return { generation, here, there };
  }

  test('have the same name wherever the store is opened from', () => {
    expect(store.identity).toMatch(/^[0-9a-f-]{36}$/);
    expect(other.identity).toBe(store.identity);
  });

  test('are recorded once, and told by stage and place', async () => {
    const { here, there } = await planned();
    await there.plan([slice(7)]);
    expect(await there.pending(0, -1, 10)).toEqual([slice(0), slice(1)]);
    expect(await there.pending(0, 0, 10)).toEqual([slice(1)]);
    expect(await here.pending(0, -1, 1)).toEqual([slice(0)]);
    expect([await there.get(2), await there.get(7)]).toEqual([slice(2, 1), undefined]);
  });

  test('are written once, with what they add to the totals', async () => {
    const { generation, here, there } = await planned();
    expect(await here.write(slice(0), 0, () => rowsOf(slice(0)))).toBe('written');
    const unasked = () => {
      throw new Error('Nobody needs these rows.');
    };
    expect(await there.write(slice(0), 0, unasked)).toBe('done');
    expect(await there.progress(0)).toMatchObject({ fence: 0, isComplete: false, rows: new Map([['Book', 10]]) });
    expect(await there.write(slice(1), 0, () => rowsOf(slice(1)))).toBe('written');
    expect([(await here.progress(0)).isComplete, (await here.progress(1)).isComplete]).toEqual([true, false]);
    // Modulo 2^256.
    expect((await generation.state()).totals.get('Book')).toEqual({ rows: 20, sum: 2n });
    expect(await generation.get(books, [String(book(13)[0])])).toEqual([book(13)]);
  });

  test('are written by one at a time', async () => {
    const { here, there } = await planned();
    let second: string | undefined;
    const rows = async function* () {
      second = await there.write(slice(0), 0, () => rowsOf(slice(0)));
      yield* rowsOf(slice(0));
    };
    expect(await here.write(slice(0), 0, rows)).toBe('written');
    expect(second).toBe('taken');
  });

  test('are not written for those who do not lead any more', async () => {
    const { generation, here, there } = await planned();
    const moveFence = (sequence: number) => generation.write({ sequence, position: null, inserts: [], changes: new Map() });
    expect(await moveFence(0)).toBe(true);
    expect(await there.write(slice(0), 0, () => rowsOf(slice(0)))).toBe('overtaken');
    // Nor when it happens while the rows are made.
    const late = async function* () {
      yield* rowsOf(slice(0));
      await moveFence(1);
    };
    expect(await here.write(slice(0), 1, late)).toBe('overtaken');
    expect(await here.progress(0)).toMatchObject({ fence: 2, rows: new Map() });
    expect(await generation.get(books, [String(book(3)[0])])).toEqual([undefined]);
    expect(await here.write(slice(0), 2, () => rowsOf(slice(0)))).toBe('written');
  });

  test('are whole or not at all', async () => {
    const { generation, here } = await planned();
    const broken = async function* () {
      yield* rowsOf(slice(0));
      throw new RangeError('There are no more books.');
    };
    await expect(here.write(slice(0), 0, broken)).rejects.toThrow('There are no more books.');
    const twice = async function* () {
      yield* rowsOf(slice(0));
      yield* rowsOf(slice(0));
    };
    await expect(here.write(slice(0), 0, twice)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await generation.state()).totals.size).toBe(0);
    expect(await here.write(slice(0), 0, () => rowsOf(slice(0)))).toBe('written');
  });

  test('tell why they cannot be made, until somebody else leads', async () => {
    const { generation, here, there } = await planned();
    const failure = { code: 'JOB_FAILED', message: 'There are no more books.' };
    await there.fail(1, 0, failure);
    expect((await here.progress(0)).failure).toEqual(failure);
    await generation.write({ sequence: 0, position: null, inserts: [], changes: new Map() });
    expect((await here.progress(0)).failure).toBeUndefined();
    await there.fail(1, 0, failure);
    expect((await here.progress(0)).failure).toBeUndefined();
  });

  test('are of no concern when they, or their generation, are gone', async () => {
    const cleared = await planned();
    await cleared.here.clear();
    await cleared.here.clear();
    expect(await cleared.there.get(0)).toBeUndefined();
    expect(await cleared.there.write(slice(0), 0, () => rowsOf(slice(0)))).toBe('overtaken');
    const discarded = await planned();
    await store.discard(discarded.generation);
    expect(await discarded.there.write(slice(0), 0, () => rowsOf(slice(0)))).toBe('overtaken');
    await discarded.there.fail(0, 0, { code: 'JOB_FAILED', message: 'Nobody hears this.' });
  });
});
