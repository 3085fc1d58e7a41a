import { SeedgraphError } from '../definition/index.ts';

/**
 * What running jobs raises. Codes: DATASET_BUSY, JOB_NOT_FOUND, JOB_NOT_RESUMABLE, JOB_NOT_CANCELABLE, JOB_FAILED,
 * IDEMPOTENCY_KEY_REUSED, INVALID_COUNT, INVALID_DATASET_NAME, INVALID_VALUE, REFERENCE_NOT_FOUND, CAPACITY_EXHAUSTED, LIMIT_EXCEEDED,
 * VERSION_MISMATCH, SAMPLE_NOT_STORED, SHUTTING_DOWN.
 */
export class JobError extends SeedgraphError {}

export function notFound(id: string): JobError {
  return new JobError('JOB_NOT_FOUND', `There is no job "${id}".`, { path: ['id'], details: { given: id } });
}

export function notResumable(why: string): JobError {
  return new JobError('JOB_NOT_RESUMABLE', why, { path: ['id'] });
}

export function notCancelable(status: string, ended: boolean): JobError {
  const why = ended ? 'only one that has not ended can be canceled' : 'it runs in another process, which has to cancel it';
  return new JobError('JOB_NOT_CANCELABLE', `The job is ${status}; ${why}.`, { path: ['id'] });
}

export function shuttingDown(): JobError {
  return new JobError('SHUTTING_DOWN', 'The gateway is shutting down and takes no more work.');
}
