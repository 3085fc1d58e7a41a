import { expect, onTestFinished, test } from 'vitest';
import type { GatewayOptions } from '../../src/server/gateway.ts';
import { collect, serve } from '../server/served.ts';
import { expectWhole } from './content.ts';
import { GreenSchool } from './green-school.ts';
import { domain } from './pushing.ts';

/** A gateway with SMALL, and how to ask it. */
async function gatewayWith(options: Partial<GatewayOptions>) {
  const { gateway, url } = await serve(domain, options);
  onTestFinished(() => gateway.dispose());
  await gateway.jobs.wait((await gateway.jobs.seed({ domain, dataset: 'default', preset: 'SMALL' })).id);
  const ask = async (query: string, token?: string) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as {
      data?: Record<string, { id: string }>;
      errors?: { message: string; extensions: object }[];
    };
  };
  return { gateway, ask };
}

const pushTo = (url: string, more = '') =>
  `mutation { pushDataset(input: { baseUrl: "${url}" ${more} }) { id kind status planned } }`;

test('a push is a job: it begins, is followed, and ends with a report', async () => {
  const api = new GreenSchool({ unique: false });
  const target = await api.listen();
  const { gateway, ask } = await gatewayWith({ pushTargets: [`${target}/`] });
  const { data } = await ask(pushTo(target));
  expect(data?.pushDataset).toMatchObject({ kind: 'PUSH', planned: 786 });
  const id = data?.pushDataset?.id ?? '';
  const events = await collect(gateway.jobs.progress(id));
  expect(events.at(-1)?.job.status).toBe('COMPLETED');
  const { data: told } = await ask(`{ job(id: "${id}") { status inserted digest report steps { entity inserted status } } }`);
  expect(told?.job).toMatchObject({ status: 'COMPLETED', inserted: 786, report: { target, missing: [] } });
  const source = await gateway.store.open('default', domain);
  if (source) await expectWhole(api, source);
});

test('a server pushes only where its operator lets it', async () => {
  const api = new GreenSchool();
  const target = await api.listen();
  for (const pushTargets of [[], ['http://127.0.0.1:9'], [`${target}/api`]]) {
    const { ask } = await gatewayWith({ pushTargets });
    const { errors } = await ask(pushTo(target));
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'PUSH_NOT_ALLOWED', argument: ['input', 'baseUrl'] });
    expect(errors?.[0]?.message).toContain(`--allow-push ${target}`);
  }
  expect(api.requests).toEqual([]);
});

test('a push needs the role admin', async () => {
  const api = new GreenSchool();
  const target = await api.listen();
  const tokens = [
    { role: 'write', token: 'writer' },
    { role: 'admin', token: 'boss' },
  ] as const;
  const { ask } = await gatewayWith({ pushTargets: [target], tokens });
  expect((await ask(pushTo(target), 'writer')).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  expect((await ask(pushTo(target, 'features: ["rooms"]'), 'boss')).data?.pushDataset).toMatchObject({ planned: 16 });
});

test.each([
  ['an unknown domain', 'domain: "circus"', 'PUSH_UNSUPPORTED', ['input', 'domain']],
  ['an unknown feature', 'features: ["wings"]', 'UNKNOWN_FEATURE', ['input', 'features']],
  ['an unknown dataset', 'dataset: "nowhere"', 'DATASET_NOT_FOUND', ['input', 'dataset']],
])('%s', async (_, more, code, argument) => {
  const { ask } = await gatewayWith({ pushTargets: ['http://127.0.0.1:9'] });
  expect((await ask(pushTo('http://127.0.0.1:9', more))).errors?.[0]?.extensions).toMatchObject({ code, argument });
});
