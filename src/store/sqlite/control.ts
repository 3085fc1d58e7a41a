import type { Control } from '../control.ts';
import type { Connection } from './connection.ts';
import { JobTable } from './jobs.ts';
import { LeaseTable } from './leases.ts';

/** Jobs and leases in the control database. */
export function sqliteControl(connection: Connection, maxSettledJobs: number): Control {
  const jobs = new JobTable(connection, maxSettledJobs);
  const leases = new LeaseTable(connection);
  return {
    saveJob: async (job) => jobs.save(job),
    job: async (id) => jobs.byId(id),
    jobByIdempotencyKey: async (key) => jobs.byIdempotencyKey(key),
    jobs: async (query) => jobs.list(query),
    countJobs: async (query) => jobs.count(query),
    requestStop: async (id, wanted = true) => jobs.requestStop(id, wanted),
    stopRequested: async (id) => jobs.stopRequested(id),
    acquire: async (dataset) => leases.acquire(dataset),
    leased: async (dataset) => leases.isHeld(dataset),
  };
}
