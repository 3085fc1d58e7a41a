import { createTestGateway } from 'seedgraph/testing';
import { afterAll, expect, test } from 'vitest';
import { LockersDocument } from './generated/graphql.ts';

// Knows the domains of seedgraph.config.ts, since it is in this folder.
const gateway = await createTestGateway({ preset: 'SMALL', overrides: { buses: { lines: 2 } } });
afterAll(() => gateway.dispose());

test('there are lockers, the first ones with a student', async () => {
  const { data, errors } = await gateway.execute(LockersDocument, {});
  expect(errors).toBeUndefined();
  expect(data?.lockers.totalCount).toBe(12);
  expect(data?.lockers.nodes.map(({ student }) => student !== null)).toEqual([...Array(10).fill(true), false, false]);
  for (const { number, size, label } of data?.lockers.nodes ?? []) expect(label).toBe(`${size === 'LARGE' ? 'L' : 'S'}${number}`);
});

test('only those who come by bus have one', async () => {
  const query = '{ students { nodes { transport busNumber } } }';
  const { data } = await gateway.execute<{ students: { nodes: { transport: string; busNumber: number | null }[] } }>(query);
  const students = data?.students.nodes ?? [];
  expect(students.some(({ busNumber }) => busNumber !== null)).toBe(true);
  for (const { transport, busNumber } of students) expect(busNumber === null).toBe(transport !== 'SCHOOL_BUS');
});

test('the same for a value that is fixed', async () => {
  const added = 'mutation { generateStudents(input: { count: 3, with: { transport: SCHOOL_BUS } }) { students { busNumber } } }';
  const { data } = await gateway.execute<{ generateStudents: { students: { busNumber: number }[] } }>(added);
  for (const { busNumber } of data?.generateStudents.students ?? []) expect([1, 2]).toContain(busNumber);
});
