import { defaultFieldResolver, type GraphQLSchema, graphql, isObjectType } from 'graphql';
import { beforeEach, describe, expect, test } from 'vitest';
import { createSchema, Session } from '../../src/graphql/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { openWorkshop } from '../support/gateway-parts.ts';
import { countingStore, noCalls } from './counting-store.ts';

const calls = noCalls();
const signals: unknown[] = [];
let schema: GraphQLSchema;
let run: (source: string, signal?: AbortSignal) => Promise<unknown>;

beforeEach(async () => {
  ({ schema } = createSchema([libraryModel]));
  const { store, jobs } = await openWorkshop([libraryModel]);
  await jobs.wait((await jobs.seed({ domain: libraryModel, dataset: 'default' })).id);
  const engine = { domains: [libraryModel], store: countingStore(store, calls, ({ signal }) => signals.push(signal)), jobs };
  run = async (source, signal) => {
    const { data, errors } = await graphql({ schema, source, contextValue: { session: new Session(engine, undefined, signal) } });
    if (errors) throw errors[0]?.originalError ?? errors[0];
    return data;
  };
  Object.assign(calls, noCalls());
  signals.length = 0;
});

/** Calls `note` with the object behind each object of a type that a query shows, whenever the field is resolved. */
function onResolve(typeName: string, fieldName: string, note: (parent: unknown) => void): void {
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  const { resolve = defaultFieldResolver } = field ?? {};
  if (!field) throw new TypeError(`There is no ${typeName}.${fieldName} to watch.`);
  field.resolve = (parent, ...rest) => {
    note(parent);
    return resolve(parent, ...rest);
  };
}

test('rows that many others lead to are one object, and so is each row of their lists', async () => {
  const [libraries, shelves] = [new Set<unknown>(), new Set<unknown>()];
  let shown = 0;
  onResolve('LibLibrary', 'name', (parent) => libraries.add(parent));
  onResolve('LibShelf', 'label', (parent) => {
    shown++;
    shelves.add(parent);
  });
  await run('{ libMembers { nodes { library { name shelves { nodes { label } edges { node { label } } } } } } }');
  expect(shown).toBe(12 * 3 * 2);
  expect(libraries.size).toBe(1);
  expect(shelves.size).toBe(3);
});

describe('a session whose signal is aborted', () => {
  const reason = new Error('nobody waits any more');

  test.each([
    '{ libBooks { nodes { id } } }',
    '{ libBooks { totalCount } }',
    '{ libBooksAggregate { count } }',
    '{ libMember(by: {number: 1}) { id } }',
    '{ libMember(by: {id: "x"}) { id } }',
    '{ node(id: "x") { id } }',
    '{ sampleLibBooks(count: 1) { id } }',
  ])('begins no read: %s', async (query) => {
    await expect(run(query, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(calls).toEqual(noCalls());
    await run(query, new AbortController().signal);
  });

  test.each([
    ['shelf { label }'],
    ['loans { nodes { id } }'],
    ['loans { totalCount }'],
    ['loansAggregate { count }'],
    ['members { totalCount }'],
  ])('goes no level further: %s', async (nested) => {
    const controller = new AbortController();
    onResolve('LibBook', 'title', () => controller.abort(reason));
    await expect(run(`{ libBooks { nodes { title ${nested} } } }`, controller.signal)).rejects.toBe(reason);
    expect(calls).toEqual({ ...noCalls(), find: 1 });
  });

  test('hands its signal to every read', async () => {
    const { signal } = new AbortController();
    await run('{ libShelves { totalCount nodes { books { totalCount nodes { id } } booksAggregate { count } } } }', signal);
    expect(signals).toEqual(Array.from({ length: 5 }, () => signal));
  });
});
