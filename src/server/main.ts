import { CommanderError } from 'commander';
import { SeedgraphError } from '../definition/error.ts';
import { refuseOpenHost } from './access/open-host.ts';
import { Access } from './access/tokens.ts';
import { isMisuse, readFlags } from './flags.ts';
import type { Gateway } from './gateway.ts';

/** How long coming to rest may take, in milliseconds. What is not done then is found at the next start, as after a crash. */
const DEADLINE = 9_000;

/** Errors that come from wrong usage rather than from the work. */
const USAGE_CODES: ReadonlySet<string> = new Set(['TOKEN_REQUIRED', 'INVALID_TOKENS', 'INVALID_STORE_URL', 'INVALID_LIMIT']);

/** Serves until SIGTERM or SIGINT, then comes to rest and ends with 0. A second signal ends at once. */
async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  refuseOpenHost(flags.host, new Access(flags.tokens));
  // Not earlier: wrong usage is told at once, and nothing has been opened or written then.
  const { serve } = await import('./serve.ts');
  const { gateway, url } = await serve(flags);
  endOnSignals(gateway);
  console.log(`Seedgraph serves ${url}`);
}

function endOnSignals(gateway: Gateway): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      setTimeout(() => process.exit(0), DEADLINE);
      void gateway.dispose().then(() => process.exit(0), fail);
    });
  }
}

function fail(error: unknown): never {
  if (error instanceof CommanderError) process.exit(isMisuse(error) ? 2 : 0);
  const message = error instanceof Error ? error.message : String(error);
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(taken ? `${message}. Choose another port with --port N; 0 takes any free one.` : message);
  process.exit(error instanceof SeedgraphError && USAGE_CODES.has(error.code) ? 2 : 1);
}

await main().catch(fail);
