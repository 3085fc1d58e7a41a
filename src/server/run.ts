import { refuseOpenHost } from './access/open-host.ts';
import { Access } from './access/tokens.ts';
import { ServerError } from './error.ts';
import type { Flags } from './flags.ts';
import type { Gateway } from './gateway.ts';

/** How long coming to rest may take, in milliseconds. What is not done then is found at the next start, as after a crash. */
const DEADLINE = 9_000;

/**
 * Serves until SIGTERM or SIGINT, then comes to rest and ends the process with 0. A second signal ends it at once. Resolves when it
 * listens, and has printed where.
 *
 * @throws ServerError TOKEN_REQUIRED, INVALID_LIMIT or ADDRESS_IN_USE, StoreError INVALID_STORE_URL or STORE_UNAVAILABLE.
 */
export async function run(flags: Flags): Promise<void> {
  refuseOpenHost(flags.host, new Access(flags.tokens));
  // Not earlier: wrong usage is told at once, and nothing has been opened or written then.
  const { serve } = await import('./serve.ts');
  const { gateway, url } = await serve(flags).catch(refusePort);
  endOnSignals(gateway);
  console.log(`Seedgraph serves ${url}`);
}

function refusePort(error: unknown): never {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
  const message = `${error.message}. Choose another port with --port N; 0 takes any free one.`;
  throw new ServerError('ADDRESS_IN_USE', message, { path: ['port'], cause: error });
}

function endOnSignals(gateway: Gateway): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      setTimeout(() => process.exit(0), DEADLINE);
      void gateway.dispose().then(() => process.exit(0), failed);
    });
  }
}

function failed(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
