import type { Control, JobRecord } from '../store/control.ts';
import type { LiveJob } from './live-job.ts';
import { type Signals, stopTopic } from './slices/signals.ts';
import type { UnderWay } from './under-way.ts';
import type { Hold } from './writers.ts';

/** How often one looks whether a job is to be stopped, as other processes ask, in milliseconds. */
const LOOK = 1_000;

/** What running jobs is done with. */
export interface LiveJobsOptions {
  readonly control: Control;
  readonly underWay: UnderWay;
  /** Makes it faster to hear of other processes. */
  readonly signals?: Signals | undefined;
}

/** The jobs that run in this process, each holding its dataset's lease until it ends. */
export class LiveJobs {
  readonly #jobs = new Map<string, LiveJob>();
  readonly #options: LiveJobsOptions;

  constructor(options: LiveJobsOptions) {
    this.#options = options;
  }

  get(id: string): LiveJob | undefined {
    return this.#jobs.get(id);
  }

  values(): IterableIterator<LiveJob> {
    return this.#jobs.values();
  }

  /** Runs a job in the background. `work` tells how it ended, and does not reject. */
  run(live: LiveJob, hold: Hold, work: (live: LiveJob) => Promise<Partial<JobRecord>>): void {
    const { id } = live.record;
    this.#jobs.set(id, live);
    const endWatch = this.#watch(live, hold);
    const done = this.#settle(live, work(live), hold).finally(() => {
      endWatch();
      this.#forget(live);
    });
    this.#options.underWay.track(done);
  }

  /**
   * The dataset is free before the end is told, so that whoever waits for it can go on at once. A process that stood still until
   * its lease was gone tells nothing: the job is in other hands. So it is when the job has not come to an end.
   */
  async #settle(live: LiveJob, work: Promise<Partial<JobRecord>>, hold: Hold): Promise<void> {
    const outcome = await work;
    try {
      if (await hold.held()) await live.settle(outcome, hold.release);
    } catch {
      // A state that cannot be saved is found out when the job is looked at next.
    }
    if (live.settled) return void this.#options.control.requestStop(live.record.id, false).catch(() => undefined);
    this.#forget(live);
    live.abandon();
    // What is lost is let go as well, or it would be asked for again and again.
    await hold.release().catch(() => undefined);
  }

  #forget(live: LiveJob): void {
    if (this.#jobs.get(live.record.id) === live) this.#jobs.delete(live.record.id);
  }

  /** Stops a job when another process asks for it, and a shared one when another process may have taken it over. */
  #watch(live: LiveJob, hold: Hold): () => void {
    const { control, signals } = this.#options;
    const { id, shared } = live.record;
    let ended = false;
    const look = async () => {
      if (live.settled || live.stopRequested) return;
      if (await control.stopRequested(id)) await live.cancel();
      else if (shared !== undefined && !(await hold.held())) live.stop('interrupt');
    };
    const lookNow = () => void look().catch(() => undefined);
    const timer = setInterval(lookNow, LOOK).unref();
    let waiting: ReturnType<Signals['next']> | undefined;
    const listen = () => {
      waiting = ended ? undefined : signals?.next(stopTopic(id));
      void waiting?.promise.then(() => {
        lookNow();
        listen();
      });
    };
    listen();
    return () => {
      ended = true;
      clearInterval(timer);
      waiting?.forget();
    };
  }
}
