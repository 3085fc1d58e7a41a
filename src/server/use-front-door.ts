import type { Plugin } from 'graphql-yoga';

/** Sends who asks for `/` on to the endpoint, where browsers find GraphiQL. */
export function useFrontDoor(endpoint: string): Plugin {
  return {
    onRequest({ request, url, fetchAPI, endResponse }) {
      if (request.method !== 'GET' || url.pathname !== '/') return;
      endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: endpoint } }));
    },
  };
}
