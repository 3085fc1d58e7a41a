import { type ExecutionArgs, GraphQLError, getOperationAST } from 'graphql';
import { isPromise, type Plugin } from 'graphql-yoga';
import { RequestError } from '../../graphql/index.ts';
import { limitError } from './limit-error.ts';
import type { Limits } from './limits.ts';

/** What the context of an operation knows of its end. */
export interface Stoppable {
  /** Reads get `stop.signal`. Only ever aborted for a query. */
  readonly stop?: AbortController;
  /** Over a socket, where there is no request: aborted when the socket is closed (`closingOf`). */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Ends queries that take longer than the limit, with QUERY_TIMEOUT, those whose client has left, and, with SHUTTING_DOWN, those that
 * are under way when `closing` is aborted. The answer does not wait
 * for resolvers that are busy; they end with their next read, since the session's signal is aborted.
 *
 * The status is 504 for `application/graphql-response+json`, 200 for `application/json`. To come behind every plugin that sets
 * the function that executes.
 */
export function useTimeout({ timeout }: Limits, closing: AbortSignal): Plugin<Stoppable> {
  return {
    onEnveloped({ extendContext }) {
      extendContext({ stop: new AbortController() });
    },
    onExecute({ args, executeFn, setExecuteFn }) {
      const { stop, request, signal } = args.contextValue;
      if (!stop || getOperationAST(args.document, args.operationName)?.operation !== 'query') return;
      const abandoned = request?.signal ?? signal;
      setExecuteFn((given: ExecutionArgs) => {
        const answer: unknown = executeFn(given);
        return isPromise(answer) ? answeredInTime(answer, { stop, abandoned, closing, timeout }) : answer;
      });
    },
  };
}

interface Deadline {
  readonly stop: AbortController;
  readonly abandoned: AbortSignal | undefined;
  readonly closing: AbortSignal;
  readonly timeout: number;
}

/** The answer, or an error once the time is over or nobody waits for it. Leaves neither timer nor listener behind. */
function answeredInTime(answer: Promise<unknown>, { stop, abandoned, closing, timeout }: Deadline): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = (error: GraphQLError) => {
      settle();
      resolve({ errors: [error] });
      stop.abort(new RequestError(String(error.extensions.code), error.message));
    };
    const leave = () => end(new GraphQLError('The client has left.', { extensions: { code: 'REQUEST_ABANDONED' } }));
    const close = () => end(shuttingDown());
    const timer = timeout > 0 ? setTimeout(() => end(timeoutError(timeout)), timeout) : undefined;
    const settle = () => {
      clearTimeout(timer);
      abandoned?.removeEventListener('abort', leave);
      closing.removeEventListener('abort', close);
    };
    abandoned?.addEventListener('abort', leave);
    closing.addEventListener('abort', close);
    if (abandoned?.aborted) leave();
    answer.finally(settle).then(resolve, reject);
  });
}

function shuttingDown(): GraphQLError {
  const message = 'The gateway is shutting down, and the query was not done yet. Ask again when it is back.';
  return new GraphQLError(message, { extensions: { code: 'SHUTTING_DOWN', http: { status: 503, spec: true } } });
}

function timeoutError(timeout: number): GraphQLError {
  const message = `The query took longer than ${timeout} ms, the limit. Ask for smaller pages, or for less inside one another.`;
  return limitError('QUERY_TIMEOUT', message, { limit: timeout }, { http: { status: 504, spec: true } });
}
