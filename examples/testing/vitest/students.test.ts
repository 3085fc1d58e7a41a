import { createTestGateway } from 'seedgraph/testing';
import { afterAll, afterEach, expect, test } from 'vitest';

const gateway = await createTestGateway({ preset: 'SMALL', seed: 7 });
afterEach(() => gateway.reset());
afterAll(() => gateway.dispose());

test('a new student is in the list', async () => {
  await gateway.execute('mutation { generateStudents(input: { count: 1 }) { students { id } } }');
  const { data } = await gateway.execute('{ students { totalCount } }');
  expect(data).toEqual({ students: { totalCount: 11 } });
});

test('and does not disturb the next test', async () => {
  const { data } = await gateway.execute('{ students { totalCount } }');
  expect(data).toEqual({ students: { totalCount: 10 } });
});
