import { SeedgraphError } from '../definition/index.ts';

/** A dataset could not be verified. Codes: DATASET_CHANGED. */
export class VerifyError extends SeedgraphError {}
