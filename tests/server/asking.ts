import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { collect, type Served } from './served.ts';

/** What came back, whichever way: over a socket there is no status. */
export interface Reply {
  readonly status?: number;
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

type Ask = (served: Served, query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Reply>;

/** The ways to run one operation. */
export const transports: Readonly<Record<'HTTP' | 'SSE' | 'WebSocket', Ask>> = {
  HTTP: async ({ url }, query, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, ...((await response.json()) as Reply) };
  },
  SSE: async ({ url }, query, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query, variables }),
    });
    const [, json = '{}'] = /^data: (.+)$/m.exec(await response.text()) ?? [];
    return JSON.parse(json) as Reply;
  },
  WebSocket: async ({ socketUrl }, query, variables) => {
    const client = createClient({ url: socketUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
    try {
      const [reply] = await collect(client.iterate({ query, variables }));
      return reply as Reply;
    } catch (errors) {
      // What is refused before it runs is thrown as a list of errors; anything else is a broken socket.
      if (!Array.isArray(errors)) throw errors;
      return { errors };
    } finally {
      await client.dispose();
    }
  },
};
