import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { type Harness, harness } from './harness.ts';

let library: Harness;

beforeEach(async () => {
  library = await harness(libraryModel);
});

afterEach(() => library.gateway.dispose());

interface Count {
  readonly entity: string;
  readonly count: number;
}

const counts = '{ dataset { seed preset digest counts { entity count } } }';
const inDataset = (name: string) => ({ 'x-dataset': name });

describe('seeding', () => {
  test('an empty gateway answers with nothing, not with errors', async () => {
    const data = await library.data(
      '{ libBooks { totalCount nodes { id } pageInfo { hasNextPage } } libMember(by: {number: 1}) { id } node(id: "x") { id } dataset { name seed counts { count } contents { seed } } datasets { name } }',
    );
    expect(data).toEqual({
      libBooks: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } },
      libMember: null,
      node: null,
      dataset: { name: 'default', seed: null, counts: [], contents: [] },
      datasets: [{ name: 'default' }],
    });
  });

  test('makes exactly what the plan said', async () => {
    type Planned = {
      libraryPlan: { rows: number; seed: number; preset: string; stages: { entity: string; rows: number; exact: boolean }[] };
    };
    const { libraryPlan: plan } = await library.data<Planned>(
      '{ libraryPlan(preset: SMALL, seed: "7", overrides: {volumes: {books: 2}}) { preset seed rows stages { entity rows exact } } }',
    );
    const { seedLibrary: id } = await library.data<{ seedLibrary: string }>(
      'mutation { seedLibrary(seed: 7, overrides: {volumes: {books: 2}}) }',
    );
    const { dataset, job } = await library.data<{ dataset: { seed: number; preset: string; counts: Count[] }; job: unknown }>(
      `{ dataset { seed preset counts { entity count } } job(id: "${id}") { status planned inserted dataset seed steps { entity inserted } error { code } } }`,
    );
    expect(plan).toMatchObject({ preset: 'SMALL', seed: 7 });
    expect(dataset).toMatchObject({ seed: 7, preset: 'SMALL' });
    const made = new Map(dataset.counts.map(({ entity, count }) => [entity, count]));
    for (const { entity, rows, exact } of plan.stages)
      expect({ entity, rows, exact }).toEqual({ entity, rows: made.get(entity), exact: true });
    expect(job).toMatchObject({
      status: 'COMPLETED',
      planned: plan.rows,
      inserted: plan.rows,
      dataset: 'default',
      seed: 7,
      error: null,
    });
    expect(job).toMatchObject({ steps: plan.stages.map(({ entity, rows }) => ({ entity, inserted: rows })) });
  });

  test('again leaves the same digest; 42 and "42" are equal', async () => {
    await library.data('mutation { seedLibrary(seed: 42) }');
    const once = await library.data(counts);
    await library.data('mutation { seedLibrary(seed: "42") }');
    expect(await library.data(counts)).toEqual(once);
  });

  test('null overrides change nothing', async () => {
    await library.data('mutation { seedLibrary }');
    const plain = await library.data(counts);
    await library.data('mutation { seedLibrary(overrides: {volumes: {books: null}, opensOn: null}) }');
    expect(await library.data(counts)).toMatchObject(plain);
  });

  test('later fields of a mutation see what earlier ones made', async () => {
    const data = await library.data<{ generateLibBooks: { books: { shelf: { label: string } }[] } }>(
      'mutation { seedLibrary generateLibBooks(input: {}) { books { shelf { label } } } dropDataset(name: "default") }',
    );
    expect(data.generateLibBooks.books[0]?.shelf.label).toMatch(/^Shelf /);
    expect(data).toMatchObject({ dropDataset: true });
  });

  test('an idempotency key gives the same job, and refuses another input', async () => {
    const start = (seed: number) =>
      library.ask<{ startSeedLibrary: { id: string } }>(
        `mutation { startSeedLibrary(seed: ${seed}, idempotencyKey: "k") { id } }`,
      );
    const { data } = await start(1);
    await library.gateway.jobs.wait(data.startSeedLibrary.id);
    expect(await start(1)).toEqual({ data });
    expect((await start(2)).errors?.[0]?.extensions).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
      argument: ['idempotencyKey'],
    });
  });
});

describe('datasets', () => {
  test('are named by the argument, else by the header', async () => {
    await library.ask('mutation { seedLibrary(seed: 1) }', {}, inDataset('a'));
    await library.ask('mutation { seedLibrary(seed: 2, dataset: "b") }', {}, inDataset('a'));
    const { data } = await library.ask(
      '{ datasets { name seed } dataset { name seed } other: dataset(name: "b") { seed } }',
      {},
      inDataset('a'),
    );
    expect(data).toEqual({
      datasets: [
        { name: 'a', seed: 1 },
        { name: 'b', seed: 2 },
        { name: 'default', seed: null },
      ],
      dataset: { name: 'a', seed: 1 },
      other: { seed: 2 },
    });
  });

  test('do not see each other', async () => {
    const first = '{ libBooks(first: 1) { nodes { id } } }';
    await library.ask('mutation { seedLibrary(seed: 1) }', {}, inDataset('a'));
    await library.ask('mutation { seedLibrary(seed: 2) }', {}, inDataset('b'));
    const { data } = await library.ask<{ libBooks: { nodes: { id: string }[] } }>(first, {}, inDataset('a'));
    const id = data.libBooks.nodes[0]?.id;
    const look = `{ node(id: "${id}") { id } libBook(by: {id: "${id}"}) { id } }`;
    expect((await library.ask(look, {}, inDataset('a'))).data).toEqual({ node: { id }, libBook: { id } });
    expect((await library.ask(look, {}, inDataset('b'))).data).toEqual({ node: null, libBook: null });
  });

  test('a payload is read from its own dataset', async () => {
    await library.ask('mutation { seedLibrary(seed: 1, dataset: "a") }');
    const { data } = await library.ask<{ generateLibBooks: { books: { shelf: { books: { totalCount: number } } }[] } }>(
      'mutation { generateLibBooks(input: {dataset: "a"}) { books { shelf { label books { totalCount } } } } }',
      {},
      inDataset('b'),
    );
    expect(data.generateLibBooks.books[0]?.shelf.books.totalCount).toBe(9);
  });

  test('can be dropped', async () => {
    await library.data('mutation { seedLibrary(dataset: "a") }');
    expect(await library.data('mutation { dropDataset(name: "a") }')).toEqual({ dropDataset: true });
    expect(await library.data('mutation { dropDataset(name: "a") }')).toEqual({ dropDataset: false });
    const { errors } = await library.ask('{ libBooks { totalCount } }', {}, inDataset('a'));
    expect(errors?.[0]?.extensions.code).toBe('DATASET_NOT_FOUND');
  });
});

describe('generating', () => {
  test('fixes what is given and makes up the rest', async () => {
    await library.data('mutation { seedLibrary }');
    const { libShelves } = await library.data<{ libShelves: { nodes: { id: string }[] } }>('{ libShelves { nodes { id } } }');
    const shelfId = libShelves.nodes[1]?.id;
    const { generateLibBooks } = await library.data<{ generateLibBooks: { books: Record<string, unknown>[] } }>(
      `mutation ($input: GenerateLibBooksInput!) { generateLibBooks(input: $input) { books {
        id shelfId genre price lendable signed tags chapters details subtitle publishedOn title shelf { id } } } }`,
      {
        input: {
          count: 3,
          with: {
            shelfId,
            genre: 'POETRY',
            price: 12.5,
            lendable: false,
            signed: true,
            tags: ['new', 'arrival'],
            chapters: [1, 2],
            details: { a: [1, null] },
            subtitle: null,
            publishedOn: '2020-02-29',
          },
        },
      },
    );
    expect(generateLibBooks.books).toHaveLength(3);
    for (const book of generateLibBooks.books) {
      expect(book).toMatchObject({ shelfId, genre: 'POETRY', price: '12.50', lendable: false, signed: true, subtitle: null });
      expect(book).toMatchObject({
        tags: ['new', 'arrival'],
        chapters: [1, 2],
        details: { a: [1, null] },
        publishedOn: '2020-02-29',
      });
      expect(book.title).toMatch(/ of /);
    }
    const { libBooks } = await library.data<{ libBooks: { totalCount: number } }>('{ libBooks { totalCount } }');
    expect(libBooks.totalCount).toBe(27);
  });

  test('works for every entity', async () => {
    await library.data('mutation { seedLibrary }');
    for (const { definition } of libraryModel.entities) {
      const name = definition.name === 'Library' ? 'Libraries' : definition.name === 'Shelf' ? 'Shelves' : `${definition.name}s`;
      const list = name.charAt(0).toLowerCase() + name.slice(1);
      const seen = await library.ask<Record<string, Record<string, unknown[]>>>(
        `mutation { made: generateLib${name}(input: {count: 2}) { ${list} { id } } }`,
      );
      // A record exists for exactly the members there are: members bring theirs along.
      if (definition.name === 'MemberRecord') expect(seen.data.made?.[list] ?? seen.errors).toHaveLength(seen.errors ? 1 : 2);
      else expect(seen).toMatchObject({ data: { made: { [list]: [{}, {}] } } });
    }
  });
});
