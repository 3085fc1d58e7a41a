import type { DomainModel } from '../definition/index.ts';
import type { JobRecord } from '../store/control.ts';
import type { Store } from '../store/store.ts';
import { completed } from './seed-job.ts';

/** Jobs looked at in one go; more than one writer a dataset there cannot be. */
const PAGE = 1_000;

/** Settles the jobs of dead processes: those that look alive although nobody holds their dataset's lease. */
export async function reconcile(store: Store, domains: readonly DomainModel[]): Promise<void> {
  const { control } = store;
  const open = await control.jobs({ status: ['QUEUED', 'RUNNING', 'CANCELING'], limit: PAGE });
  for (const job of open) {
    if (await control.leased(job.dataset)) continue;
    await control.saveJob({ ...job, seq: job.seq + 1, ...(await fateOf(job, store, domains)) });
  }
}

/** What became of a job whose process died: it may have published its rows and not lived to say so. */
async function fateOf(job: JobRecord, store: Store, domains: readonly DomainModel[]): Promise<Partial<JobRecord>> {
  const domain = domains.find(({ name }) => name === job.domain);
  const published = domain && (await store.open(job.dataset, domain));
  if (published && published.id === job.generation) return completed(job, published);
  const status = job.status === 'CANCELING' ? 'CANCELED' : 'INTERRUPTED';
  return { status, steps: job.steps.map((step) => (step.status === 'COMPLETED' ? step : { ...step, status })) };
}
