import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import { type Engine, type RequestContext, Session } from '../graphql/index.ts';
import { corsFor, useVaryByOrigin } from './access/origins.ts';
import type { Role } from './access/role.ts';
import type { Access } from './access/tokens.ts';
import { type CallerContext, useAccess } from './access/use-access.ts';
import { firstSteps } from './first-steps.ts';
import { type Limits, limitOptions, limitPlugins, type Stoppable, useCostAtOnce, useTimeout } from './limits/index.ts';
import type { LiveStreams } from './live-streams.ts';
import type { Metrics } from './observe/metrics.ts';
import type { Requests } from './observe/requests.ts';
import { useMetricsPage } from './observe/use-metrics-page.ts';
import { type Readiness, useReadiness } from './observe/use-readiness.ts';
import { useRequests } from './observe/use-requests.ts';
import { useQueryPlans } from './query-plans/use-query-plans.ts';
import { textOf } from './sockets/text-of.ts';
import { type ErrorLog, maskedErrors, useClientErrors } from './use-client-errors.ts';
import { useFrontDoor } from './use-front-door.ts';
import { useJsonPosts } from './use-json-posts.ts';
import { useLiveStreams } from './use-live-streams.ts';

/** Where GraphQL is served. */
export const ENDPOINT = '/graphql';

/** What yoga is given with a request that came through a socket, and not as a `Request`. */
export interface SocketContext extends Stoppable {
  readonly connectionParams?: Readonly<Record<string, unknown>> | undefined;
  /** What the socket's opener may do. */
  readonly caller?: Role | undefined;
}

export type Yoga = YogaServerInstance<SocketContext, RequestContext & CallerContext>;

/** What an endpoint is made of beside its engine. */
export interface EndpointOptions {
  readonly schema: GraphQLSchema;
  readonly streams: LiveStreams;
  readonly access: Access;
  readonly corsOrigins: readonly string[];
  readonly requests: Requests;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly errors: ErrorLog;
  readonly limits: Limits;
  /** Aborted when queries under way are to end. */
  readonly closing: AbortSignal;
}

/** The yoga instance that answers HTTP, SSE and, through `serveSockets`, WebSocket. */
export function createEndpoint(engine: Engine, options: EndpointOptions): Yoga {
  const { schema, streams, access, requests, metrics, limits } = options;
  return createYoga<SocketContext, RequestContext & CallerContext>({
    schema,
    graphqlEndpoint: ENDPOINT,
    context: (initial: Initial) => ({
      session: new Session(engine, requestedDataset(initial), initial.stop?.signal),
      role: roleOf(access, initial),
    }),
    maskedErrors: maskedErrors(options.errors),
    plugins: [
      // What comes before `useAccess` is open to all, as are yoga's own /health and GraphiQL: they tell nothing of the data.
      useRequests(requests),
      useVaryByOrigin(options.corsOrigins),
      useFrontDoor(ENDPOINT),
      useReadiness(options.readiness),
      useAccess(access, requests),
      useMetricsPage(metrics),
      useClientErrors(),
      useJsonPosts(),
      useLiveStreams(streams),
      ...limitPlugins(limits),
      // Behind the limits, as nothing is planned that is refused; the timeout wraps whatever executes.
      useQueryPlans(),
      useCostAtOnce(limits),
      useTimeout(limits, options.closing),
    ],
    // SSE, since GraphiQL sends what is under Headers (a token, x-dataset) with requests only, and not over a WebSocket.
    graphiql: { title: 'Seedgraph', defaultQuery: firstSteps, subscriptionsProtocol: 'SSE' },
    renderGraphiQL,
    multipart: false,
    cors: corsFor(options.corsOrigins),
    landingPage: false,
    logging: false,
    ...limitOptions(limits),
  });
}

type Initial = SocketContext & { readonly request?: Request };

/** The header `x-dataset`; over a WebSocket the connection parameter `dataset`. */
function requestedDataset({ request, connectionParams }: Initial): string | undefined {
  const parameter = connectionParams?.dataset;
  return parameter === undefined ? (request?.headers.get('x-dataset') ?? undefined) : textOf(parameter);
}

/** Of the token in the request's header; that of a socket was found when it was opened. */
function roleOf(access: Access, { request, caller }: Initial): Role | undefined {
  return request ? access.roleOf(request.headers.get('authorization')) : caller;
}
