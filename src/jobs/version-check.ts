import type { GenerationState } from '../store/store.ts';
import { JobError } from './error.ts';

/** Rows of two versions do not mix: a recipe is one version's. @throws JobError VERSION_MISMATCH. */
export function checkVersion(state: GenerationState, version: string, dataset: string): void {
  if (state.version === version) return;
  throw new JobError(
    'VERSION_MISMATCH',
    `The dataset "${dataset}" was made by version "${state.version}"; this is "${version}". Bring it up to date (a seeding with the mode update), or seed it anew.`,
    {
      path: ['dataset'],
    },
  );
}
