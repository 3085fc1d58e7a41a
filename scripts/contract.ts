import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** Where the contract lies: the SDL in one file a domain, of which all but the first extend the root types. */
const folder = 'schema';

/** The contract in a working tree. */
export function contractIn(directory: string): GraphQLSchema {
  const names = readdirSync(join(directory, folder)).filter((name) => name.endsWith('.graphql'));
  return built(names.map((name) => readFileSync(join(directory, folder, name), 'utf8')));
}

/** The contract as it was committed: of a branch, a tag or any other name of a commit. */
export function contractAt(directory: string, commit: string): GraphQLSchema {
  const listed = git(directory, 'ls-tree', '--name-only', `${commit}:./${folder}`).split('\n');
  const names = listed.filter((name) => name.endsWith('.graphql'));
  return built(names.map((name) => textAt(directory, commit, `${folder}/${name}`)));
}

/** A file as it was committed. */
export function textAt(directory: string, commit: string, path: string): string {
  return git(directory, 'show', `${commit}:./${path}`);
}

/** Where the working tree and another line of commits parted: what has been committed there since is not this tree's doing. */
export function forkFrom(directory: string, commit: string): string {
  return git(directory, 'merge-base', commit, 'HEAD').trim();
}

function built(parts: readonly string[]): GraphQLSchema {
  return buildSchema(parts.join('\n'));
}

function git(directory: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: directory, encoding: 'utf8', stdio: 'pipe', maxBuffer: 2 ** 28 });
}
