import { graphql } from 'graphql';
import { afterEach, expect, test } from 'vitest';
import { createSchema, Session } from '../../src/graphql/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { openWorkshop } from '../support/gateway-parts.ts';
import { seededFile } from '../verify/spoiled-store.ts';
import { countingStore, noCalls } from './counting-store.ts';
import { type Harness, harness } from './harness.ts';

/** `dataset { integrity }`, as clients see it. */

interface Seen {
  readonly dataset: {
    readonly digest: string;
    readonly integrity: {
      readonly ok: boolean;
      readonly checkedRows: number;
      readonly digest: string;
      readonly checks: readonly { name: string; status: string; checked: number; wrong: number; examples: readonly unknown[] }[];
    } | null;
    readonly contents: readonly { readonly integrity: { readonly ok: boolean } }[];
  };
}

const query = `{ dataset { digest
  integrity { ok checkedRows digest checks { name description status checked wrong note examples { entity key field message } } }
  contents { integrity { ok } } } }`;

let served: Harness | undefined;

afterEach(() => served?.gateway.dispose());

test('an empty dataset has none; a seeded one is sound, and read again when rows are added', async () => {
  served = await harness(libraryModel);
  expect((await served.data<Seen>(query)).dataset.integrity).toBeNull();
  await served.data('mutation { seedLibrary }');
  const { dataset } = await served.data<Seen>(query);
  expect(dataset.integrity).toMatchObject({ ok: true, digest: dataset.digest });
  expect(dataset.contents).toEqual([{ integrity: { ok: true } }]);
  expect(dataset.integrity?.checks.map(({ status }) => status)).toEqual(Array(6).fill('OK'));
  await served.data('mutation { generateLibAuthors(input: { count: 2 }) { authors { id } } }');
  const after = (await served.data<Seen>(query)).dataset.integrity;
  expect(after?.ok).toBe(true);
  expect(after?.checkedRows).toBe((dataset.integrity?.checkedRows ?? 0) + 2);
});

test('what is wrong is told, with the row', async () => {
  const file = await seededFile('library');
  const key = file.read('SELECT id FROM books ORDER BY id LIMIT 1');
  file.run(`UPDATE books SET genre = 'recipe' WHERE id = '${key}'`);
  served = await harness(libraryModel, { store: file.url });
  const { integrity } = (await served.data<Seen>(query)).dataset;
  expect(integrity?.ok).toBe(false);
  expect(integrity?.checks.find(({ name }) => name === 'fields')).toMatchObject({
    status: 'WRONG',
    wrong: 1,
    examples: [{ entity: 'Book', key, field: 'genre', message: expect.stringContaining('novel, poetry, travel') }],
  });
});

test('it counts towards the cost of a query, so that nobody asks for very many at once', async () => {
  served = await harness(libraryModel);
  const many = Array.from({ length: 13 }, (_, number) => `a${number}: dataset { integrity { ok } }`).join(' ');
  const { errors } = await served.ask(`{ ${many} }`);
  expect(errors?.[0]?.extensions.code).toBe('QUERY_TOO_EXPENSIVE');
});

async function counted() {
  const { store, jobs } = await openWorkshop([libraryModel]);
  await jobs.wait((await jobs.seed({ domain: libraryModel, dataset: 'default' })).id);
  const calls = noCalls();
  const { schema } = createSchema([libraryModel]);
  const { open } = countingStore(store, calls);
  const watched = new Proxy(store, {
    get(target, name) {
      const value: unknown = name === 'open' ? open : Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const engine = { domains: [libraryModel], store: watched, jobs };
  const ask = async (signal?: AbortSignal) => {
    const contextValue = { session: new Session(engine, undefined, signal) };
    const { data, errors } = await graphql({ schema, source: '{ dataset { integrity { ok } } }', contextValue });
    if (errors) throw errors[0]?.originalError ?? errors[0];
    return JSON.stringify(data);
  };
  return { ask, calls };
}

const sound = '{"dataset":{"integrity":{"ok":true}}}';

test('many requests read once, and nothing more until rows change', async () => {
  const { ask, calls } = await counted();
  expect(await ask()).toBe(sound);
  const once = { ...calls };
  expect(once.find).toBeGreaterThan(libraryModel.entities.length - 1);
  expect(await Promise.all([ask(), ask()])).toEqual([sound, sound]);
  expect(calls).toEqual(once);
});

test('requests that come together share one reading', async () => {
  const alone = await counted();
  await alone.ask();
  const together = await counted();
  expect(await Promise.all([together.ask(), together.ask(), together.ask()])).toEqual([sound, sound, sound]);
  expect(together.calls).toEqual(alone.calls);
});

test('a request that is given up ends alone: the others get their answer', async () => {
  const { ask } = await counted();
  const controller = new AbortController();
  const [given, other] = [ask(controller.signal), ask()];
  controller.abort(new Error('Enough.'));
  await expect(given).rejects.toThrow('Enough.');
  expect(await other).toBe(sound);
  const late = new AbortController();
  const alone = ask(late.signal);
  late.abort(new Error('Too late.'));
  await expect(alone).rejects.toThrow('Too late.');
});
