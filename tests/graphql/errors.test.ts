import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { type Harness, harness } from './harness.ts';
import { listErrors } from './list-errors.ts';
import { readingErrors } from './reading-errors.ts';
import { writingErrors } from './writing-errors.ts';

let library: Harness;

beforeAll(async () => {
  // The limits have tests of their own; here a filter is to be refused for what it is.
  library = await harness(libraryModel, { limits: { inputDepth: Number.POSITIVE_INFINITY } });
  await library.data('mutation { seedLibrary }');
});

afterAll(() => library.gateway.dispose());

test.each([...writingErrors, ...readingErrors, ...listErrors])(
  '%s',
  async (_name, { query, variables, headers, code, argument, says }) => {
    const before = await library.data('{ dataset { digest } datasets { name } jobs { totalCount } }');
    const { errors } = await library.ask(query, variables, headers);
    const [error] = errors ?? [];
    expect(error?.extensions).toMatchObject({ code, ...(argument && { argument }) });
    for (const part of says) expect(error?.message).toContain(part);
    expect(await library.data('{ dataset { digest } datasets { name } jobs { totalCount } }')).toEqual(before);
  },
);

describe('an error of execution says where it happened', () => {
  test('with path and location', async () => {
    const { errors } = await library.ask('{ libShelves { nodes { books(first: -1) { totalCount } } } }');
    expect(errors?.[0]).toMatchObject({ path: ['libShelves', 'nodes', 0, 'books'], locations: [{ line: 1 }] });
  });
});

test('what nobody foresaw is masked and logged', async () => {
  const seen: unknown[] = [];
  const ignore = () => undefined;
  const broken = await harness(libraryModel, {
    log: { error: (fields) => seen.push(...Object.values(fields)), warn: ignore, info: ignore, debug: ignore },
    wrapStore: (store) => ({ ...store, datasets: () => Promise.reject(new Error('disk /secret/path is gone')) }),
  });
  const { errors } = await broken.ask('{ datasets { name } }');
  expect(errors?.[0]).toMatchObject({
    message: 'Unexpected error.',
    path: ['datasets'],
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
  expect(JSON.stringify(errors)).not.toContain('secret');
  expect(String(seen)).toContain('secret');
  await broken.gateway.dispose();
});
