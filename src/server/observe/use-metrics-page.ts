import type { Plugin } from 'graphql-yoga';
import type { Metrics } from './metrics.ts';

/** Answers `GET /metrics`. */
export function useMetricsPage(metrics: Metrics): Plugin {
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (request.method !== 'GET' || url.pathname !== '/metrics') return;
      endResponse(new fetchAPI.Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } }));
    },
  };
}
