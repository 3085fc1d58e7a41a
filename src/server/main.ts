import { enableCompileCache } from 'node:module';
import { CommanderError } from 'commander';
import { SeedgraphError } from '../definition/error.ts';
import { readEnvironmentFile } from './environment-file.ts';
import { isMisuse, readFlags, USAGE_CODES } from './flags.ts';
import { run } from './run.ts';

/** `npm start`: the same as `seedgraph serve`. Exit codes: 0 done, 1 failed, 2 wrong usage. */
async function main(): Promise<void> {
  readEnvironmentFile();
  await run(readFlags(process.argv.slice(2)));
}

function fail(error: unknown): never {
  if (error instanceof CommanderError) process.exit(isMisuse(error) ? 2 : 0);
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof SeedgraphError && USAGE_CODES.has(error.code) ? 2 : 1);
}

// What was compiled once is kept by Node; most of it is loaded from here on.
enableCompileCache();
await main().catch(fail);
