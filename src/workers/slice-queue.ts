import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { type Dispatcher, type Signals, type SliceOrder, slicesTopic } from '../jobs/index.ts';
import type { WorkerLog } from './log.ts';
import { connectRedis } from './redis.ts';

/** What a message says: names and numbers, no row. */
export interface SliceMessage extends SliceOrder {
  readonly ordinal: number;
}

/** All keys in Redis begin with it. */
export const KEY_PREFIX = 'seedgraph';

/** Slices in the queue at a time, of one job: enough for hundreds of workers, and soon written again should they be lost. */
const WINDOW = 256;
/** News are not told more often, in milliseconds: each costs the leader two small queries. */
const PAUSE = 100;
/** How often it is said that nobody takes slices, in milliseconds. */
const COMPLAINT = 60_000;
const NO_WORKER = 'Slices wait, and there is no worker of this version: start one with `seedgraph worker`';

/**
 * The queue of a store's slices, for workers of one version: those of another would make other rows.
 *
 * @param identity of the store.
 */
export function queueName(identity: string, version: string): string {
  return `${identity}-${createHash('sha256').update(version).digest('hex').slice(0, 8)}`;
}

/** What the queue of slices is made with. */
export interface SliceQueueOptions {
  readonly redis: string;
  readonly identity: string;
  readonly version: string;
  readonly signals: Signals;
  readonly log: WorkerLog;
}

/** Hands slices to workers by way of BullMQ. */
export class SliceQueue implements Dispatcher {
  readonly window = WINDOW;
  readonly #options: SliceQueueOptions;
  readonly #connection: ReturnType<typeof connectRedis>;
  readonly #queue: Queue<SliceMessage>;
  #complainedAt = Number.NEGATIVE_INFINITY;

  constructor(options: SliceQueueOptions) {
    const { redis, identity, version, log } = options;
    this.#options = options;
    this.#connection = connectRedis(redis, 'queue', log, { enableOfflineQueue: false });
    this.#queue = new Queue(queueName(identity, version), {
      connection: this.#connection,
      prefix: KEY_PREFIX,
      // Nobody reads them.
      streams: { events: { maxLen: 100 } },
    });
    // Told by the connection itself, once.
    this.#queue.on('error', () => undefined);
  }

  async handOut(order: SliceOrder, ordinals: readonly number[]): Promise<boolean> {
    if (this.#connection.status !== 'ready') return false;
    try {
      await this.#queue.addBulk(ordinals.map((ordinal) => messageOf(order, ordinal)));
      if (this.#mayComplain && (await this.#queue.getWorkersCount()) === 0) this.#complain(order, ordinals, NO_WORKER);
      return true;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // A lost connection is told by itself. What else Redis may say, it says to every command: that it is full, or a copy.
      const isRefused = this.#connection.status === 'ready';
      if (isRefused && this.#mayComplain) this.#complain(order, ordinals, 'Redis does not take slices; they wait', { reason });
      return false;
    }
  }

  async news(generation: string, patience: number): Promise<void> {
    const ended = new AbortController();
    const news = this.#options.signals.next(slicesTopic(generation));
    const limit = sleep(patience, undefined, { signal: ended.signal }).catch(() => undefined);
    await Promise.all([Promise.race([news.promise, limit]), sleep(PAUSE)]);
    news.forget();
    ended.abort();
  }

  async close(): Promise<void> {
    await this.#queue.close().catch(() => undefined);
    this.#connection.disconnect();
  }

  get #mayComplain(): boolean {
    return performance.now() - this.#complainedAt >= COMPLAINT;
  }

  #complain({ dataset, generation }: SliceOrder, { length: slices }: readonly number[], message: string, why: object = {}): void {
    const { log, version } = this.#options;
    this.#complainedAt = performance.now();
    log.warn({ dataset, generation, slices, version, ...why }, message);
  }
}

/** One that is in the queue already is not added again; one that was worked on is gone from it, done or not. */
function messageOf(order: SliceOrder, ordinal: number) {
  const jobId = `${order.generation}-${order.fence}-${ordinal}`;
  return { name: 'slice', data: { ...order, ordinal }, opts: { jobId, removeOnComplete: true, removeOnFail: true } };
}
