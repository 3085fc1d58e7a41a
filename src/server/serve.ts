import { builtInModels } from './domains.ts';
import type { Flags } from './flags.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createLogger } from './observe/logger.ts';

/** Opens a gateway over the built-in domains and serves it, as the command line asks for. */
export async function serve(flags: Flags): Promise<{ readonly gateway: Gateway; readonly url: string }> {
  const gateway = await createGateway({
    domains: builtInModels(),
    store: flags.store,
    log: createLogger(flags.logLevel),
    limits: flags.limit,
    tokens: flags.tokens,
    allowedHosts: flags.allowHost,
    corsOrigins: flags.corsOrigin,
    sockets: { max: flags.maxSockets, maxOperations: flags.maxOperations },
    ...(flags.datasetTtl !== undefined && { datasetTtl: flags.datasetTtl }),
  });
  const { url } = await gateway.listen({ port: flags.port, host: flags.host });
  return { gateway, url };
}
