import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createTestGateway } from 'seedgraph/testing';

let gateway;
beforeAll(async () => {
  gateway = await createTestGateway({ preset: 'SMALL', seed: 7 });
});
afterEach(() => gateway.reset());
afterAll(() => gateway.dispose());

test('a student is found by the number on the card', async () => {
  const { data } = await gateway.execute('query ($by: StudentBy!) { student(by: $by) { gradeLevel } }', {
    by: { studentId: 'STU01000' },
  });
  expect(data).toEqual({ student: { gradeLevel: 3 } });
});
