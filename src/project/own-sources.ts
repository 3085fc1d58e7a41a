import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

// The manifest lies two folders above; its shape is our own.
const root = new URL('../../', import.meta.url);

let isDone = false;

/**
 * In a checkout, lets a project's `import ... from 'seedgraph'` have the sources that run: nothing is built there, and a project
 * in another folder has no package beside it. A built package is left to Node, which finds what is installed.
 */
export function offerOwnSources(): void {
  if (isDone || !import.meta.url.endsWith('.ts')) return;
  isDone = true;
  const sources = sourcesByName();
  registerHooks({
    resolve: (specifier, context, next) => {
      const url = sources.get(specifier);
      return url === undefined ? next(specifier, context) : { url, shortCircuit: true };
    },
  });
}

/** `seedgraph/testing` is in `src/testing/index.ts`, since it is built into `dist/testing/index.js`. */
function sourcesByName(): ReadonlyMap<string, string> {
  const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  };
  const entries = Object.entries(manifest.exports).flatMap(([path, target]) => {
    if (typeof target === 'string') return [];
    const source = new URL(target.default.replace('./dist/', 'src/').replace(/\.js$/, '.ts'), root);
    return existsSync(source) ? [[`${manifest.name}${path.slice(1)}`, source.href] as const] : [];
  });
  return new Map(entries);
}
