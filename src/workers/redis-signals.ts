import { createRedisEventTarget } from '@graphql-yoga/redis-event-target';
import type { Redis } from 'ioredis';
import type { Signals } from '../jobs/index.ts';
import type { WorkerLog } from './log.ts';
import { connectRedis } from './redis.ts';

/** Signals through Redis, until they are closed. */
export interface RedisSignals extends Signals {
  close(): void;
}

/**
 * Signals between all who share a store. They have one channel: a subscription for each who waits would cost two commands every time,
 * and there are few signals.
 */
export function redisSignals(url: string, channel: string, log: WorkerLog): RedisSignals {
  const subscribeClient = forgiving(connectRedis(url, 'signals', log), 'subscribe');
  // What cannot be told now is not told: it may be looked up.
  const publishClient = forgiving(connectRedis(url, 'signals, sending', log, { enableOfflineQueue: false }), 'publish');
  const target = createRedisEventTarget<CustomEvent<string>>({ subscribeClient, publishClient });
  const waiting = new Map<string, Set<() => void>>();
  target.addEventListener(channel, ({ detail: topic }) => {
    const all = waiting.get(topic);
    waiting.delete(topic);
    for (const wake of all ?? []) wake();
  });
  return {
    tell: (topic) => void target.dispatchEvent(new CustomEvent(channel, { detail: topic })),
    next: (topic) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const all = waiting.get(topic) ?? new Set();
      waiting.set(topic, all.add(resolve));
      const forget = () => {
        all.delete(resolve);
        if (all.size === 0 && waiting.get(topic) === all) waiting.delete(topic);
      };
      return { promise, forget };
    },
    close: () => {
      for (const client of [subscribeClient, publishClient]) client.disconnect();
    },
  };
}

/** The event target does not look at what becomes of its commands; that Redis is away must not end the process. */
function forgiving(client: Redis, command: 'publish' | 'subscribe'): Redis {
  // One of its many forms: text in, a promise out.
  const send = client[command].bind(client) as (...args: string[]) => Promise<unknown>;
  return Object.assign(client, { [command]: (...args: string[]) => send(...args).catch(() => undefined) });
}
