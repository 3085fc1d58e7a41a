import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { EntityCacheStats, JobStatus } from '../../store/index.ts';
import type { RequestRecord } from './request-record.ts';

const JOB_STATUSES: readonly JobStatus[] = ['QUEUED', 'RUNNING', 'CANCELING', 'INTERRUPTED', 'CANCELED', 'COMPLETED', 'FAILED'];

/** From a cached look-up to a page over many rows, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What is asked when somebody looks, and not counted on the way. */
export interface MetricSources {
  readonly cache: () => EntityCacheStats;
  readonly jobs: (status: JobStatus) => Promise<number>;
  readonly sockets: () => number;
  readonly subscriptions: () => number;
}

/** The figures of one gateway, for Prometheus. All are named `seedgraph_*`, but for those that every Node process has. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Counter<'transport' | 'type' | 'outcome'>;
  readonly #latency: Histogram<'type'>;
  readonly #rows: Counter<'domain' | 'entity'>;
  #hasDefaults = false;

  constructor(sources: MetricSources) {
    const registers = [this.#registry];
    this.#requests = new Counter({
      name: 'seedgraph_requests_total',
      help: 'Requests to the endpoint, by operation type and outcome: ok, client_error or server_error.',
      labelNames: ['transport', 'type', 'outcome'],
      registers,
    });
    this.#latency = new Histogram({
      name: 'seedgraph_request_duration_seconds',
      help: 'From a request to its answer; queries, mutations and batches.',
      labelNames: ['type'],
      buckets: BUCKETS,
      registers,
    });
    this.#rows = new Counter({
      name: 'seedgraph_rows_seeded_total',
      help: 'Rows that were made and stored.',
      labelNames: ['domain', 'entity'],
      registers,
    });
    addSources(registers, sources);
  }

  /** Counts a request that has been answered. */
  request(record: RequestRecord, status = 200): void {
    const [operation] = record.operations;
    const type = record.operations.length > 1 ? 'batch' : (operation?.type ?? 'none');
    const transport = record.method === 'WS' ? 'ws' : 'http';
    this.#requests.inc({ transport, type, outcome: outcomeOf(record, status) });
    if (operation && type !== 'subscription') this.#latency.observe({ type }, record.seconds);
  }

  /** Counts rows that have been committed. */
  rows(domain: string, entity: string, count: number): void {
    this.#rows.inc({ domain, entity }, count);
  }

  /** The type of what `text` gives. */
  get contentType(): string {
    return this.#registry.contentType;
  }

  /** In Prometheus' text format. */
  text(): Promise<string> {
    // Watching the process cannot be stopped again: it begins when somebody looks.
    if (!this.#hasDefaults) collectDefaultMetrics({ register: this.#registry });
    this.#hasDefaults = true;
    return this.#registry.metrics();
  }
}

function outcomeOf({ errorCodes }: RequestRecord, status: number): string {
  if (status >= 500 || errorCodes.has('INTERNAL_SERVER_ERROR')) return 'server_error';
  return status >= 400 || errorCodes.size > 0 ? 'client_error' : 'ok';
}

function addSources(registers: Registry[], { cache, jobs, sockets, subscriptions }: MetricSources): void {
  new Counter({
    name: 'seedgraph_entity_cache_reads_total',
    help: 'Rows asked for by key, by whether the cache had them: hit or miss.',
    labelNames: ['result'],
    registers,
    collect() {
      const { hits, misses } = cache();
      this.reset();
      this.inc({ result: 'hit' }, hits);
      this.inc({ result: 'miss' }, misses);
    },
  });
  gauge(registers, 'seedgraph_entity_cache_rows', 'Rows held in the cache.', () => cache().size);
  gauge(registers, 'seedgraph_sockets', 'WebSockets that are open.', sockets);
  gauge(registers, 'seedgraph_subscriptions', 'Subscriptions that are open, over any transport.', subscriptions);
  new Gauge({
    name: 'seedgraph_jobs',
    help: 'Jobs that are recorded, by state.',
    labelNames: ['status'],
    registers,
    async collect() {
      this.reset();
      for (const status of JOB_STATUSES) {
        // That the store does not answer is for /ready to tell; the other figures hold.
        const count = await jobs(status).catch(() => undefined);
        if (count !== undefined) this.set({ status }, count);
      }
    },
  });
}

function gauge(registers: Registry[], name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}
