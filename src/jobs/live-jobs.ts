import type { JobRecord } from '../store/control.ts';
import type { LiveJob } from './live-job.ts';
import type { UnderWay } from './under-way.ts';
import type { Hold } from './writers.ts';

/** The jobs that run in this process, each holding its dataset's lease until it ends. */
export class LiveJobs {
  readonly #jobs = new Map<string, LiveJob>();
  readonly #underWay: UnderWay;

  constructor(underWay: UnderWay) {
    this.#underWay = underWay;
  }

  get(id: string): LiveJob | undefined {
    return this.#jobs.get(id);
  }

  values(): IterableIterator<LiveJob> {
    return this.#jobs.values();
  }

  /** Runs a job in the background. `work` tells how it ended, and does not reject. */
  run(live: LiveJob, hold: Hold, work: (live: LiveJob) => Promise<Partial<JobRecord>>): void {
    this.#jobs.set(live.record.id, live);
    this.#underWay.track(this.#settle(live, work(live), hold).finally(() => this.#jobs.delete(live.record.id)));
  }

  /**
   * The dataset is free before the end is told, so that whoever waits for it can go on at once. A process that stood still until
   * its lease was gone tells nothing: the job is in other hands.
   */
  async #settle(live: LiveJob, work: Promise<Partial<JobRecord>>, hold: Hold): Promise<void> {
    const outcome = await work;
    if (!(await hold.held())) {
      this.#jobs.delete(live.record.id);
      return live.abandon();
    }
    // A state that cannot be saved is found out when the job is looked at next; a lease that cannot be released runs out.
    await live.settle(outcome, hold.release).catch(() => {
      this.#jobs.delete(live.record.id);
      live.abandon();
    });
  }
}
