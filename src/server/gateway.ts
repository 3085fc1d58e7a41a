import { setTimeout as sleep } from 'node:timers/promises';
import type { DomainModel, DomainSource } from '../definition/index.ts';
import { createSchema } from '../graphql/index.ts';
import { createJobs, DEFAULT_THREADS, type Jobs, type ThreadsOptions } from '../jobs/index.ts';
import { builtInSource } from '../project/index.ts';
import { PushRunner, refuseTargetsBut, settingsFrom } from '../push/index.ts';
import { type CachedStore, openStore, type Store, withEntityCache } from '../store/index.ts';
import { dataVersionOf } from '../version.ts';
import type { OpenDistribution } from '../workers/index.ts';
import { Access, type AccessToken } from './access/tokens.ts';
import { expireDatasets } from './dataset-expiry.ts';
import { createEndpoint, ENDPOINT } from './endpoint.ts';
import { type Limits, limitsFrom } from './limits/index.ts';
import { type Listening, type ListenOptions, listen } from './listen.ts';
import { LiveStreams } from './live-streams.ts';
import { createLogger, type Logger } from './observe/logger.ts';
import { Metrics } from './observe/metrics.ts';
import { requestLog } from './observe/request-log.ts';
import { Requests } from './observe/requests.ts';
import { unexpectedErrors } from './observe/unexpected-errors.ts';
import type { Readiness } from './observe/use-readiness.ts';
import type { SocketOptions } from './sockets/serve-sockets.ts';

/** How long subscriptions may take to end by themselves once nothing happens any more, in milliseconds. */
const DRAIN = 1_000;

/** How long the store may take to answer for a gateway that is ready, in milliseconds: queries wait longer for one that comes back. */
const READY_WITHIN = 2_000;

/** How long queries under way may take once the gateway closes, in milliseconds; then they are told that it does. */
const QUERIES = 4_000;

/** What a gateway is made of. */
export interface GatewayOptions {
  /** `memory:`, `file:DIR` or `postgres://...`. Default: `memory:`. */
  readonly store?: string;
  /** Takes a PostgreSQL database whatever its name. Default: only one whose name ends in `_demo`, `_test` or `_dev`. */
  readonly allowAnyDatabase?: boolean | undefined;
  /**
   * `redis://HOST:PORT`: seedings are made by `seedgraph worker`s that have the same Redis and the same store, which has to be
   * PostgreSQL; progress and cancellation reach every gateway. Default: this process makes them.
   */
  readonly redis?: string;
  /** What it knows how to make; `builtInModels()` has those that come with Seedgraph. */
  readonly domains: readonly DomainModel[];
  /** How many threads make the rows of large seedings, beside the one that answers; 0 for none. Default: 0. */
  readonly threads?: number;
  /** Where those threads find the domains: `Project.source`. Default: none, and no threads, unless all domains come with Seedgraph. */
  readonly source?: DomainSource | undefined;
  /** Of the user's own definitions; see `ProjectConfig.version`. Default: empty. */
  readonly version?: string;
  /** Told of unexpected errors, which clients see masked, and of every request. Default: JSON lines on stderr, from `warn` up. */
  readonly log?: Logger;
  /** What one request may ask for. Default: `defaultLimits`. */
  readonly limits?: Partial<Limits>;
  /** Put around the store, outside its cache; for those who watch or change what it does. */
  readonly wrapStore?: (store: Store) => Store;
  /** Who may do what, over every transport and in-process. Default: everybody everything, and only this machine is served. */
  readonly tokens?: readonly AccessToken[];
  /** Further names, with or without a port, that a server on loopback answers to. Default: those of this machine only. */
  readonly allowedHosts?: readonly string[];
  /** Origins (`https://app.example`) whose pages may send requests and open sockets. Default: none but its own. */
  readonly corsOrigins?: readonly string[];
  readonly sockets?: SocketOptions;
  /** Base URLs of REST APIs that `pushDataset` may fill. What they ask for is read from SEEDGRAPH_API_KEY. Default: none. */
  readonly pushTargets?: readonly string[];
  /** Datasets but `default` are dropped when nobody has read or written them for so long, in milliseconds. Default: never. */
  readonly datasetTtl?: number;
}

/** A gateway: the endpoint, in-process or on a port. */
export interface Gateway {
  /** Answers a request without a port. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly store: Store;
  readonly jobs: Jobs;
  /**
   * Serves HTTP, SSE and WebSocket on one port.
   * @throws ServerError TOKEN_REQUIRED for a host beyond loopback without tokens; the system's error when the port cannot be had.
   */
  listen(options?: ListenOptions): Promise<Listening>;
  /**
   * Comes to rest: jobs end after their present batch, subscriptions are completed, requests under way are answered (queries
   * that take more than 4 s longer with SHUTTING_DOWN), and the store is closed. Idempotent.
   */
  dispose(): Promise<void>;
}

/** Opens a store, builds the schema and is ready to serve. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { domains, log = createLogger('warn'), corsOrigins = [] } = options;
  const limits = limitsFrom(options.limits);
  const { schema } = createSchema(domains);
  const cached = withEntityCache(await openStore(options.store ?? 'memory:', options));
  const store = options.wrapStore?.(cached) ?? cached;
  const streams = new LiveStreams();
  const servers = new Set<Listening>();
  const metrics = metricsOf({ cached, store, streams, servers });
  const requests = requestsTo(log, metrics);
  const version = dataVersionOf(options.version ?? '');
  const distribution = options.redis === undefined ? undefined : await distributionOver(store, options.redis, version, log);
  const jobs = await createJobs({
    store,
    domains,
    version,
    ...(distribution && { distribution }),
    threads: threadsFor(options),
    onRows: (...counted) => metrics.rows(...counted),
    runners: { push: pushesTo(options.pushTargets ?? [], store) },
  });
  const stopExpiry = options.datasetTtl ? expireDatasets({ store, jobs, ttl: options.datasetTtl, log }) : undefined;
  let disposed: Promise<void> | undefined;
  const closing = new AbortController();
  const access = new Access(options.tokens ?? []);
  const errors = unexpectedErrors(log, requests);
  const readiness = readinessOf(store, () => disposed !== undefined);
  const observers = { requests, metrics, errors, readiness };
  const yoga = createEndpoint(
    { domains, store, jobs, maxPageSize: limits.pageSize },
    { schema, streams, access, corsOrigins, limits, closing: closing.signal, ...observers },
  );

  const dispose = async () => {
    const impatient = setTimeout(() => closing.abort(), QUERIES);
    const atRest = Promise.all([jobs.close(), stopExpiry?.()]).then(() => streams.drain(DRAIN));
    await Promise.all([atRest, ...[...servers].map((server) => server.close(atRest))]);
    clearTimeout(impatient);
    await yoga.dispose();
    await distribution?.close();
    await store.close();
  };
  return {
    fetch: async (request) => yoga.fetch(request),
    store,
    jobs,
    listen: async (where = {}) => {
      const { allowedHosts = [], sockets = {} } = options;
      const server = await listen(
        { yoga, access, requests, log, allowedHosts, corsOrigins, sockets, maxMessage: limits.bodyBytes },
        where,
      );
      servers.add(server);
      return server;
    },
    dispose: () => {
      disposed ??= dispose();
      return disposed;
    },
  };
}

/** Loaded where it is used: most gateways need no Redis. @throws WorkerError, with the store closed. */
async function distributionOver(store: Store, redis: string, version: string, log: Logger): Promise<OpenDistribution> {
  const { openDistribution } = await import('../workers/distribution.ts');
  try {
    return openDistribution({ store, redis, version, log });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Rows can be made in threads where these can load the domains. */
function threadsFor({ domains, source = builtInSource(domains), threads: count = DEFAULT_THREADS }: GatewayOptions) {
  return source && ({ count, source } satisfies ThreadsOptions);
}

/** A server does not send requests wherever it is told to: the operator says where. */
function pushesTo(targets: readonly string[], store: Store): PushRunner {
  return new PushRunner({ store, admit: refuseTargetsBut(targets), settings: settingsFrom(process.env) });
}

/** Requests are logged; those to the endpoint are counted. */
function requestsTo(log: Logger, metrics: Metrics): Requests {
  return new Requests([
    requestLog(log),
    (record, status) => {
      if (record.path === ENDPOINT) metrics.request(record, status);
    },
  ]);
}

interface Watched {
  readonly cached: CachedStore;
  readonly store: Store;
  readonly streams: LiveStreams;
  readonly servers: ReadonlySet<Listening>;
}

function metricsOf({ cached, store, streams, servers }: Watched): Metrics {
  return new Metrics({
    cache: () => cached.stats(),
    jobs: (status) => store.control.countJobs({ status: [status] }),
    sockets: () => [...servers].reduce((sum, { openSockets }) => sum + openSockets, 0),
    subscriptions: () => streams.size,
  });
}

function readinessOf(store: Store, closing: () => boolean): Readiness {
  return async () => {
    if (closing()) return 'The gateway is shutting down.';
    const counted = store.control.countJobs({ status: ['RUNNING'] }).then(
      () => undefined,
      () => 'The store does not answer.',
    );
    return Promise.race([counted, sleep(READY_WITHIN, 'The store does not answer in time.', { ref: false })]);
  };
}
