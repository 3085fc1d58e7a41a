import type { Plugin } from 'graphql-yoga';

const TAKEN = ['application/json', 'application/graphql+json', 'application/graphql'];

/**
 * Refuses every POST that a foreign page could send without asking: forms, multipart and text/plain
 * (https://fetch.spec.whatwg.org/#cors-safelisted-request-header), and those that name no type.
 */
export function useJsonPosts(): Plugin {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      if (request.method !== 'POST') return;
      const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
      if (TAKEN.includes(type.trim().toLowerCase())) return;
      const message = `POST takes application/json; given ${type.trim() || 'no content-type'}.`;
      const body = { errors: [{ message, extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }] };
      endResponse(
        new fetchAPI.Response(JSON.stringify(body), {
          status: 415,
          headers: { 'content-type': 'application/json', accept: TAKEN.join(', ') },
        }),
      );
    },
  };
}
