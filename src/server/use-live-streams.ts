import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { LiveStreams } from './live-streams.ts';

/** Keeps hold of every subscription, over SSE and WebSocket alike: closing a server ends neither by itself. */
export function useLiveStreams(streams: LiveStreams): Plugin {
  return {
    onSubscribe: () => ({
      onSubscribeResult({ result, setResult }) {
        if (isAsyncIterable(result)) setResult(streams.track(result));
      },
    }),
  };
}
