import { once } from 'node:events';
import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { temporaryFolder } from '../support/gateway-parts.ts';
import { ask as send, start } from './main-process.ts';

async function ask<Data>(url: string, query: string): Promise<Data> {
  const { data, errors } = (await send(url, query)) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

interface Moment {
  readonly seq: number;
  readonly job: { readonly status: string; readonly inserted: number; readonly planned: number; readonly digest: string | null };
}

/** Follows a job until `enough` is told, the job ends, or the server goes away; gives what was told. */
async function follow(url: string, id: string, afterSeq: number | null, enough: (moment: Moment) => boolean): Promise<Moment[]> {
  const client = createClient({ url: url.replace('http:', 'ws:'), webSocketImpl: WebSocket, retryAttempts: 0 });
  const query = `subscription Progress($id: ID!, $afterSeq: Int) {
    jobProgress(id: $id, afterSeq: $afterSeq) { seq job { status inserted planned digest } }
  }`;
  const told: Moment[] = [];
  for await (const { data } of client.iterate<{ jobProgress: Moment }>({ query, variables: { id, afterSeq } })) {
    if (!data) break;
    told.push(data.jobProgress);
    if (enough(data.jobProgress)) break;
  }
  await client.dispose();
  return told;
}

const overrides = '{ volumes: { schools: 4 } }';

test.each([0.05, 0.4, 0.9])(
  'a gateway killed with %d of the rows made shows the job as INTERRUPTED, and resumes it to the same digest',
  async (share) => {
    const cwd = temporaryFolder();
    const { url: first, child } = await start({ cwd });
    const { startSeedSchool } = await ask<{ startSeedSchool: { id: string } }>(
      first,
      `mutation { startSeedSchool(preset: MEDIUM, overrides: ${overrides}) { id } }`,
    );
    const { id } = startSeedSchool;
    const before = await follow(first, id, null, ({ job }) => job.inserted >= job.planned * share);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    expect(await gone).toEqual([null, 'SIGKILL']);

    const { url: second } = await start({ cwd });
    const { job, students } = await ask<{ job: { status: string }; students: { totalCount: number } }>(
      second,
      `{ job(id: "${id}") { status } students { totalCount } }`,
    );
    // The last of the moments may have been the end, on a machine that is fast.
    const ended = before.at(-1)?.job.status === 'COMPLETED';
    expect({ status: job.status, students: students.totalCount }).toEqual(
      ended ? { status: 'COMPLETED', students: 200 } : { status: 'INTERRUPTED', students: 0 },
    );
    // The client saw moments that were never saved, and must be told of what came later all the same.
    const seen = before.at(-1)?.seq ?? null;
    const interrupted = await follow(second, id, seen, () => false);
    if (!ended) expect(interrupted).toMatchObject([{ job: { status: 'INTERRUPTED' } }]);
    if (!ended) await ask(second, `mutation { resumeJob(id: "${id}") { id } }`);
    const after = await follow(second, id, interrupted.at(-1)?.seq ?? seen, () => false);
    if (!ended) expect(after.at(-1)).toMatchObject({ job: { status: 'COMPLETED' } });

    await ask(second, `mutation { seedSchool(preset: MEDIUM, dataset: "straight", overrides: ${overrides}) }`);
    const digests = await ask<Record<string, { digest: string }>>(
      second,
      '{ resumed: dataset(name: "default") { digest } straight: dataset(name: "straight") { digest } }',
    );
    expect(digests.resumed).toEqual(digests.straight);
    if (!ended) expect(after.at(-1)?.job.digest).toBe(digests.resumed?.digest);
  },
);
