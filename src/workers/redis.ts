import { Redis, type RedisOptions } from 'ioredis';
import type { WorkerLog } from './log.ts';
import { shownUrl } from './redis-url.ts';

/**
 * A connection that is sought again for as long as it takes. Each loss, and its end, is told once.
 *
 * @param name Of what it is for, for the log.
 */
export function connectRedis(url: string, name: string, log: WorkerLog, options: RedisOptions = {}): Redis {
  const client = new Redis(url, {
    // A command that was begun is repeated until it is answered, as BullMQ wants it.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(50 * 2 ** Math.min(times, 6), 2_000),
    ...options,
  });
  let isLost = false;
  client.on('error', (error: Error) => {
    if (!isLost) log.warn({ connection: name, redis: shownUrl(url), reason: reasonOf(error) }, 'Redis cannot be reached');
    isLost = true;
  });
  client.on('ready', () => {
    if (isLost) log.warn({ connection: name, redis: shownUrl(url) }, 'Redis is there again');
    isLost = false;
  });
  return client;
}

function reasonOf(error: Error): string {
  return 'code' in error ? String(error.code) : error.message;
}
