import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Answers requests that are no GraphQL requests with BAD_REQUEST and 400, whatever media type they accept. */
export function useWellFormedRequests(): Plugin {
  return {
    onRequestParse({ requestParser, setRequestParser }) {
      if (!requestParser) return;
      setRequestParser(async (request) => {
        try {
          return await requestParser(request);
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
          throw badRequest('"variables" and "extensions" are JSON.');
        }
      });
    },
    onParams({ params }) {
      // Anything may have been sent.
      const query: unknown = params?.query;
      if (query === undefined || query === null || query === '') throw badRequest('There is no "query" in the request.');
    },
  };
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}
