import { JobError } from './error.ts';

/** The dataset that always exists. */
export const DEFAULT_DATASET = 'default';

/** @throws JobError INVALID_DATASET_NAME unless the name is `[a-z0-9][a-z0-9_-]{0,62}`. */
export function checkDatasetName(name: string): string {
  if (/^[a-z0-9][a-z0-9_-]{0,62}$/.test(name)) return name;
  throw new JobError(
    'INVALID_DATASET_NAME',
    `"${name}" is not a dataset's name: use 1 to 63 of a-z, 0-9, "_" and "-", beginning with a letter or a digit.`,
    { path: ['dataset'], details: { given: name } },
  );
}
