import type { ServerResponse } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import type { Limits } from './limits.ts';

/** What Node's server gives along; in-process there is none. */
interface NodeContext {
  readonly res?: ServerResponse;
}

/**
 * Cuts a connection on which nothing moves while an answer is being sent: it would be kept in memory for as long as the client
 * likes. The time before the answer does not count. Streams are pinged more often than that.
 */
export function useUnreadLimit({ unread }: Limits): Plugin<object, NodeContext> {
  return {
    // Node itself sets another time once all is sent: that for which idle connections are kept.
    onResponse: ({ serverContext }) => void serverContext.res?.setTimeout(unread),
  };
}
