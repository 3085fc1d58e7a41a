import { readdirSync } from 'node:fs';
import { createGateway } from '../../src/server/index.ts';
import { libraryModel } from '../fixtures/library.ts';

/**
 * A gateway in a process of its own, so that its memory and its files can be counted. Argument: the URL of the store.
 * Sends its own URL; answers every message with its present use.
 */
export interface Use {
  /** Live objects, after a collection, in bytes. */
  readonly heap: number;
  /** What the process has of the machine's memory, in bytes. */
  readonly resident: number;
  readonly openFiles: number;
}

const gateway = await createGateway({ domains: [libraryModel], store: process.argv[2] ?? 'memory:' });
const { url } = await gateway.listen({ port: 0 });

process.on('message', () => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const use: Use = { heap: heapUsed, resident: rss, openFiles: readdirSync('/proc/self/fd').length };
  process.send?.(use);
});
process.send?.(url);
