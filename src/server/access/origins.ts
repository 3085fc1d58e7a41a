import type { Plugin, YogaServerOptions } from 'graphql-yoga';

type Cors = NonNullable<YogaServerOptions<object, object>['cors']>;

/**
 * Yoga's `cors` for some origins. Others get no CORS headers at all: yoga's own list answers them with the origin `null`, which
 * every sandboxed frame has. Nobody is told to send credentials: tokens travel in a header.
 */
export function corsFor(origins: readonly string[]): Cors {
  if (origins.length === 0) return false;
  return (request) => {
    const origin = request.headers.get('origin');
    if (origin === null || !origins.includes(origin)) return false;
    // Without `allowedHeaders`, whatever a page asks for in its preflight may be sent: authorization, x-dataset, ...
    return { origin, credentials: false, methods: ['GET', 'POST'], exposedHeaders: ['x-request-id'], maxAge: 600 };
  };
}

/** Tells caches that answers differ by origin. */
export function useVaryByOrigin(origins: readonly string[]): Plugin {
  return {
    onResponse({ response }) {
      if (origins.length > 0) response.headers.append('vary', 'Origin');
    },
  };
}

/**
 * Whether a WebSocket may be opened from a page: browsers let any page open one anywhere, and say which page it was. Other
 * clients send no origin.
 */
export function isAllowedOrigin(origin: string | undefined, host: string | undefined, origins: readonly string[]): boolean {
  if (!origin || origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
