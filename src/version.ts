import { readFileSync } from 'node:fs';

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

// The manifest lies one folder above both `src/` and `dist/`; its shape is our own.
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Manifest;

/** The version of the package. */
export const packageVersion = manifest.version;

/**
 * The version of everything that decides what rows look like. A job begun under another one is not continued.
 *
 * @param project the version that a project gives its own definitions; empty for none.
 */
export function dataVersionOf(project: string): string {
  const ours = `seedgraph ${manifest.version}, faker ${manifest.dependencies['@faker-js/faker']}`;
  return project ? `${ours}, project ${project}` : ours;
}
