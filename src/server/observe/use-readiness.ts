import type { Plugin } from 'graphql-yoga';

/** Why a gateway cannot serve now; undefined when it can. */
export type Readiness = () => Promise<string | undefined>;

/**
 * Answers `GET /ready` in JSON: 200, or 503 with the reason, so that balancers send requests elsewhere. (Yoga's own plugin parses
 * the URL of every request.)
 */
export function useReadiness(problem: Readiness): Plugin {
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      if (request.method !== 'GET' || url.pathname !== '/ready') return;
      return problem().then((reason) => {
        const body = JSON.stringify({ ready: reason === undefined, reason });
        const headers = { 'content-type': 'application/json' };
        endResponse(new fetchAPI.Response(body, { status: reason === undefined ? 200 : 503, headers }));
      });
    },
  };
}
