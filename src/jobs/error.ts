import { type EntityModel, SeedgraphError } from '../definition/index.ts';

/**
 * What running jobs raises. Codes: DATASET_BUSY, JOB_NOT_FOUND, JOB_NOT_RESUMABLE, JOB_NOT_CANCELABLE, JOB_FAILED,
 * IDEMPOTENCY_KEY_REUSED, DATASET_EXISTS, SEED_MISMATCH, NOTHING_TO_UPDATE, MISSING_PREREQUISITES, INVALID_COUNT, INVALID_DATASET_NAME,
 * INVALID_VALUE, REFERENCE_NOT_FOUND, CAPACITY_EXHAUSTED, LIMIT_EXCEEDED, VERSION_MISMATCH, SAMPLE_NOT_STORED, SHUTTING_DOWN,
 * ROW_NOT_FOUND, NOT_EDITABLE, ROWS_IN_THE_WAY, CONFLICT, THREAD_DIED.
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

/** A row that is to be changed, by its key. */
export function rowNotFound(entity: EntityModel, key: string, dataset: string): JobError {
  return new JobError('ROW_NOT_FOUND', `There is no ${entity.typeName} "${key}" in the dataset "${dataset}".`, {
    path: ['key'],
    details: { given: key, dataset },
  });
}
