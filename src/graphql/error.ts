import { SeedgraphError } from '../definition/index.ts';

/**
 * A request asks for something it cannot have. Codes: INVALID_CURSOR, INVALID_PAGE_SIZE, INVALID_PAGINATION, INVALID_FILTER,
 * INVALID_ORDER, INVALID_SEED, INVALID_VALUE, DATASET_NOT_FOUND, JOB_NOT_FOUND, or that of a failed job.
 * The path points into the arguments of the field.
 */
export class RequestError extends SeedgraphError {}

/** Where a value came from: the field's argument, then the fields of input objects and the places in lists. */
export type ArgumentPath = readonly (string | number)[];

/** What the engine calls the dataset is another argument here. */
export function namedAs(argument: string, error: unknown): never {
  if (error instanceof SeedgraphError && error.inputPath[0] === 'dataset') return raiseAt([argument], error);
  throw error;
}

/** Raises an error of the engine anew, with the path that the wrong input has for the client. Other errors pass. */
export function raiseAt(path: ArgumentPath, error: unknown): never {
  if (!(error instanceof SeedgraphError)) throw error;
  throw new SeedgraphError(error.code, error.message, { path, details: error.details, cause: error });
}
