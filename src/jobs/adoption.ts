import type { JobRecord } from '../store/control.ts';
import type { Store } from '../store/store.ts';

/** How often one looks for shared jobs that nobody leads, in milliseconds; a little more or less, so that processes take turns. */
const ROUND = 2_000;

/** Jobs looked at in one go. */
const PAGE = 1_000;

/** What adopting is done with. */
export interface AdoptionOptions {
  readonly store: Store;
  readonly version: string;
  /** Whether a job runs in this process. */
  readonly isLive: (id: string) => boolean;
  /** Goes on with a job, unless another process is faster. */
  readonly adopt: (job: JobRecord) => Promise<void>;
  readonly warn: (message: string) => void;
}

/** Goes on with shared jobs whose leader is gone: killed, cut off, or shut down. */
export class Adoption {
  readonly #options: AdoptionOptions;
  readonly #told = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: AdoptionOptions) {
    this.#options = options;
    this.#schedule(0);
  }

  /** Resolves when no job is being adopted any more. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#round;
  }

  #schedule(delay: number): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => {
      // A store that cannot be reached now is asked again.
      this.#round = this.#look()
        .catch(() => undefined)
        .then(() => this.#schedule(ROUND * (0.75 + Math.random() / 2)));
    }, delay).unref();
  }

  async #look(): Promise<void> {
    const { store, version, isLive, adopt } = this.#options;
    const open = await store.control.jobs({ status: ['QUEUED', 'RUNNING', 'CANCELING'], limit: PAGE });
    for (const job of open) {
      if (this.#closed) return;
      if (job.shared === undefined || isLive(job.id) || (await store.control.leased(job.dataset))) continue;
      if (job.shared === version) await adopt(job).catch((error) => this.#tell(job, String(error?.message ?? error)));
      else
        this.#tell(job, `It was begun by version "${job.shared}", this is "${version}": only a process of that version goes on.`);
    }
  }

  /** Once a job: nothing has changed the next time. */
  #tell({ id, dataset }: JobRecord, why: string): void {
    if (this.#told.has(id)) return;
    this.#told.add(id);
    this.#options.warn(`The job ${id} for the dataset "${dataset}" is without a leader. ${why}`);
  }
}
