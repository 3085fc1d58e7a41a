import type { DomainModel } from '../definition/index.ts';
import type { JobRecord } from '../store/control.ts';
import type { Store } from '../store/store.ts';
import { SETTLED } from './live-job.ts';
import { completed } from './seed-job.ts';

/**
 * A run that died may have told of moments that were never saved. What follows is counted from the next multiple of this, so
 * that clients which saw those moments are told of it all the same. A run has about a change a batch, far fewer.
 */
const SEQUENCE_OF_RUN = 1_000_000;

/** Jobs looked at in one go; more than one writer a dataset there cannot be. */
const PAGE = 1_000;

/** Settles the jobs of dead processes: those that look alive although nobody holds their dataset's lease. */
export async function reconcile(store: Store, domains: readonly DomainModel[]): Promise<void> {
  const open = await store.control.jobs({ status: ['QUEUED', 'RUNNING', 'CANCELING'], limit: PAGE });
  for (const job of open) await settleIfDead(job, store, domains);
}

/** The job as it is: one whose process died is settled first. `elsewhere` says that another job of this process holds the lease. */
export async function settleIfDead(
  job: JobRecord,
  store: Store,
  domains: readonly DomainModel[],
  elsewhere = false,
): Promise<JobRecord> {
  // One that is shared is gone on with by whoever finds it without a leader.
  if (SETTLED.has(job.status) || job.shared !== undefined) return job;
  if (!elsewhere && (await store.control.leased(job.dataset))) return job;
  // It may have ended while we looked.
  const now = (await store.control.job(job.id)) ?? job;
  if (SETTLED.has(now.status)) return now;
  const settled = {
    ...now,
    seq: (Math.floor(now.seq / SEQUENCE_OF_RUN) + 1) * SEQUENCE_OF_RUN,
    ...(await fateOf(now, store, domains)),
  };
  await store.control.saveJob(settled);
  if (settled.kind === 'import' && settled.status !== 'COMPLETED') await discardRows(settled, store, domains);
  return settled;
}

/** Nobody goes on with an import: its file is read anew. One that died early may not have said which generation it had begun. */
async function discardRows(job: JobRecord, store: Store, domains: readonly DomainModel[]): Promise<void> {
  const domain = domains.find(({ name }) => name === job.domain);
  if (!domain) return;
  // A new generation takes the place of one that was not published.
  const { dataset, generation: id } = job;
  const left = id === null ? await store.create(dataset, domain, 'none', []) : await store.reopen(id, domain);
  if (left) await store.discard(left);
}

/** What became of a job whose process died: it may have published its rows and not lived to say so. */
export async function fateOf(job: JobRecord, store: Store, domains: readonly DomainModel[]): Promise<Partial<JobRecord>> {
  const domain = domains.find(({ name }) => name === job.domain);
  // Tables of another version, or a damaged file, say nothing about the job: it was interrupted.
  const published = domain && (await store.open(job.dataset, domain).catch(() => undefined));
  if (published && published.id === job.generation) return completed(job, published);
  const status = job.status === 'CANCELING' ? 'CANCELED' : 'INTERRUPTED';
  return { status, steps: job.steps.map((step) => (step.status === 'COMPLETED' ? step : { ...step, status })) };
}
