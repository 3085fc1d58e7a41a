import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Pours pieces of text into a pipe whose reader keeps nothing, as fast as it takes them; resolves when it has read all. */
export async function intoPipe(pieces: Iterable<string>): Promise<void> {
  const reader = spawn('cat', { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(reader, 'exit');
  for (const piece of pieces) if (!reader.stdin.write(piece)) await once(reader.stdin, 'drain');
  reader.stdin.end();
  await ended;
}
