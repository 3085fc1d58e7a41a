import type { JobRecord } from '../store/control.ts';
import type { JobEvent } from './jobs.ts';
import { type LiveJob, SETTLED } from './live-job.ts';

/** At most one event in this time for each subscriber, in milliseconds; the latest state wins. */
const EVENT_INTERVAL = 100;

/** How often a job that runs in another process is looked at, in milliseconds. */
const POLL_INTERVAL = 500;

/** Finds a job: live where it runs in this process, as saved otherwise. */
export interface JobSource {
  live(id: string): LiveJob | undefined;
  saved(id: string): Promise<JobRecord | undefined>;
  /** The next sign that a job which runs in another process has been saved; it may fail to come. */
  news?(id: string): { readonly promise: Promise<void>; readonly forget: () => void };
}

/**
 * The states of a job: the present one, then changes, then the terminal one. Nothing piles up behind a consumer that
 * does not read: whenever it asks, it gets the state of that moment.
 */
export class ProgressIterator implements AsyncIterableIterator<JobEvent> {
  readonly #source: JobSource;
  readonly #id: string;
  #seen: number;
  #first = true;
  #ended = false;
  #lastAt = 0;
  /** Ends the present wait; set while there is one. */
  #wake: (() => void) | undefined;

  constructor(source: JobSource, id: string, afterSeq: number) {
    this.#source = source;
    this.#id = id;
    this.#seen = afterSeq;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<JobEvent>> {
    while (!this.#ended) {
      const live = this.#source.live(this.#id);
      const job = live?.record ?? (await this.#source.saved(this.#id));
      if (!job) break;
      const settled = SETTLED.has(job.status);
      if (settled) this.#ended = true;
      if (job.seq > this.#seen && (settled || this.#due)) return { done: false, value: this.#event(job, live) };
      if (!settled) await this.#wait(live, job.seq > this.#seen);
    }
    this.#ended = true;
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<JobEvent>> {
    this.#ended = true;
    this.#wake?.();
    return { done: true, value: undefined };
  }

  get #due(): boolean {
    return performance.now() - this.#lastAt >= EVENT_INTERVAL;
  }

  #event(job: JobRecord, live: LiveJob | undefined): JobEvent {
    const step = this.#first || this.#ended ? null : (live?.step ?? null);
    this.#first = false;
    this.#seen = job.seq;
    this.#lastAt = performance.now();
    return { seq: job.seq, job, step };
  }

  /** Until there is something to tell: a change, or, when one is pending, the end of the interval. */
  async #wait(live: LiveJob | undefined, pending: boolean): Promise<void> {
    const change = pending ? undefined : (live?.changed() ?? this.#source.news?.(this.#id));
    const delay = pending ? EVENT_INTERVAL - (performance.now() - this.#lastAt) : live ? undefined : POLL_INTERVAL;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      void change?.promise.then(resolve);
      if (delay !== undefined) timer = setTimeout(resolve, Math.max(1, delay));
    });
    clearTimeout(timer);
    change?.forget();
    this.#wake = undefined;
  }
}
