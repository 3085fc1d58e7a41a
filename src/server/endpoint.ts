import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import { type Engine, type RequestContext, Session } from '../graphql/index.ts';
import { firstSteps } from './first-steps.ts';
import { type Limits, limitOptions, limitPlugins, type Stoppable, useTimeout } from './limits/index.ts';
import type { LiveStreams } from './live-streams.ts';
import { useQueryPlans } from './query-plans/use-query-plans.ts';
import { type ErrorLog, maskedErrors, useClientErrors } from './use-client-errors.ts';
import { useJsonPosts } from './use-json-posts.ts';
import { useLiveStreams } from './use-live-streams.ts';

/** What yoga is given with a request that came through a socket, and not as a `Request`. */
export interface SocketContext extends Stoppable {
  readonly connectionParams?: Readonly<Record<string, unknown>> | undefined;
}

export type Yoga = YogaServerInstance<SocketContext, RequestContext>;

/** What an endpoint is made of beside its engine. */
export interface EndpointOptions {
  readonly schema: GraphQLSchema;
  readonly streams: LiveStreams;
  readonly log: ErrorLog;
  readonly limits: Limits;
}

/** The yoga instance that answers HTTP, SSE and, through `serveSockets`, WebSocket. */
export function createEndpoint(engine: Engine, { schema, streams, log, limits }: EndpointOptions): Yoga {
  return createYoga<SocketContext, RequestContext>({
    schema,
    context: (initial: Initial) => ({ session: new Session(engine, requestedDataset(initial), initial.stop?.signal) }),
    maskedErrors: maskedErrors(log),
    plugins: [
      useClientErrors(),
      useJsonPosts(),
      useLiveStreams(streams),
      ...limitPlugins(limits),
      // Behind the limits, as nothing is planned that is refused; the timeout wraps whatever executes.
      useQueryPlans(),
      useTimeout(limits),
    ],
    graphiql: { title: 'Seedgraph', defaultQuery: firstSteps, subscriptionsProtocol: 'WS' },
    renderGraphiQL,
    multipart: false,
    cors: false,
    landingPage: false,
    logging: false,
    ...limitOptions(limits),
  });
}

type Initial = SocketContext & { readonly request?: Request };

/** The header `x-dataset`; over a WebSocket the connection parameter `dataset`. */
function requestedDataset({ request, connectionParams }: Initial): string | undefined {
  const parameter = connectionParams?.dataset;
  return parameter === undefined ? (request?.headers.get('x-dataset') ?? undefined) : String(parameter);
}
