import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { RequestRecord } from './request-record.ts';
import type { Requests } from './requests.ts';

/** Keeps a record of every HTTP request, tells it once there is an answer, and gives the answer its id (`x-request-id`). */
export function useRequests(requests: Requests): Plugin {
  return {
    instrumentation: { request: ({ request }, wrapped) => requests.run(recordOf(request), wrapped) },
    onExecute: ({ args }) => requests.current?.addOperation(args),
    onSubscribe: ({ args }) => requests.current?.addOperation(args),
    onResultProcess({ result }) {
      if (isAsyncIterable(result)) return;
      for (const { errors } of Array.isArray(result) ? result : [result]) requests.current?.addErrors(errors);
    },
    onResponse({ response }) {
      const { current } = requests;
      if (!current) return;
      response.headers.set('x-request-id', current.id);
      requests.finish(current, response.status);
    },
  };
}

function recordOf({ method, url, headers }: Request): RequestRecord {
  const path = url.replace(/^\w+:\/\/[^/]*/, '').replace(/[?#].*$/s, '');
  return new RequestRecord({ id: headers.get('x-request-id'), method, path, dataset: headers.get('x-dataset') ?? undefined });
}
