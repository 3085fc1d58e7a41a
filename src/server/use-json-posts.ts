import type { Plugin } from 'graphql-yoga';
import { refusalBody, refusalHeaders } from './refusal.ts';

const TAKEN = ['application/json', 'application/graphql+json', 'application/graphql'];

/**
 * Refuses every POST that a foreign page could send without asking: forms, multipart and text/plain
 * (https://fetch.spec.whatwg.org/#cors-safelisted-request-header), and those that name no type. Compressed bodies are refused
 * too: a small one can hold anything.
 */
export function useJsonPosts(): Plugin {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      if (request.method !== 'POST') return;
      const refuse = (code: string, message: string, headers: Record<string, string>) => {
        const refusal = { status: 415, code, message, headers };
        endResponse(new fetchAPI.Response(refusalBody(refusal), { status: 415, headers: refusalHeaders(refusal) }));
      };
      const given = request.headers.get('content-type') ?? '';
      const type = given.split(';')[0]?.trim() ?? '';
      if (!TAKEN.includes(type.toLowerCase())) {
        const message = `POST takes application/json; given ${type || 'no content-type'}.`;
        return refuse('UNSUPPORTED_MEDIA_TYPE', message, { accept: TAKEN.join(', ') });
      }
      const encoding = request.headers.get('content-encoding') ?? 'identity';
      if (encoding.trim().toLowerCase() !== 'identity') {
        const message = `Bodies are taken as they are, not compressed; given content-encoding ${encoding}.`;
        return refuse('UNSUPPORTED_CONTENT_ENCODING', message, { 'accept-encoding': 'identity' });
      }
      // Yoga compares with case, and knows no space in front of the parameters. JSON is UTF-8 whatever they say.
      if (type.toLowerCase() !== given) request.headers.set('content-type', type.toLowerCase());
    },
  };
}
