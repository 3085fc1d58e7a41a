import { loadProject } from '../project/index.ts';
import type { Flags } from './flags.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createLogger } from './observe/logger.ts';

/** Opens a gateway over the project's domains and serves it, as the command line asks for. @throws ProjectError. */
export async function serve(flags: Flags): Promise<{ readonly gateway: Gateway; readonly url: string }> {
  const { domains, version, source } = await loadProject({ file: flags.project });
  const gateway = await createGateway({
    domains,
    version,
    source,
    threads: flags.threads,
    store: flags.store,
    ...(flags.redis !== undefined && { redis: flags.redis }),
    allowAnyDatabase: flags.allowAnyDatabase,
    log: createLogger(flags.logLevel),
    limits: flags.limit,
    tokens: flags.tokens,
    allowedHosts: flags.allowHost,
    corsOrigins: flags.corsOrigin,
    pushTargets: flags.allowPush,
    sockets: { max: flags.maxSockets, maxOperations: flags.maxOperations },
    ...(flags.datasetTtl !== undefined && { datasetTtl: flags.datasetTtl }),
  });
  const { url } = await gateway.listen({ port: flags.port, host: flags.host });
  return { gateway, url };
}
