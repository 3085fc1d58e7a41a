import type { Control } from '../control.ts';
import type { Database } from './database.ts';
import { JobTable } from './jobs.ts';
import type { Leases } from './leases.ts';

/** Jobs in the control schema, and leases. */
export function postgresControl(database: Database, leases: Leases): Control {
  const jobs = new JobTable(database);
  return {
    saveJob: (job) => jobs.save(job),
    job: (id) => jobs.byId(id),
    jobByIdempotencyKey: (key) => jobs.byIdempotencyKey(key),
    jobs: (query) => jobs.list(query),
    countJobs: (query) => jobs.count(query),
    requestStop: (id, wanted = true) => jobs.requestStop(id, wanted),
    stopRequested: (id) => jobs.stopRequested(id),
    acquire: (dataset) => leases.acquire(dataset),
    leased: (dataset) => leases.isHeld(dataset),
  };
}
