import { createDatabase, dropDatabase, redisUrl } from '../databases.ts';
import { withProcessorTime } from '../processor.ts';
import { serve } from '../serve/processes.ts';
import { ask } from '../serve/rows.ts';
import type { PrepareSide } from '../side.ts';

interface Options {
  readonly schools: number;
  readonly workers: number;
}

/** A gateway and workers, a process each, over Redis and one database. What is clocked is `seedSchool`, from the request to the answer. */
const prepare: PrepareSide<Options> = async ({ schools, workers: count }, atEnd) => {
  const { name, url } = await createDatabase();
  atEnd(() => dropDatabase(name));
  const place = ['--store', url, '--redis', redisUrl];
  const gateway = await serve('src/server/main.ts', '--port', '0', ...place);
  atEnd(gateway.stop);
  const workers: number[] = [];
  for (let started = 0; started < count; started++) {
    const worker = await serve('src/cli/index.ts', 'worker', '--log-level', 'error', ...place);
    atEnd(worker.stop);
    workers.push(worker.pid);
  }
  const kinds = {
    gateway: (pid: number) => pid === gateway.pid,
    workers: (pid: number) => workers.includes(pid),
    PostgreSQL: (_pid: number, command: string) => command.startsWith('postgres:') && isOurs(command, name),
    Redis: (_pid: number, command: string) => /^\S*redis-server /.test(command),
  };
  return async (clock) => {
    const processor = await withProcessorTime(kinds, () => clock(() => ask(gateway.url, seedSchools, { schools })));
    const { dataset } = await ask<Told>(gateway.url, '{ dataset { counts { rows: count } } }');
    return { rows: dataset.counts.reduce((sum, { rows }) => sum + Number(rows), 0), processor };
  };
};
export default prepare;

/** Backends of the database, and the processes that write for all databases. */
const isOurs = (command: string, database: string) =>
  command.includes(` ${database} `) || /writer|checkpointer|autovacuum/.test(command);

const seedSchools = 'mutation Seed($schools: Int!) { seedSchool(preset: LARGE, overrides: { volumes: { schools: $schools } }) }';

interface Told {
  readonly dataset: { readonly counts: readonly { readonly rows: number | string }[] };
}
