import type { Plugin } from 'graphql-yoga';
import { limitError } from './limit-error.ts';
import type { Limits } from './limits.ts';

/** Refuses requests with more operations than allowed: BATCHING_DISABLED (400) where none are, else BATCH_TOO_LARGE (413). */
export function useBatchLimit({ batch }: Limits): Plugin {
  return {
    onRequestParse: () => ({
      onRequestParseDone({ requestParserResult }) {
        if (!Array.isArray(requestParserResult) || (batch > 0 && requestParserResult.length <= batch)) return;
        const excess = { limit: batch, given: requestParserResult.length };
        if (batch > 0) {
          const message = `The request has ${excess.given} operations; the limit is ${batch}. Send them in several requests.`;
          throw limitError('BATCH_TOO_LARGE', message, excess, { http: { status: 413 } });
        }
        const message = 'A request has one operation: {"query": ...}; lists of them are switched off.';
        throw limitError('BATCHING_DISABLED', message, excess, { http: { status: 400 } });
      },
    }),
  };
}
