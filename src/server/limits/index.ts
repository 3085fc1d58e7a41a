import type { DocumentNode } from 'graphql';
import type { Plugin, YogaServerOptions } from 'graphql-yoga';
import { documentCache } from './document-cache.ts';
import type { Limits } from './limits.ts';
import { useBatchLimit } from './use-batch-limit.ts';
import { useBodyLimit } from './use-body-limit.ts';
import { useCostLimit } from './use-cost-limit.ts';
import { useDocumentLimits } from './use-document-limits.ts';
import { useSuggestionsHidden } from './use-suggestions-hidden.ts';
import { useUnreadLimit } from './use-unread-limit.ts';
import { useWellFormedRequests } from './use-well-formed-requests.ts';

export { closingOf } from './closing.ts';
export { defaultLimits, type Limits, limitsFrom } from './limits.ts';
export { useCostAtOnce } from './use-cost-at-once.ts';
export { type Stoppable, useTimeout } from './use-timeout.ts';

/**
 * Holds requests to the limits but that of time, over HTTP, SSE and WebSocket alike. To come before plugins that prepare what
 * they execute: that can take longer than to refuse it. `useTimeout` comes behind them.
 */
export function limitPlugins(limits: Limits): Plugin[] {
  return [
    useBodyLimit(limits),
    useWellFormedRequests(),
    useBatchLimit(limits),
    useDocumentLimits(limits),
    useCostLimit(limits),
    useUnreadLimit(limits),
    ...(limits.suggestions ? [] : [useSuggestionsHidden()]),
  ];
}

/** What yoga itself has to be told, so that it leaves bodies and lists of operations to these plugins. */
export function limitOptions({ batch }: Limits) {
  return {
    maxRequestBodySize: false,
    batching: { limit: batch },
    parserAndValidationCache: { documentCache: documentCache<DocumentNode>(), errorCache: documentCache<Error>() },
  } satisfies Partial<YogaServerOptions<object, object>>;
}
