import { Command, Option } from 'commander';
import { builtInProject, loadProject, type Project } from '../project/index.ts';
import { dataVersionOf } from '../version.ts';

export const projectOption = () =>
  new Option('--project <file>', 'a seedgraph.config.ts, or its folder; default: that of the working directory').env(
    'SEEDGRAPH_PROJECT',
  );

/** One a process: a command line is of one project. */
let current: Project | undefined;
let failure: unknown;

/**
 * Loads the project that a command line is about, before there are commands: some options are those of its definitions. What is wrong
 * with it is told by `checkProject`, since help needs none.
 */
export async function openProject(args: readonly string[]): Promise<void> {
  const only = new Command().exitOverride().addOption(projectOption());
  try {
    only.parseOptions([...args]);
    current = await loadProject({ file: only.opts<{ project?: string }>().project });
  } catch (error) {
    failure = error;
  }
}

/** @throws ProjectError when the project could not be loaded. */
export function checkProject(): void {
  if (failure !== undefined) throw failure;
}

/** What commands are about: the project that was opened, else what comes with Seedgraph. */
export function currentProject(): Project {
  current ??= builtInProject();
  return current;
}

/** The version of everything that decides what rows of the current project look like. */
export function currentVersion(): string {
  return dataVersionOf(currentProject().version);
}
