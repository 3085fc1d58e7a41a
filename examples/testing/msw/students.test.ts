import { http } from 'msw';
import { setupServer } from 'msw/node';
import { createTestGateway } from 'seedgraph/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const gateway = await createTestGateway({ preset: 'SMALL', seed: 7 });
const server = setupServer(http.all('*/graphql', ({ request }) => gateway.fetch(request)));
beforeAll(() => server.listen());
afterEach(() => gateway.reset());
afterAll(async () => {
  server.close();
  await gateway.dispose();
});

test('the application talks to its API and gets what was seeded', async () => {
  const response = await fetch('https://api.example.com/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ students(filter: { gradeLevel: { eq: 3 } }) { totalCount } }' }),
  });
  expect(await response.json()).toEqual({ data: { students: { totalCount: 10 } } });
});
