import { hash } from 'node:crypto';
import { registerHooks } from 'node:module';

/** Hashes of files' texts, by the URL that they were loaded from. */
export type LoadedFiles = Readonly<Record<string, string>>;

/** Of this thread. */
const loaded = new Map<string, string>();
let isWatching = false;

const ourselves = new URL('..', import.meta.url).href;

function isOfUser(url: string): boolean {
  return url.startsWith('file:') && !url.startsWith(ourselves) && !url.includes('/node_modules/');
}

/** From here on, notes which files of the user's are loaded, and what was in them. Packages are taken as they are. */
export function watchFiles(): void {
  if (isWatching) return;
  isWatching = true;
  registerHooks({
    load: (url, context, next) => {
      const result = next(url, context);
      const { source } = result;
      const isText = typeof source === 'string' || ArrayBuffer.isView(source);
      if (isText && isOfUser(url)) loaded.set(url, hash('sha256', source));
      return result;
    },
  });
}

/** What has been loaded so far. */
export function loadedFiles(): LoadedFiles {
  return Object.fromEntries(loaded);
}

/** Whether this thread has loaded the same files as another one that has loaded `others`, as far as it has loaded them. */
export function hasLoaded(others: LoadedFiles): boolean {
  return Object.entries(others).every(([url, text]) => loaded.get(url) === text);
}
