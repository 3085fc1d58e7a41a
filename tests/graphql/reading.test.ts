import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { type Harness, harness } from './harness.ts';

let library: Harness;

beforeEach(async () => {
  library = await harness(libraryModel);
});

afterEach(() => library.gateway.dispose());

describe('samples', () => {
  test('are the same for the same seed, and stored nowhere', async () => {
    const query =
      'query ($seed: Seed) { sampleLibBooks(count: 3, seed: $seed) { id title shelf { id library { name } } author { lastName } } }';
    const once = await library.data(query, { seed: 5 });
    expect(await library.data(query, { seed: '5' })).toEqual(once);
    expect(await library.data(query, { seed: 6 })).not.toEqual(once);
    expect(await library.data('{ libBooks { totalCount } }')).toEqual({ libBooks: { totalCount: 0 } });
  });

  test('let others have their turn between two of them', async () => {
    const samples = Array.from({ length: 50 }, (_, index) => `s${index}: sampleLibBooks(count: 1, seed: ${index}) { id }`);
    let turns = 0;
    let next = setImmediate(function turn() {
      turns++;
      next = setImmediate(turn);
    });
    await library.data(`{ ${samples.join(' ')} }`);
    clearImmediate(next);
    expect(turns).toBeGreaterThanOrEqual(samples.length);
  });
});

describe('nodes', () => {
  test('are found by bare IDs, whatever they are', async () => {
    const { seedLibrary: job } = await library.data<{ seedLibrary: string }>('mutation { seedLibrary }');
    const data = await library.data<Record<string, { nodes: { id: string }[] }>>(
      '{ libBooks(first: 1) { nodes { id } } libLoans(first: 1) { nodes { id } } }',
    );
    const [book, loan] = [data.libBooks?.nodes[0]?.id, data.libLoans?.nodes[0]?.id];
    const seen = await library.data(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on LibBook { isbn } ... on Job { status } } }',
      { ids: [loan, job, 'stranger', book?.toUpperCase(), book] },
    );
    const found = { __typename: 'LibBook', id: book, isbn: expect.any(String) };
    expect(seen).toEqual({
      nodes: [{ __typename: 'LibLoan', id: loan }, { __typename: 'Job', id: job, status: 'COMPLETED' }, null, found, found],
    });
  });
});

test('an empty selection is answered with empty objects, which the specification allows', async () => {
  await library.data('mutation { seedLibrary }');
  expect(await library.data('{ libBooks(first: 2) { nodes {} } libShelves {} }')).toEqual({
    libBooks: { nodes: [{}, {}] },
    libShelves: {},
  });
  expect(await library.data('{ }')).toEqual({});
});

describe('jobs', () => {
  test('are listed newest first, by state, a page at a time', async () => {
    const ids: string[] = [];
    for (let seed = 0; seed < 3; seed++) {
      const { seedLibrary } = await library.data<{ seedLibrary: string }>(`mutation { seedLibrary(seed: ${seed}) }`);
      ids.unshift(seedLibrary);
    }
    type Jobs = { jobs: { totalCount: number; nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    const list = (args: string) =>
      library.data<Jobs>(
        `{ jobs(${args}) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
      );
    const { jobs: page } = await list('first: 2, status: [COMPLETED]');
    expect(page).toMatchObject({ totalCount: 3, nodes: [{ id: ids[0] }, { id: ids[1] }], pageInfo: { hasNextPage: true } });
    const { jobs: rest } = await list(`first: 2, after: "${page.pageInfo.endCursor}"`);
    expect(rest).toMatchObject({ nodes: [{ id: ids[2] }], pageInfo: { hasNextPage: false, hasPreviousPage: true } });
    expect((await list('status: [FAILED]')).jobs).toMatchObject({ totalCount: 0, nodes: [] });
  });
});
