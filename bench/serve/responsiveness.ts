import { setTimeout } from 'node:timers/promises';
import { byId, type Student } from './operations.ts';
import { ask } from './rows.ts';

/** How long by-id queries take at the 99th percentile, in milliseconds, while nothing else happens and while seeding. */
export interface Responsiveness {
  readonly idle: number;
  readonly seeding: number;
  readonly samples: number;
}

/** One query after the other, a few milliseconds apart, as a page that is being used sends them. */
export async function responsivenessOf(url: string, students: readonly Student[]): Promise<Responsiveness> {
  await latencies(url, students, async (count) => count < 500);
  const idle = await latencies(url, students, async (count) => count < 2_000);
  const { startSeedSchool } = await ask<{ startSeedSchool: { id: string } }>(
    url,
    'mutation { startSeedSchool(preset: LARGE, dataset: "beside", overrides: { volumes: { schools: 10 } }) { id } }',
  );
  const seeding = await latencies(url, students, async (count) => count % 50 !== 0 || (await isRunning(url, startSeedSchool.id)));
  return { idle: percentile(idle, 0.99), seeding: percentile(seeding, 0.99), samples: seeding.length };
}

async function isRunning(url: string, id: string): Promise<boolean> {
  const { job } = await ask<{ job: { status: string } }>(url, 'query Job($id: ID!) { job(id: $id) { status } }', { id });
  return job.status === 'RUNNING' || job.status === 'QUEUED';
}

async function latencies(
  url: string,
  students: readonly Student[],
  more: (count: number) => Promise<boolean>,
): Promise<number[]> {
  const taken: number[] = [];
  while (await more(taken.length)) {
    const student = students[(taken.length * 7_919) % students.length];
    if (!student) break;
    const { query, variables } = byId('seedgraph', student);
    const start = performance.now();
    await ask(url, query, variables);
    taken.push(performance.now() - start);
    await setTimeout(2);
  }
  return taken;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
