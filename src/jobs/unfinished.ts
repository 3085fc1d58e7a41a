import type { DomainModel } from '../definition/index.ts';
import type { JobRecord } from '../store/control.ts';
import type { Generation, Store } from '../store/store.ts';
import { notResumable } from './error.ts';

/** What a job that has not come to its end had made so far. @throws JobError JOB_NOT_RESUMABLE, saying why it cannot be gone on with. */
export async function unfinished(
  job: JobRecord,
  store: Store,
  domains: ReadonlyMap<string, DomainModel>,
  version: string,
): Promise<{ domain: DomainModel; generation: Generation }> {
  const domain = domains.get(job.domain);
  if (!domain) throw notResumable(`The domain "${job.domain}" is not known here.`);
  const generation = job.generation === null ? undefined : await store.reopen(job.generation, domain);
  if (!generation) throw notResumable('What it had made is gone: a newer seeding took its place, or it was dropped.');
  const begunBy = (await generation.state()).version;
  if (begunBy === version) return { domain, generation };
  throw notResumable(`It was begun by version "${begunBy}"; this is "${version}". Seed anew.`);
}
