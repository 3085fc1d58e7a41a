import type { Control, JobRecord } from '../store/control.ts';
import { notCancelable } from './error.ts';
import { SETTLED } from './live-job.ts';
import { type Signals, stopTopic } from './slices/signals.ts';

/** Kinds of jobs whose processes look whether they are to stop. */
const CANCELABLE: ReadonlySet<JobRecord['kind']> = new Set(['seed', 'push']);

/** What it takes to cancel a job of another process. */
export interface CancelOptions {
  readonly control: Control;
  readonly signals: Signals | undefined;
  /** Ends a job that is to be stopped, and that nobody leads. */
  readonly adopt: (job: JobRecord) => Promise<void>;
}

/** Asks the process that runs a job to stop it; a shared one that has none ends here. @throws JobError JOB_NOT_CANCELABLE. */
export async function cancelElsewhere({ control, signals, adopt }: CancelOptions, job: JobRecord): Promise<JobRecord> {
  if (SETTLED.has(job.status)) throw notCancelable(job.status, true);
  if (!CANCELABLE.has(job.kind)) throw notCancelable(job.status, false);
  await control.requestStop(job.id);
  signals?.tell(stopTopic(job.id));
  if (job.shared !== undefined && !(await control.leased(job.dataset))) await adopt(job);
  const now = (await control.job(job.id)) ?? job;
  return SETTLED.has(now.status) ? now : { ...now, status: 'CANCELING' };
}
