import type { IncomingMessage, Server } from 'node:http';
import type { DocumentNode, ExecutionArgs, GraphQLError } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { clientError } from '../graphql/index.ts';
import type { Yoga } from './endpoint.ts';

/** The largest message a client may send, in bytes. */
const MAX_PAYLOAD = 1024 * 1024;

type Enveloped = ReturnType<Yoga['getEnveloped']>;

/** Browsers let any page open a socket anywhere, and say which page it was. Other clients send no origin. */
function isOwnPage({ origin, req }: { origin?: string; req: IncomingMessage }): boolean {
  return !origin || (URL.canParse(origin) && new URL(origin).host === req.headers.host);
}

/** The arguments of an operation, with the functions that yoga runs it with. */
interface SocketArgs extends ExecutionArgs {
  readonly enveloped: Pick<Enveloped, 'execute' | 'subscribe'>;
}

/**
 * Serves graphql-ws on the endpoint's path. Operations run through yoga's own pipeline, so that its plugins apply
 * (https://the-guild.dev/graphql/yoga-server/docs/features/subscriptions#graphql-over-websocket-protocol-via-graphql-ws).
 */
export function serveSockets(server: Server, yoga: Yoga): { dispose: () => Promise<void> } {
  const sockets = new WebSocketServer({ server, path: yoga.graphqlEndpoint, maxPayload: MAX_PAYLOAD, verifyClient: isOwnPage });
  const served = useServer(
    {
      // What `onSubscribe` returns carries the functions of that very operation.
      execute: (args) => (args as SocketArgs).enveloped.execute(args),
      subscribe: (args) => (args as SocketArgs).enveloped.subscribe(args),
      onSubscribe: async (context, _id, payload) => {
        const enveloped = yoga.getEnveloped({
          connectionParams: context.connectionParams,
          params: payload,
        });
        return operationOf(enveloped, payload);
      },
      onError: (_context, _id, _payload, errors) => errors.map((error) => withoutHttp(clientError(error).error)),
    },
    sockets,
  );
  return { dispose: async () => served.dispose() };
}

interface Payload {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

async function operationOf(enveloped: Enveloped, payload: Payload): Promise<SocketArgs | readonly GraphQLError[]> {
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

/** The error without what only an HTTP server needs. */
function withoutHttp(error: GraphQLError) {
  const { extensions, ...rest } = error.toJSON();
  const { http: _http, ...kept } = extensions ?? {};
  return { ...rest, extensions: kept };
}
