import { CommanderError } from 'commander';
import { SeedgraphError } from '../definition/index.ts';
import { Access } from './access/tokens.ts';
import { builtInModels } from './domains.ts';
import { type Flags, isMisuse, readFlags } from './flags.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { refuseOpenHost } from './listen.ts';
import { createLogger } from './observe/logger.ts';

/** How long coming to rest may take, in milliseconds. What is not done then is found at the next start, as after a crash. */
const DEADLINE = 9_000;

/** Errors that come from wrong usage rather than from the work. */
const USAGE_CODES: ReadonlySet<string> = new Set(['TOKEN_REQUIRED', 'INVALID_TOKENS', 'INVALID_STORE_URL']);

/** Serves until SIGTERM or SIGINT, then comes to rest and ends with 0. A second signal ends at once. */
async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  // Before anything is opened or written.
  refuseOpenHost(flags.host, new Access(flags.tokens));
  const gateway = await createGateway(optionsOf(flags));
  const { url } = await gateway.listen({ port: flags.port, host: flags.host });
  endOnSignals(gateway);
  console.log(`Seedgraph serves ${url}`);
}

function optionsOf(flags: Flags) {
  return {
    domains: builtInModels(),
    store: flags.store,
    log: createLogger(flags.logLevel),
    tokens: flags.tokens,
    allowedHosts: flags.allowHost,
    corsOrigins: flags.corsOrigin,
    sockets: { max: flags.maxSockets, maxOperations: flags.maxOperations },
    ...(flags.datasetTtl !== undefined && { datasetTtl: flags.datasetTtl }),
  };
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
