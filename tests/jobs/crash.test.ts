import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { libraryModel } from '../fixtures/library.ts';
import { openWorkshop, temporaryFolder } from '../support/gateway-parts.ts';

const domain = libraryModel;
const overrides = { volumes: { members: 3_000, loans: 12 } };

/** Seeds in a process of its own and kills it, as `kill -9` does, once it has written so many rows. */
async function killAfter(url: string, rows: number): Promise<string> {
  const script = join(import.meta.dirname, '../support/seed-in-child.ts');
  const child = spawn(process.execPath, [script, domain.name, url, JSON.stringify({ overrides })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let id = '';
  for await (const line of createInterface({ input: child.stdout })) {
    if (id === '') id = line;
    else if (line.startsWith('digest') || Number(line) >= rows) break;
  }
  child.kill('SIGKILL');
  await exited;
  return id;
}

test.each([1, 5_000, 20_000, 36_000])(
  'a seeding killed after %d rows is INTERRUPTED, and resumed it ends with the same digest',
  async (rows) => {
    const url = `file:${temporaryFolder()}`;
    const id = await killAfter(url, rows);
    const { jobs } = await openWorkshop([domain], url);
    expect(await jobs.get(id)).toMatchObject({ status: 'INTERRUPTED' });
    expect(await jobs.summary('default', domain)).toBeUndefined();

    const resumed = await jobs.wait((await jobs.resume(id)).id);
    const straight = await jobs.wait((await jobs.seed({ domain, dataset: 'straight', overrides })).id);
    expect(resumed).toMatchObject({ status: 'COMPLETED', digest: straight.digest, inserted: straight.inserted });
  },
);

test('a lease dies with its process: the dataset can be seeded anew at once', async () => {
  const url = `file:${temporaryFolder()}`;
  await killAfter(url, 5_000);
  const { jobs } = await openWorkshop([domain], url);
  expect((await jobs.wait((await jobs.seed({ domain, dataset: 'default' })).id)).status).toBe('COMPLETED');
});
