import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ProjectError } from './error.ts';

/** What a project's file is called, in the folder that a command is run in. */
export const PROJECT_FILES = ['ts', 'mts', 'js', 'mjs'].map((ending) => `seedgraph.config.${ending}`);

/** Where to look. */
export interface ProjectLocation {
  /** A file, or the folder that it is in. Default: the variable SEEDGRAPH_PROJECT, else the working directory. */
  readonly file?: string | undefined;
}

/**
 * The project's file; undefined where there is none and none was named.
 *
 * @throws ProjectError PROJECT_NOT_FOUND for a name of nothing; INVALID_PROJECT where a folder has several.
 */
export function findProject(location: ProjectLocation = {}): string | undefined {
  // An empty variable, or flag, is as none.
  const file = location.file || process.env.SEEDGRAPH_PROJECT || undefined;
  const path = resolve(file ?? '.');
  if (file !== undefined && !existsSync(path)) {
    const message = `There is no project ${file}. Name a file such as ${PROJECT_FILES[0]}, or the folder that it is in.`;
    throw new ProjectError('PROJECT_NOT_FOUND', message, { path: ['project'], details: { given: file } });
  }
  return statSync(path).isDirectory() ? inFolder(path, file) : path;
}

function inFolder(folder: string, named: string | undefined): string | undefined {
  const found = PROJECT_FILES.filter((name) => existsSync(join(folder, name)));
  if (found.length > 1) {
    throw new ProjectError('INVALID_PROJECT', `${folder} has ${found.join(' and ')}; keep one of them, or name one.`, {
      details: { files: found },
    });
  }
  if (found[0] !== undefined) return join(folder, found[0]);
  if (named === undefined) return undefined;
  throw new ProjectError('PROJECT_NOT_FOUND', `${named} has no ${PROJECT_FILES.join(', ')}.`, { path: ['project'] });
}
