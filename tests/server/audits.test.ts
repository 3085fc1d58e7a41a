import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { type Served, serve } from './served.ts';

let served: Served;

beforeAll(async () => {
  served = await serve(libraryModel);
});

afterAll(() => served.gateway.dispose());

/** https://github.com/graphql/graphql-over-http, as graphql-http's audits read it. */
const audits = serverAudits({ url: () => served.url, fetchFn: fetch });

test('there are audits', () => {
  expect(audits.length).toBeGreaterThan(60);
});

test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
  const result = await audit.fn();
  // A failure names the reason; the response itself is of no use in a report.
  expect({ status: result.status, reason: 'reason' in result ? result.reason : undefined }).toEqual({ status: 'ok' });
});
