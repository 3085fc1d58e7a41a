import { createTestGateway } from 'seedgraph/testing';
import { afterAll, expect, test } from 'vitest';

const gateway = await createTestGateway({ domain: 'library', preset: 'SMALL' });
afterAll(() => gateway.dispose());

test('a book is found by its shelfmark, with its loans', async () => {
  const { data } = await gateway.execute(
    '{ libBook(by: { shelfmark: "B0-3" }) { title price loans { totalCount nodes { fee } } } }',
  );
  expect(data).toMatchObject({ libBook: { loans: { totalCount: 2 } } });
});
