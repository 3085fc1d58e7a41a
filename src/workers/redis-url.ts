import { WorkerError } from './error.ts';

/** @throws WorkerError INVALID_REDIS_URL unless it is `redis://` or, encrypted, `rediss://`, with a host. */
export function checkRedisUrl(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.hostname && /^rediss?:$/.test(parsed.protocol) && /^\/?\d*$/.test(parsed.pathname)) return url;
  const shown = shownUrl(url);
  throw new WorkerError('INVALID_REDIS_URL', `"${shown}" names no Redis; write redis://HOST:PORT, or rediss:// with TLS.`, {
    path: ['redis'],
    details: { url: shown },
  });
}

/** A URL as people may see it. */
export function shownUrl(url: string): string {
  return url.replace(/\/\/[^/]*@/, '//***@');
}
