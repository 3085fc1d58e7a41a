import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DomainModel } from '../../src/definition/index.ts';

/** Seeds in a process of its own and kills it, as `kill -9` does, once it has written so many rows. Gives the job's id. */
export async function seedAndKill(domain: DomainModel, url: string, request: object, rows: number, threads = 0): Promise<string> {
  const script = join(import.meta.dirname, 'seed-in-child.ts');
  const child = spawn(process.execPath, [script, domain.name, url, JSON.stringify(request), String(threads)], {
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
