import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ProjectError } from './error.ts';
import { watchFiles } from './loaded-files.ts';
import { offerOwnSources } from './own-sources.ts';

/**
 * Runs a project's file and gives its default export. Node leaves the types of TypeScript out by itself.
 *
 * @throws ProjectError INVALID_PROJECT that says where the file fails, as far as that is known, and what would be right.
 */
export async function importProject(file: string): Promise<unknown> {
  offerOwnSources();
  watchFiles();
  const tell = () => tellOfEnd(file);
  process.once('exit', tell);
  const exported: Readonly<Record<string, unknown>> = await import(pathToFileURL(file).href)
    .catch((error: unknown) => {
      throw failed(file, error);
    })
    .finally(() => process.off('exit', tell));
  if ('default' in exported) return exported.default;
  const names = Object.keys(exported);
  const instead = names.length > 0 ? `; it exports ${names.join(', ')}` : '';
  throw new ProjectError('INVALID_PROJECT', `${shown(file)} has no default export${instead}. ${FORM}`, { details: { file } });
}

/** A command that ends before it has begun must not look as if it had done its work. */
function tellOfEnd(file: string): void {
  const { message, code } = projectError(file, undefined, 'it ends the process, or waits for what never comes', undefined);
  console.error(`error: ${message} (${code})`);
  process.exitCode = 1;
}

/** How a project's file is written. */
export const FORM = 'Write: export default defineConfig({ domains: [...] })';

function failed(file: string, error: unknown): ProjectError {
  if (!(error instanceof Error)) return projectError(file, undefined, `it throws ${JSON.stringify(error)}`, error);
  const { code } = error as NodeJS.ErrnoException;
  const advice = advices[code ?? ''];
  const isSyntax = error instanceof SyntaxError || advice !== undefined;
  return projectError(
    file,
    placeOf(error, file),
    isSyntax ? `${error.message}${advice ? `. ${advice}` : ''}` : error.message,
    error,
  );
}

const advices: Readonly<Record<string, string>> = {
  ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX:
    'Node leaves types out and compiles nothing: write an enum as a list of texts (`[...] as const`), a parameter property as a field. With "erasableSyntaxOnly" in tsconfig.json editors show such places',
  ERR_MODULE_NOT_FOUND: 'A file is imported with its ending ("./locker.ts"), a package must be installed beside the project',
  ERR_UNKNOWN_FILE_EXTENSION: 'TypeScript takes Node 22.18 or newer; older ones run seedgraph.config.mjs',
};

function projectError(file: string, place: string | undefined, what: string, cause: unknown): ProjectError {
  const mistakes = (cause as { readonly mistakes?: unknown } | null)?.mistakes;
  return new ProjectError('INVALID_PROJECT', `${place ?? shown(file)}: ${what.replace(/\.$/, '')}.`, {
    cause,
    details: { file, ...(place !== undefined && { place }), ...(mistakes !== undefined && { mistakes }) },
  });
}

/** `FILE:LINE`: where the syntax is wrong, which Node puts before the stack, or the innermost call in a file of the user's. */
function placeOf({ stack = '' }: Error, file: string): string | undefined {
  const [first = '', ...calls] = stack.split('\n');
  const [, wrong, line] = /^(?:file:\/\/)?(\/.*|[A-Za-z]:.*):(\d+)$/.exec(first) ?? [];
  if (wrong !== undefined) return `${shown(wrong)}:${line}`;
  const places = calls.flatMap((call) => {
    const [, url = '', at] = /(file:\/\/\S+?):(\d+):\d+\)?$/.exec(call) ?? [];
    return at === undefined || url.includes('/node_modules/') ? [] : [{ path: fileURLToPath(url), at }];
  });
  const found = places.find(({ path }) => path === file) ?? places.find(({ path }) => !path.startsWith(ourselves));
  return found && `${shown(found.path)}:${found.at}`;
}

const ourselves = fileURLToPath(new URL('..', import.meta.url));

/** As short as it is clear from the working directory. */
export function shown(file: string): string {
  const short = relative(process.cwd(), file);
  return short.startsWith('..') ? file : short;
}
