import { expect, onTestFinished } from 'vitest';
import { DatasetDocument, GenerateStudentsDocument, StudentsDocument } from '../../operations/school/generated/graphql.ts';
import { createTestGateway, type TestGateway, type TestGatewayOptions } from '../../src/testing/index.ts';

/** A gateway that is disposed of when the test ends. */
export async function testGateway(options?: TestGatewayOptions): Promise<TestGateway> {
  const gateway = await createTestGateway(options);
  onTestFinished(() => gateway.dispose());
  return gateway;
}

export async function digestOf(gateway: TestGateway): Promise<string | null | undefined> {
  const { data } = await gateway.execute(DatasetDocument);
  return data?.dataset?.digest;
}

export async function studentsIn(gateway: TestGateway): Promise<number | undefined> {
  const { data } = await gateway.execute(StudentsDocument);
  return data?.students.totalCount;
}

export async function addStudents(gateway: TestGateway, count: number): Promise<void> {
  const { errors } = await gateway.execute(GenerateStudentsDocument, { input: { count } });
  expect(errors).toBeUndefined();
}
