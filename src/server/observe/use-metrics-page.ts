import type { Plugin } from 'graphql-yoga';
import type { Metrics } from './metrics.ts';

/** Answers `GET /metrics`. */
export function useMetricsPage(metrics: Metrics): Plugin {
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      if (request.method !== 'GET' || url.pathname !== '/metrics') return;
      const headers = { 'content-type': metrics.contentType };
      return metrics.text().then((text) => endResponse(new fetchAPI.Response(text, { headers })));
    },
  };
}
