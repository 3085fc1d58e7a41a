import type { FormattedExecutionResult } from 'graphql';
import type { Gateway } from '../server/index.ts';
import { type JsonObject, type TestDocument, textOf, type VariablesArgument } from './document.ts';
import { TestingError } from './error.ts';
import { platformResponse, requestInProcess } from './in-process.ts';
import { openGateway, setupOf, type TestGatewayOptions } from './seeding.ts';

/** A gateway inside the process, over a memory of its own. Its functions may be passed on by themselves. */
export interface TestGateway extends AsyncDisposable {
  /**
   * Answers as the gateway would, in the form of the global `fetch`: pass it to any client that takes one, or a request that
   * was intercepted. Any host will do, also none, and any path that ends in `/graphql`; `x-dataset` names another dataset than
   * the gateway's. Subscriptions come as server-sent events.
   * @throws TestingError GATEWAY_DISPOSED.
   */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Runs a query or mutation. A typed document gives the types of `data` and of the variables, which are required when one of
   * them is; of a string, say the type of the data yourself: `execute<{ students: ... }>('{ students ... }')`. Errors come in
   * `errors`, as clients see them.
   * @throws TestingError GATEWAY_DISPOSED, or NOT_EXECUTABLE for a subscription, which takes `fetch`.
   */
  readonly execute: <Data = JsonObject, Variables = JsonObject>(
    document: TestDocument<Data, Variables>,
    ...variables: VariablesArgument<Variables>
  ) => Promise<FormattedExecutionResult<Data>>;
  /**
   * Makes everything as it was when the gateway was handed out: the rows, to the same digest; other datasets, jobs and
   * idempotency keys are gone. Requests that come meanwhile wait; subscriptions are completed.
   * @throws TestingError GATEWAY_DISPOSED.
   */
  readonly reset: () => Promise<void>;
  /** Ends it and lets go of its memory. Idempotent; `await using` calls it. */
  readonly dispose: () => Promise<void>;
}

/**
 * Makes a gateway for tests: no port, nothing on disk, nothing shared with another one. With a preset, its dataset is
 * seeded when the promise resolves.
 *
 * @throws PlanError UNKNOWN_PRESET, INVALID_SEED or INVALID_CONFIGURATION; JobError INVALID_DATASET_NAME; TestingError UNKNOWN_DOMAIN,
 *   PRESET_REQUIRED or SEEDING_FAILED; ProjectError.
 */
export async function createTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const setup = await setupOf(options);
  let current: Promise<Gateway> = openGateway(setup);
  let disposed: Promise<void> | undefined;
  await current;

  const fetch: TestGateway['fetch'] = async (input, init) => {
    refuseDisposed(disposed);
    const gateway = await current;
    const request = requestInProcess(input, init, setup.dataset);
    return platformResponse(await gateway.fetch(request), request.signal);
  };
  const reset = async () => {
    refuseDisposed(disposed);
    // A new gateway, since emptying this one would leave its jobs and their idempotency keys.
    current = current.then(async (used) => {
      await used.dispose();
      return openGateway(setup);
    });
    await current;
  };
  const dispose = () => {
    disposed ??= current.then((gateway) => gateway.dispose());
    return disposed;
  };
  return {
    fetch,
    execute: async (document, ...[variables]) => {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
        body: JSON.stringify({ query: textOf(document), variables }),
      });
      return resultOf(response);
    },
    reset,
    dispose,
    [Symbol.asyncDispose]: dispose,
  };
}

/** The types are the document's: what the gateway answers was validated against the schema that they were made from. */
async function resultOf<Data>(response: Response): Promise<FormattedExecutionResult<Data>> {
  const text = await response.text();
  if (text !== '') return JSON.parse(text);
  const message = `"execute" runs queries and mutations, which have one result; the gateway answered ${response.status} without any.`;
  throw new TestingError('NOT_EXECUTABLE', `${message} Send subscriptions through "fetch": they come as server-sent events.`, {
    path: ['document'],
    details: { status: response.status },
  });
}

function refuseDisposed(disposed: Promise<void> | undefined): void {
  if (disposed) throw new TestingError('GATEWAY_DISPOSED', 'The test gateway has been disposed of; make another one.');
}
