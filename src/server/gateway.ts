import type { DomainModel } from '../definition/index.ts';
import { createSchema } from '../graphql/index.ts';
import { createJobs, type Jobs } from '../jobs/index.ts';
import { openStore, type Store, withEntityCache } from '../store/index.ts';
import { dataVersion } from '../version.ts';
import { createEndpoint } from './endpoint.ts';
import { type Limits, limitsFrom } from './limits/index.ts';
import { type Listening, type ListenOptions, listen } from './listen.ts';
import { LiveStreams } from './live-streams.ts';
import type { ErrorLog } from './use-client-errors.ts';

/** How long subscriptions may take to end by themselves once nothing happens any more, in milliseconds. */
const DRAIN = 1_000;

/** What a gateway is made of. */
export interface GatewayOptions {
  /** `memory:` or `file:DIR`. Default: `memory:`. */
  readonly store?: string;
  /** What it knows how to make; `builtInModels()` has those that come with Seedgraph. */
  readonly domains: readonly DomainModel[];
  /** Told of unexpected errors, which clients see masked. Default: `console.error`. */
  readonly log?: ErrorLog;
  /** What one request may ask for. Default: `defaultLimits`. */
  readonly limits?: Partial<Limits>;
  /** Put around the store, outside its cache; for those who watch or change what it does. */
  readonly wrapStore?: (store: Store) => Store;
}

/** A gateway: the endpoint, in-process or on a port. */
export interface Gateway {
  /** Answers a request without a port. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly store: Store;
  readonly jobs: Jobs;
  /** Serves HTTP, SSE and WebSocket on one port. @throws the system's error when the port cannot be had. */
  listen(options?: ListenOptions): Promise<Listening>;
  /**
   * Comes to rest: jobs end after their present batch, subscriptions are completed, requests under way are answered, and
   * the store is closed. Idempotent.
   */
  dispose(): Promise<void>;
}

/** Opens a store, builds the schema and is ready to serve. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { domains } = options;
  const limits = limitsFrom(options.limits);
  const { schema } = createSchema(domains);
  const cached = withEntityCache(await openStore(options.store ?? 'memory:'));
  const store = options.wrapStore?.(cached) ?? cached;
  const jobs = await createJobs({ store, domains, version: dataVersion });
  const streams = new LiveStreams();
  const yoga = createEndpoint({ domains, store, jobs }, { schema, streams, log: options.log ?? console.error, limits });
  const servers = new Set<Listening>();

  const dispose = async () => {
    const atRest = jobs.close().then(() => streams.drain(DRAIN));
    await Promise.all([atRest, ...[...servers].map((server) => server.close(atRest))]);
    await yoga.dispose();
    await store.close();
  };
  let disposed: Promise<void> | undefined;
  return {
    fetch: async (request) => yoga.fetch(request),
    store,
    jobs,
    listen: async (where = {}) => {
      const server = await listen(yoga, where);
      servers.add(server);
      return server;
    },
    dispose: () => {
      disposed ??= dispose();
      return disposed;
    },
  };
}
