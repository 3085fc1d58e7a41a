/** Stands for the gateway, which is at no address. */
const origin = 'http://localhost';

/** Of the network, which is not there: whoever may call `fetch` has the gateway at hand. */
const ofTheNetwork = ['host', 'origin', 'referer', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'];

/**
 * The request that a client makes to wherever it believes its API to be, as one to the gateway: any host will do, also none
 * (`/graphql`), and any path that ends in `/graphql` is the endpoint. It goes to `dataset` unless it names another.
 */
export function requestInProcess(input: Request | URL | string, init: RequestInit | undefined, dataset: string): Request {
  const asked = new Request(input instanceof Request ? input : new URL(input, origin), init);
  const { pathname, search } = new URL(asked.url);
  const request = new Request(new URL((pathname.endsWith('/graphql') ? '/graphql' : pathname) + search, origin), asked);
  for (const name of ofTheNetwork) request.headers.delete(name);
  if (!request.headers.has('x-dataset')) request.headers.set('x-dataset', dataset);
  return request;
}

/**
 * The same response as one of the platform's own, which MSW and others insist on; yoga brings its own class. Its body fails when
 * `signal` is aborted, as that of the global `fetch` does: clients end their subscriptions so.
 */
export function platformResponse(given: Response, signal: AbortSignal): Response {
  const { status, statusText, headers } = given;
  const body = given.body && platformStream(given.body).pipeThrough(new TransformStream(), { signal });
  return new Response(body, { status, statusText, headers: [...headers] });
}

/** Not left to `Response`, which takes foreign streams too, but throws where nobody can catch it when one is canceled. */
function platformStream(foreign: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = foreign.getReader();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
