import type { DomainModel } from '../definition/index.ts';
import { builtInProject, loadProject } from './load-project.ts';

/** Loads the domains of a project's file, or without one those that come with Seedgraph: what `sourceOf` leads to. */
export async function loadDomains(file: unknown): Promise<readonly DomainModel[]> {
  const { domains } = typeof file === 'string' ? await loadProject({ file }) : builtInProject();
  return domains;
}
