import { type ExecutionArgs, type GraphQLError, getOperationAST } from 'graphql';
import { isPromise, type Plugin } from 'graphql-yoga';
import { RequestError } from '../../graphql/index.ts';
import { limitError } from './limit-error.ts';
import type { Limits } from './limits.ts';

/** What an operation is stopped by: reads get `stop.signal`, which only ever is aborted for a query. */
export interface Stoppable {
  readonly stop?: AbortController;
}

/** What tells that nobody waits for an answer: the request's signal; over a socket that of its closing (`closingOf`). */
interface Origin {
  readonly request?: Request;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Ends queries that take longer than the limit, with QUERY_TIMEOUT, and those whose client has left. The answer does not wait
 * for resolvers that are busy; they end with their next read, since the session's signal is aborted.
 *
 * The status is 504 for `application/graphql-response+json`, 200 for `application/json`. Has to come behind every plugin that sets
 * the function that executes.
 */
export function useTimeout({ timeout }: Limits): Plugin<Stoppable> {
  return {
    onEnveloped({ extendContext }) {
      extendContext({ stop: new AbortController() });
    },
    onExecute({ args, executeFn, setExecuteFn }) {
      const { stop, request, signal } = args.contextValue as Stoppable & Origin;
      if (!stop || getOperationAST(args.document, args.operationName)?.operation !== 'query') return;
      const abandoned = request?.signal ?? signal;
      setExecuteFn((given: ExecutionArgs) => {
        const answer: unknown = executeFn(given);
        return isPromise(answer)
          ? answeredInTime(answer, { stop, abandoned, timeout }, () => ({
              errors: [timeoutError(timeout)],
            }))
          : answer;
      });
    },
  };
}

interface Deadline {
  readonly stop: AbortController;
  readonly abandoned: AbortSignal | undefined;
  readonly timeout: number;
}

/** The answer, or what `otherwise` makes once the time is over or nobody waits for it. Leaves neither timer nor listener behind. */
function answeredInTime<T>(answer: Promise<T>, { stop, abandoned, timeout }: Deadline, otherwise: () => T): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = timeout > 0 ? setTimeout(() => end('QUERY_TIMEOUT', messageOf(timeout)), timeout) : undefined;
    const leave = () => end('REQUEST_ABANDONED', 'The client has left.');
    const settle = () => {
      clearTimeout(timer);
      abandoned?.removeEventListener('abort', leave);
    };
    const end = (code: string, message: string) => {
      settle();
      resolve(otherwise());
      stop.abort(new RequestError(code, message));
    };
    abandoned?.addEventListener('abort', leave);
    answer.finally(settle).then(resolve, reject);
  });
}

function messageOf(timeout: number): string {
  return `The query took longer than ${timeout} ms, the limit. Ask for smaller pages, or filter by fields that are indexed.`;
}

function timeoutError(timeout: number): GraphQLError {
  return limitError('QUERY_TIMEOUT', messageOf(timeout), { limit: timeout }, { http: { status: 504, spec: true } });
}
