import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/gateway-parts.ts';

const main = join(import.meta.dirname, '../../src/server/main.ts');

/** How the gateway is run: its arguments, its variables, and the folder it works in. */
export interface Run {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Default: a new one. */
  readonly cwd?: string;
}

/** A gateway in a process of its own, which is killed when the test ends. */
export function run({ args = [], env = {}, cwd = temporaryFolder() }: Run): ChildProcess & { readonly output: () => string } {
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  return Object.assign(child, { output: () => String(Buffer.concat(errors)) });
}

/** Waits until it ends. */
export async function ended(
  child: ChildProcess & { readonly output: () => string },
): Promise<{ code: number | null; output: string }> {
  const [code] = await once(child, 'close');
  return { code, output: child.output() };
}

/** Starts one on any free port and reads its URL from the one line it prints. */
export async function start(how: Run = {}) {
  const child = run({ ...how, args: ['--port', '0', ...(how.args ?? [])] });
  const [line] = (await once(createInterface(child.stdout ?? process.stdin), 'line')) as [string];
  return { child, url: /http:\S+/.exec(line)?.[0] ?? line };
}

/** A GraphQL request. */
export async function ask(url: string, query: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return response.json();
}
