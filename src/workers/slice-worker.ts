import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'bullmq';
import { SeedgraphError } from '../definition/index.ts';
import { type MadeOutcome, type Signals, type SliceMakers, slicesTopic } from '../jobs/index.ts';
import type { WorkerLog } from './log.ts';
import { connectRedis } from './redis.ts';
import { KEY_PREFIX, queueName, type SliceMessage } from './slice-queue.ts';

/** When a worker that is not heard of has lost its slice, in milliseconds. It says that it is alive twice in this time. */
const LOCK = 6_000;
/** How often the workers look for slices that were lost so, in milliseconds. */
const STALLED_CHECK = 3_000;
/** How long the store is asked again when it does not answer, and the longest pause between, in milliseconds. */
const PATIENCE = 60_000;
const LONGEST_PAUSE = 5_000;

/** What a worker works with. */
export interface SliceWorkerOptions {
  readonly redis: string;
  readonly identity: string;
  readonly version: string;
  /** Slices at a time. */
  readonly concurrency: number;
  readonly makers: SliceMakers;
  readonly signals: Signals;
  readonly log: WorkerLog;
}

/** Takes slices from the queue and makes them, until it is closed. */
export class SliceWorker {
  readonly #options: SliceWorkerOptions;
  readonly #connection: ReturnType<typeof connectRedis>;
  readonly #worker: Worker<SliceMessage>;
  readonly #closing = new AbortController();

  constructor(options: SliceWorkerOptions) {
    const { redis, identity, version, concurrency, log } = options;
    this.#options = options;
    this.#connection = connectRedis(redis, 'worker', log);
    this.#worker = new Worker<SliceMessage>(queueName(identity, version), ({ data }) => this.#make(data), {
      connection: this.#connection,
      prefix: KEY_PREFIX,
      concurrency,
      lockDuration: LOCK,
      stalledInterval: STALLED_CHECK,
      // Whether a slice is done, the store knows; how often it was begun does not matter.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
      runRetryDelay: 1_000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    this.#worker.on('error', (error) => log.debug({ reason: error.message }, 'queue'));
    this.#worker.on('stalled', (id) => log.warn({ slice: id }, 'A worker was not heard of: its slice is taken up again'));
  }

  /** Ends when the slices under way are written. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#worker.close();
    this.#connection.disconnect();
  }

  async #make(message: SliceMessage): Promise<void> {
    const { makers, signals, log } = this.#options;
    const { ordinal: slice, dataset, generation } = message;
    const begun = performance.now();
    try {
      const outcome = await this.#makePatiently(message);
      log.info({ dataset, generation, slice, outcome, ms: Math.round(performance.now() - begun) }, 'slice');
    } catch (error) {
      // Given back: whoever leads the job hands it out again.
      if (isUnavailable(error)) throw error;
      log.error({ dataset, generation, slice, err: error }, 'A slice cannot be made');
      await makers.fail(message, slice, failureOf(error));
    }
    signals.tell(slicesTopic(generation));
  }

  /** A store that does not answer is asked again. What was lost on the way changes nothing: a slice is written once. */
  async #makePatiently({ ordinal, ...order }: SliceMessage): Promise<MadeOutcome> {
    const { makers, log } = this.#options;
    const deadline = performance.now() + PATIENCE;
    for (let pause = 100; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        return await makers.make(order, ordinal);
      } catch (error) {
        if (!isUnavailable(error) || this.#closing.signal.aborted || performance.now() > deadline) throw error;
        log.warn({ slice: ordinal, reason: error.message }, 'The store does not answer; the slice is tried again');
        await sleep(pause * (0.5 + Math.random() / 2), undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
  }
}

function isUnavailable(error: unknown): error is SeedgraphError {
  return error instanceof SeedgraphError && error.code === 'STORE_UNAVAILABLE';
}

function failureOf(error: unknown): { code: string; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  return { code: error instanceof SeedgraphError ? error.code : 'JOB_FAILED', message };
}
