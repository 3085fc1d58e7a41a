import { SeedgraphError } from '../definition/index.ts';
import type { JobEvent, Jobs } from '../jobs/index.ts';
import type { JobRecord } from '../store/control.ts';
import type { ProgressView } from './progress-bars.ts';

/** Shows a job until it ends, and gives it as it is then. Ctrl-C cancels it. */
export async function followJob(jobs: Jobs, started: JobRecord, view: ProgressView): Promise<JobRecord> {
  const stop = () => void jobs.cancel(started.id).catch(() => undefined);
  process.once('SIGINT', stop);
  let last: JobEvent | undefined;
  try {
    for await (const event of jobs.progress(started.id)) {
      last = event;
      view.show(event);
    }
  } finally {
    view.end();
    process.off('SIGINT', stop);
  }
  return last?.job ?? started;
}

/** @throws SeedgraphError the job's own, else JOB_CANCELED and the like with what is to be said of that, unless it was completed. */
export function requireCompleted({ status, error }: JobRecord, otherwise: string): void {
  if (status === 'COMPLETED') return;
  throw new SeedgraphError(error?.code ?? `JOB_${status}`, error?.message ?? `The job ended as ${status}. ${otherwise}`);
}
