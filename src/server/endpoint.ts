import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import { type Engine, type RequestContext, Session } from '../graphql/index.ts';
import { firstSteps } from './first-steps.ts';
import type { LiveStreams } from './live-streams.ts';
import { useQueryPlans } from './query-plans/use-query-plans.ts';
import { type ErrorLog, maskedErrors, useClientErrors } from './use-client-errors.ts';
import { useJsonPosts } from './use-json-posts.ts';
import { useLiveStreams } from './use-live-streams.ts';

/** What yoga is given with a request that came through a socket, and not as a `Request`. */
export interface SocketContext {
  readonly connectionParams?: Readonly<Record<string, unknown>> | undefined;
}

export type Yoga = YogaServerInstance<SocketContext, RequestContext>;

/** What an endpoint is made of beside its engine. */
export interface EndpointOptions {
  readonly schema: GraphQLSchema;
  readonly streams: LiveStreams;
  readonly log: ErrorLog;
}

/** The yoga instance that answers HTTP, SSE and, through `serveSockets`, WebSocket. */
export function createEndpoint(engine: Engine, { schema, streams, log }: EndpointOptions): Yoga {
  return createYoga<SocketContext, RequestContext>({
    schema,
    context: (initial) => ({ session: new Session(engine, requestedDataset(initial)) }),
    maskedErrors: maskedErrors(log),
    plugins: [useClientErrors(), useJsonPosts(), useLiveStreams(streams), useQueryPlans()],
    graphiql: { title: 'Seedgraph', defaultQuery: firstSteps, subscriptionsProtocol: 'WS' },
    renderGraphiQL,
    multipart: false,
    cors: false,
    landingPage: false,
    logging: false,
  });
}

/** The header `x-dataset`; over a WebSocket the connection parameter `dataset`. */
function requestedDataset({ request, connectionParams }: SocketContext & { request?: Request }): string | undefined {
  const parameter = connectionParams?.dataset;
  return parameter === undefined ? (request?.headers.get('x-dataset') ?? undefined) : String(parameter);
}
