import { setTimeout as sleep } from 'node:timers/promises';
import type { Control, Lease } from '../store/control.ts';
import { JobError } from './error.ts';

/** How often a lease is renewed, in milliseconds; it lasts three times as long. */
const RENEW_INTERVAL = 10_000;
/** How often a waiting writer asks again, in milliseconds. */
const RETRY_INTERVAL = 25;
/** How long rows wait to be added while another writer is at work, in milliseconds. */
const PATIENCE = 60_000;

/** What a writer does: seedings refuse each other, additions queue. */
export type WriterKind = 'seed' | 'generate';

/** The right to write, as long as it is held. */
export interface Hold {
  /** Renews the lease. False when it was lost: another process may be writing. */
  held(): Promise<boolean>;
  /** Idempotent. */
  release(): Promise<void>;
}

/** Lets one writer at a time at each dataset, across processes. */
export class Writers {
  readonly #control: Control;
  readonly #here = new Map<string, WriterKind>();

  constructor(control: Control) {
    this.#control = control;
  }

  /**
   * Runs `work` as the dataset's only writer.
   * @throws JobError DATASET_BUSY at once for a seeding beside a seeding, else when the other writer takes more than a minute.
   */
  async alone<T>(dataset: string, kind: WriterKind, work: () => Promise<T>): Promise<T> {
    const hold = await this.take(dataset, kind);
    try {
      return await work();
    } finally {
      await hold.release();
    }
  }

  /** Like `alone`, for work that outlives the call. */
  async take(dataset: string, kind: WriterKind): Promise<Hold> {
    const giveUpAt = performance.now() + PATIENCE;
    for (;;) {
      const lease = await this.#control.acquire(dataset);
      if (lease) return this.#hold(dataset, kind, lease);
      const hopeless = kind === 'seed' && this.#here.get(dataset) !== 'generate';
      if (hopeless || performance.now() > giveUpAt) throw busy(dataset);
      await sleep(RETRY_INTERVAL);
    }
  }

  #hold(dataset: string, kind: WriterKind, lease: Lease): Hold {
    this.#here.set(dataset, kind);
    const held = () => lease.renew().catch(() => false);
    const timer = setInterval(held, RENEW_INTERVAL).unref();
    let isReleased = false;
    return {
      held,
      release: async () => {
        if (isReleased) return;
        isReleased = true;
        clearInterval(timer);
        this.#here.delete(dataset);
        await lease.release();
      },
    };
  }
}

/** Another writer went on with what this process took for its own: it must have stood still for longer than a lease lasts. */
export function overtaken(dataset: string): JobError {
  return new JobError(
    'DATASET_BUSY',
    `Another process has taken over the dataset "${dataset}"; nothing was written here. Try again.`,
    {
      path: ['dataset'],
      details: { dataset },
    },
  );
}

function busy(dataset: string): JobError {
  return new JobError(
    'DATASET_BUSY',
    `Another job is writing to the dataset "${dataset}". Wait for it, cancel it, or use another dataset.`,
    {
      path: ['dataset'],
      details: { dataset },
    },
  );
}
