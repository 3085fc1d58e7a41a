import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  DatasetDocument,
  GenerateStudentsDocument,
  NodesDocument,
  SeedSchoolDocument,
  StudentsPageDocument,
} from '../../operations/school/generated/graphql.ts';
import { modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { Client } from '../server/client.ts';
import { collect, type Served, serve } from '../server/served.ts';

/** Many test files at once against one server, each in a dataset of its own. */

let served: Served;

beforeAll(async () => {
  served = await serve(modelOf(school));
});

afterAll(() => served.gateway.dispose());

/** Asks in one dataset, whichever way. */
interface Asker {
  data<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data>;
}

/** The header names the dataset. */
const overHttp = (dataset: string): Asker => new Client(served.url, dataset);

/** The connection parameter does. */
function overSocket(dataset: string): Asker {
  const client = createClient({ url: served.socketUrl, connectionParams: { dataset }, lazyCloseTimeout: 1_000 });
  return {
    async data<Data>(document: TypedDocumentNode<Data>, variables: Record<string, unknown>): Promise<Data> {
      const [result] = await collect(client.iterate<Data>({ query: print(document), variables }));
      if (!result?.data) throw new Error(JSON.stringify(result?.errors));
      return result.data;
    },
  };
}

async function studentsOf(asker: Asker): Promise<string[]> {
  const { students } = await asker.data(StudentsPageDocument, { first: 100 });
  expect(students.edges).toHaveLength(students.totalCount);
  return students.edges.map(({ node }) => node.id);
}

async function digestOf(asker: Asker): Promise<string> {
  const { dataset } = await asker.data(DatasetDocument, {});
  return dataset?.digest ?? '';
}

/** What a test file does: seeds its dataset, reads it again and again, adds to it. */
async function testFile({ seed, asker }: { seed: number; asker: Asker }) {
  await asker.data(SeedSchoolDocument, { preset: 'SMALL', seed });
  const digest = await digestOf(asker);
  const students = await studentsOf(asker);
  for (let round = 0; round < 5; round++) expect(await studentsOf(asker)).toEqual(students);
  const added = 1 + (seed % 3);
  await asker.data(GenerateStudentsDocument, { input: { count: added } });
  const grown = await studentsOf(asker);
  expect(grown).toHaveLength(students.length + added);
  expect(grown).toEqual(expect.arrayContaining(students));
  return { seed, digest, students: grown };
}

test('20 datasets seeded, read and added to in parallel are as those of the same seeds alone, and see nothing of each other', async () => {
  const files = Array.from({ length: 20 }, (_, index) => {
    const dataset = `file-${index}`;
    return { seed: index, asker: index % 2 === 0 ? overHttp(dataset) : overSocket(dataset) };
  });
  const results = await Promise.all(files.map(testFile));

  const alone = overHttp('alone');
  for (const { seed, digest } of results) {
    await alone.data(SeedSchoolDocument, { preset: 'SMALL', seed });
    expect([seed, await digestOf(alone)]).toEqual([seed, digest]);
  }

  const all = results.flatMap(({ students }) => students);
  expect(new Set(all).size).toBe(all.length);
  await Promise.all(
    files.map(async ({ asker }, index) => {
      const { nodes } = await asker.data(NodesDocument, { ids: all });
      const found = nodes.flatMap((node) => (node ? [node.id] : []));
      expect(found).toEqual(results[index]?.students);
    }),
  );
});
