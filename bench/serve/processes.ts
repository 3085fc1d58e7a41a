import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..', '..');

/** A server in a process of its own. */
export interface Serving {
  readonly pid: number;
  readonly url: string;
  /** From the start of the process to the line that says where it serves, in milliseconds. */
  readonly started: number;
  /** Resident memory, in MiB. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts a server of `bench/serve`, the gateway, or a worker; resolves when it has printed an address. */
export async function serve(script: string, ...args: readonly string[]): Promise<Serving> {
  const start = performance.now();
  const child = spawn(process.execPath, [join(root, script), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await addressOf(child);
  return {
    pid: child.pid ?? 0,
    url,
    started: performance.now() - start,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The process has no output.');
  for await (const line of createInterface(child.stdout)) {
    const [url] = /(http|postgres):\S+/.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error('The server ended before it served.');
}

/** Runs a script to its end and gives what it printed. */
export async function output(script: string, ...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [join(root, script), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const text = (await child.stdout.setEncoding('utf8').toArray()).join('');
  const [code] = await ended;
  if (code !== 0) throw new Error(`${script} ended with ${code}.`);
  return text;
}
