import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { PlanRequest } from '../src/plan/index.ts';
import { columns, median, secondsOf, thousands } from './measure.ts';
import { insertRaw, readReadyMade } from './raw-insert.ts';
import { databaseIn, inFolder, seedInto } from './workshop.ts';

const RUNS = 5;

interface Measured {
  readonly rows: number;
  readonly ours: number;
  readonly raw: number;
}

const schools = (count: number): PlanRequest => ({ preset: 'LARGE', overrides: { volumes: { schools: count } } });

/** Seeding end to end (plan, generation, digest, checkpoints, indexes, publishing) beside bare inserts of the same rows. */
async function measure(request: PlanRequest): Promise<Measured> {
  const ready = await inFolder(async (folder) => {
    await seedInto(folder, request);
    return readReadyMade(databaseIn(folder));
  });
  const ours: number[] = [];
  const raw: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    ours.push(await inFolder((folder) => secondsOf(() => seedInto(folder, request))));
    raw.push(await inFolder((folder) => secondsOf(() => insertRaw(join(folder, 'raw.sqlite'), ready))));
  }
  return { rows: ready.rows, ours: median(ours), raw: median(raw) };
}

/** Old space of V8 in MiB: without a cap it grows with what has not been collected yet, and that is not what is measured. */
const HEAP = 96;

/** Peak resident memory of a process that does nothing but seed so many schools, in MiB. */
function peakMemory(count: number): number {
  const child = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP}`, join(import.meta.dirname, 'peak-memory.ts'), String(count)],
    { encoding: 'utf8' },
  );
  if (child.status !== 0) throw new Error(child.stderr);
  return Number(child.stdout) / 1024;
}

/** Prints the table of `npm run bench -- seed`. */
export async function benchSeed(): Promise<void> {
  const table = [['into a SQLite file, indexes included', 'rows', 'rows/s', 'bare inserts, rows/s', 'ratio', 'wanted']];
  for (const [name, request] of [
    ['LARGE, one school', schools(1)],
    ['LARGE, ten schools', schools(10)],
  ] as const) {
    const { rows, ours, raw } = await measure(request);
    table.push([name, thousands(rows), thousands(rows / ours), thousands(rows / raw), (raw / ours).toFixed(2), '>= 0.50']);
  }
  console.log(columns(table));
  console.log(`Medians of ${RUNS} runs, alternating, in one process.\n`);
  const [ten, forty] = [peakMemory(10), peakMemory(40)];
  console.log(
    columns([
      [`peak memory, heap capped at ${HEAP} MiB`, 'MiB', 'ratio', 'wanted'],
      ['10 schools', ten.toFixed(0), '', ''],
      ['40 schools', forty.toFixed(0), (forty / ten).toFixed(2), '<= 1.20'],
    ]),
  );
}
