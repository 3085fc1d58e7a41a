import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestRecord } from './request-record.ts';

/** Told of every request that has been answered; of a subscription over WebSocket when it has ended. */
export type RequestObserver = (record: RequestRecord, status?: number) => void;

/** The requests under way in a gateway: whatever is done for one finds its record, however deep. */
export class Requests {
  readonly #storage = new AsyncLocalStorage<RequestRecord>();
  readonly #observers: readonly RequestObserver[];

  constructor(observers: readonly RequestObserver[]) {
    this.#observers = observers;
  }

  /** The request that this is done for, where there is one. */
  get current(): RequestRecord | undefined {
    return this.#storage.getStore();
  }

  /** Does something for a request. */
  run<T>(record: RequestRecord, work: () => T): T {
    return this.#storage.run(record, work);
  }

  /** Tells the observers, once a request. `status` is that of HTTP. */
  finish(record: RequestRecord, status?: number): void {
    if (!record.finish()) return;
    for (const observe of this.#observers) observe(record, status);
  }
}
