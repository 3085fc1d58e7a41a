import type { DomainModel } from '../definition/index.ts';
import type { ProjectSource } from './domain-source.ts';
import { builtInProject, loadProject } from './load-project.ts';
import { hasLoaded, watchFiles } from './loaded-files.ts';

/** Loads the domains that `sourceOf` stands for; undefined when a file of the project has been changed since. */
export async function loadDomains(argument: unknown): Promise<readonly DomainModel[] | undefined> {
  // What `sourceOf` has put there.
  const source = argument as ProjectSource | undefined;
  if (!source) return builtInProject().domains;
  watchFiles();
  const { domains } = await loadProject({ file: source.file });
  return hasLoaded(source.files) ? domains : undefined;
}
