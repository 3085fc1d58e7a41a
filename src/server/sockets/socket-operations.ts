import { type DocumentNode, type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Context, ServerOptions, SubscribePayload } from 'graphql-ws';
import type { Extra } from 'graphql-ws/use/ws';
import { clientError } from '../../graphql/index.ts';
import type { Role } from '../access/role.ts';
import type { Yoga } from '../endpoint.ts';
import { closingOf } from '../limits/index.ts';
import { RequestRecord } from '../observe/request-record.ts';
import type { Requests } from '../observe/requests.ts';
import { textOf } from './text-of.ts';

/** What is kept of a socket: what its opener may do, set when it has introduced itself. (An alias, as graphql-ws requires.) */
export type Caller = { role?: Role | undefined };

type SocketState = Context<Record<string, unknown>, Extra & Caller>;
type Hooks = ServerOptions<Record<string, unknown>, Extra & Caller>;
type Enveloped = ReturnType<Yoga['getEnveloped']>;

/** The arguments of an operation, with the functions that yoga runs it with. */
interface SocketArgs extends ExecutionArgs {
  readonly enveloped: Pick<Enveloped, 'execute' | 'subscribe'>;
  readonly record: RequestRecord;
}

/**
 * Runs the operations of WebSockets through yoga's own pipeline, so that its plugins apply
 * (https://the-guild.dev/graphql/yoga-server/docs/features/subscriptions#graphql-over-websocket-protocol-via-graphql-ws).
 * Each counts as a request of its own.
 */
export class SocketOperations {
  readonly #yoga: Yoga;
  readonly #requests: Requests;
  readonly #max: number;
  /** graphql-ws hands out the same payload with everything that happens to an operation. */
  readonly #records = new WeakMap<SubscribePayload, RequestRecord>();

  constructor(yoga: Yoga, requests: Requests, max: number) {
    this.#yoga = yoga;
    this.#requests = requests;
    this.#max = max;
  }

  /** For graphql-ws. */
  get hooks(): Pick<Hooks, 'execute' | 'subscribe' | 'onSubscribe' | 'onNext' | 'onError' | 'onComplete'> {
    return {
      // What `onSubscribe` returns carries the functions of that very operation.
      execute: (args) => this.#run(args as SocketArgs, 'execute'),
      subscribe: (args) => this.#run(args as SocketArgs, 'subscribe'),
      onSubscribe: (state, _id, payload) => this.#begin(state, payload),
      onNext: (_state, _id, payload, _args, result) => this.#next(payload, result),
      onError: (_state, _id, payload, errors) => this.#failed(payload, errors),
      onComplete: (_state, _id, payload) => this.#finish(payload),
    };
  }

  #run({ record, enveloped, ...args }: SocketArgs, how: 'execute' | 'subscribe') {
    return this.#requests.run(record, () => enveloped[how](args));
  }

  #begin(state: SocketState, payload: SubscribePayload): Promise<SocketArgs | readonly GraphQLError[]> {
    const record = recordOf(state);
    this.#records.set(payload, record);
    return this.#requests.run(record, async () => {
      // This one is among them.
      if (Object.keys(state.subscriptions).length > this.#max) return [tooMany(this.#max)];
      const { connectionParams, extra } = state;
      const enveloped = this.#yoga.getEnveloped({
        connectionParams,
        caller: extra.role,
        params: payload,
        signal: closingOf(extra.socket),
      });
      const args = await argumentsOf(enveloped, payload);
      return 'document' in args ? { ...args, record } : args;
    });
  }

  #next(payload: SubscribePayload, result: ExecutionResult) {
    const { errors, ...rest } = result;
    if (!errors) return;
    const sent = errors.map((error) => withoutHttp(error));
    this.#records.get(payload)?.addErrors(sent);
    return { ...rest, errors: sent };
  }

  #failed(payload: SubscribePayload, errors: readonly GraphQLError[]) {
    const sent = errors.map((error) => withoutHttp(clientError(error).error));
    this.#records.get(payload)?.addErrors(sent);
    this.#finish(payload);
    return sent;
  }

  #finish(payload: SubscribePayload): void {
    const record = this.#records.get(payload);
    if (record) this.#requests.finish(record);
  }
}

function recordOf({ connectionParams, extra }: SocketState): RequestRecord {
  const path = (extra.request.url ?? '').replace(/\?.*$/s, '');
  const dataset = connectionParams?.dataset;
  return new RequestRecord({ method: 'WS', path, ...(dataset !== undefined && { dataset: textOf(dataset) }) });
}

async function argumentsOf(
  enveloped: Enveloped,
  payload: SubscribePayload,
): Promise<Omit<SocketArgs, 'record'> | readonly GraphQLError[]> {
  const { validate, execute, subscribe, contextFactory, schema } = enveloped;
  const document = parsed(enveloped, payload.query);
  if (document instanceof Error) return [document];
  const errors: readonly GraphQLError[] = validate(schema, document);
  if (errors.length > 0) return errors;
  return {
    schema,
    document,
    operationName: payload.operationName,
    variableValues: payload.variables,
    contextValue: await contextFactory(),
    enveloped: { execute, subscribe },
  };
}

function parsed({ parse }: Enveloped, query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    return clientError(error, 'GRAPHQL_PARSE_FAILED').error;
  }
}

function tooMany(max: number): GraphQLError {
  return new GraphQLError(`A socket takes ${max} operations at a time; wait until one is complete, or open another socket.`, {
    extensions: { code: 'TOO_MANY_SUBSCRIPTIONS', details: { limit: max } },
  });
}

/** The error without what only an HTTP server needs. */
function withoutHttp(error: GraphQLError): GraphQLFormattedError {
  const { extensions, ...rest } = error.toJSON();
  const { http: _http, ...kept } = extensions ?? {};
  return { ...rest, extensions: kept };
}
