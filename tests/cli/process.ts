import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const entry = join(root, 'src/cli/index.ts');
const LINES = join(import.meta.dirname, 'run-lines.ts');

/** How a process of the command line ended, and what it said. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `seedgraph` in a folder, with further variables. */
export function seedgraphIn(cwd: string, env: Readonly<Record<string, string>> = {}) {
  return (...args: string[]): Promise<Ended> => run(process.execPath, [entry, ...args], cwd, env);
}

/** Runs many command lines in a folder, all in one process: most of what a line takes is the start of one. */
export async function linesIn(cwd: string, lines: readonly (readonly string[])[]): Promise<readonly Ended[]> {
  const { status, stdout, stderr } = await run(process.execPath, [LINES, JSON.stringify(lines)], cwd, {});
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Runs a line in a shell. `AS_FUNCTION` makes the command line known to it. */
export function shellIn(cwd: string, shell: string, line: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return run(shell, ['-c', line], cwd, { NODE: process.execPath, ENTRY: entry, ...env });
}

async function run(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const [status] = await once(child, 'close');
  return { status, stdout: String(Buffer.concat(stdout)), stderr: String(Buffer.concat(stderr)) };
}

/** What a shell needs to run `seedgraph`. */
export const AS_FUNCTION = 'seedgraph() { "$NODE" "$ENTRY" "$@"; };';

/** A folder for all tests of a file; whoever makes it removes it. */
export function makeFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'seedgraph-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
