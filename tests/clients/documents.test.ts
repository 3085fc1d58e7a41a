import type { TypedDocumentNode, VariablesOf } from '@graphql-typed-document-node/core';
import { getOperationAST, OperationTypeNode } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as generated from '../../operations/school/generated/graphql.ts';
import { Client } from '../server/client.ts';
import { collect, type Served } from '../server/served.ts';
import { serveSchool } from './serve-school.ts';

/** The committed documents: each is sent to a school as codegen wrote it, and answered in full. */

let served: Served;
let client: Client;

beforeAll(async () => {
  served = await serveSchool();
  client = new Client(served.url);
});

afterAll(() => served.gateway.dispose());

type Exports = typeof generated;
type DocumentName = Extract<keyof Exports, `${string}Document`>;
/** Any of them: which variables belong to which is checked where they are listed. */
type AnyDocument = TypedDocumentNode<Record<string, unknown>, Record<string, unknown>>;

/** What the variables of a document are; those of a document that is not here have defaults. */
type Variables = { readonly [Name in DocumentName]?: () => VariablesOf<Exports[Name]> | Promise<VariablesOf<Exports[Name]>> };

const variables: Variables = {
  CancelJobDocument: async () => ({ id: await start('canceled') }),
  DeleteStudentsDocument: () => ({ filter: { studentId: { eq: 'STU01009' } }, dryRun: true }),
  DropDatasetDocument: async () => {
    await client.data(generated.SeedSchoolDocument, { preset: 'SMALL', dataset: 'dropped' });
    return { name: 'dropped' };
  },
  GenerateStudentsDocument: () => ({ input: { count: 2, dataset: 'generated' } }),
  JobDocument: async () => ({ id: await start('asked-for') }),
  JobProgressDocument: async () => ({ id: await start('followed') }),
  NodeDocument: async () => ({ id: await aStudent() }),
  NodesDocument: async () => ({ ids: [await aStudent()] }),
  ResumeJobDocument: async () => {
    const id = await start('resumed');
    await served.gateway.jobs.cancel(id);
    await served.gateway.jobs.wait(id);
    return { id };
  },
  SampleStudentsDocument: () => ({ count: 2 }),
  SchoolPlanDocument: () => ({ preset: 'LARGE' }),
  SeedSchoolDocument: () => ({ preset: 'SMALL', dataset: 'seeded' }),
  StartSeedSchoolDocument: () => ({ preset: 'SMALL', dataset: 'started' }),
  StudentDocument: () => ({ by: { studentId: 'STU01000' } }),
  StudentsByNameDocument: () => ({ name: 'a' }),
  UpdateStudentDocument: async () => ({ id: await aStudent(), set: { gradeLevel: 4 } }),
};

/** A seeding that is under way. */
async function start(dataset: string): Promise<string> {
  const { startSeedSchool } = await client.data(generated.StartSeedSchoolDocument, { preset: 'LARGE', dataset });
  return startSeedSchool.id;
}

async function aStudent(): Promise<string> {
  const { students } = await client.data(generated.StudentsDocument, { first: 1 });
  return students.nodes[0]?.id ?? '';
}

const isDocument = (entry: [string, unknown]): entry is [DocumentName, AnyDocument] => entry[0].endsWith('Document');

test.each(Object.entries<unknown>(generated).filter(isDocument))('%s', async (name, document) => {
  const given = (await variables[name]?.()) ?? {};
  const isSubscription = getOperationAST(document)?.operation === OperationTypeNode.SUBSCRIPTION;
  const answers = isSubscription ? await collect(client.socket(document, given)) : [await client.ask(document, given)];
  expect(answers.length).toBeGreaterThan(0);
  for (const { data, errors } of answers) {
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).not.toContain(null);
  }
});
