import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { type Served, serve } from './served.ts';

let served: Served;

beforeAll(async () => {
  served = await serve(libraryModel);
});

afterAll(() => served.gateway.dispose());

const json = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = json) =>
  fetch(served.url, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('HTTP', () => {
  test('GET /health is 200', async () => {
    expect((await fetch(`${served.origin}/health`)).status).toBe(200);
  });

  test('what is not served is 404', async () => {
    expect((await fetch(`${served.origin}/elsewhere`)).status).toBe(404);
  });

  test('answers a query by POST and by GET', async () => {
    const query = '{ libBooks { totalCount } }';
    const expected = { data: { libBooks: { totalCount: 0 } } };
    expect(await (await post({ query })).json()).toEqual(expected);
    expect(await (await fetch(`${served.url}?query=${encodeURIComponent(query)}`)).json()).toEqual(expected);
  });

  test('never changes anything by GET', async () => {
    const response = await fetch(`${served.url}?query=${encodeURIComponent('mutation { seedLibrary }')}`);
    expect(response.status).toBe(405);
    expect((await served.gateway.jobs.list({ limit: 1 })).total).toBe(0);
  });

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'query=mutation%20%7B%20seedLibrary%20%7D'],
    [
      'multipart',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"mutation { seedLibrary }"}\r\n--x--',
    ],
    ['plain text', 'text/plain', '{"query":"mutation { seedLibrary }"}'],
    ['JSON in disguise', 'text/plain;application/json', '{"query":"mutation { seedLibrary }"}'],
  ])('refuses POST as %s', async (_name, type, body) => {
    const response = await post(body, { 'content-type': type });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }] });
    expect((await served.gateway.jobs.list({ limit: 1 })).total).toBe(0);
  });

  test('takes content types with parameters', async () => {
    const response = await post({ query: '{ __typename }' }, { 'content-type': 'application/json; charset=utf-8' });
    expect(response.status).toBe(200);
  });

  test('lets no other origin read', async () => {
    const response = await post({ query: '{ __typename }' }, { ...json, origin: 'https://elsewhere.example' });
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    const preflight = await fetch(served.url, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    });
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('GraphiQL', () => {
  test('is on the endpoint for browsers, with first steps, and needs nothing from elsewhere', async () => {
    const response = await fetch(served.url, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(response.headers.get('content-type')).toContain('text/html');
    const page = await response.text();
    expect(page).toContain('seedSchool(preset: SMALL');
    expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)=["']?(https?:)?\/\//);
  });
});
