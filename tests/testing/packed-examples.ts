import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Copies of the examples, beside the package as it would be published. */
export interface PackedExamples {
  readonly folder: string;
  /** What a program printed, and how it ended: 0 is well. */
  run(program: string, args: readonly string[], options?: RunOptions): Promise<Ended>;
  remove(): Promise<void>;
}

export interface RunOptions {
  /** Which example it runs in. Default: the folder of all. */
  readonly example?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/**
 * Builds the package into a new folder's `node_modules`, where the checkout's own dependencies are linked to, and copies examples beside it.
 *
 * @param from the folder of the examples, or one of them.
 */
export async function packExamples(from = 'examples/testing'): Promise<PackedExamples> {
  const folder = await mkdtemp(join(tmpdir(), 'seedgraph-examples-'));
  const modules = join(folder, 'node_modules');
  await linkEntries(join(root, 'node_modules'), modules);
  await rm(join(modules, '.bin'));
  await linkEntries(join(root, 'node_modules/.bin'), join(modules, '.bin'));
  const packed = join(modules, 'seedgraph');
  const built = await run('tsc', ['-p', 'tsconfig.build.json', '--outDir', join(packed, 'dist')], root, {});
  if (built.code !== 0) throw new Error(`The package does not build:\n${built.output}`);
  for (const file of ['package.json', 'config']) await cp(join(root, file), join(packed, file), { recursive: true });
  // As npm installs what `bin` names.
  await chmod(join(packed, 'dist/cli/index.js'), 0o755);
  await symlink('../seedgraph/dist/cli/index.js', join(modules, '.bin/seedgraph'));
  const names = from === 'examples/testing' ? await readdir(join(root, from)) : [''];
  for (const name of names) {
    await cp(join(root, from, name), join(folder, name), { recursive: true });
    if (name !== '') await symlink('../node_modules', join(folder, name, 'node_modules'));
  }
  return {
    folder,
    run: (program, args, { example = '.', environment = {} } = {}) => run(program, args, join(folder, example), environment),
    remove: () => rm(folder, { recursive: true }),
  };
}

async function linkEntries(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const name of await readdir(from)) await symlink(join(from, name), join(to, name));
}

/** With the Node version and the tools of the checkout, whatever there is on the machine; not as a part of the test run it is called from. */
function run(program: string, args: readonly string[], cwd: string, environment: RunOptions['environment']): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV$|NODE_OPTIONS$|npm_)/.test(name));
  const PATH = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`;
  const env = { ...Object.fromEntries(inherited), ...environment, PATH, NO_COLOR: '1' };
  return new Promise((resolve) => {
    execFile(program, args, { cwd, env, timeout: 180_000 }, (error, stdout, stderr) => {
      const code = error ? Number(error.code) || 1 : 0;
      resolve({ code, output: `${stdout}${stderr}` });
    });
  });
}
