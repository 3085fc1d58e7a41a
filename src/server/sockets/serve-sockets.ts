import type { IncomingMessage, Server } from 'node:http';
import { useServer } from 'graphql-ws/use/ws';
import { type VerifyClientCallbackAsync, type WebSocket, WebSocketServer } from 'ws';
import type { HostRule } from '../access/hosts.ts';
import { isAllowedOrigin } from '../access/origins.ts';
import type { Access } from '../access/tokens.ts';
import { unauthenticated } from '../access/use-access.ts';
import { ENDPOINT, type Yoga } from '../endpoint.ts';
import type { Logger } from '../observe/logger.ts';
import type { Requests } from '../observe/requests.ts';
import { type Refusal, refusalBody, refusalHeaders } from '../refusal.ts';
import { readNoFasterThanRead } from './backpressure.ts';
import { type Caller, SocketOperations } from './socket-operations.ts';
import { textOf } from './text-of.ts';

/** How long clients may take to answer when a socket is closed, in milliseconds. */
const FAREWELL = 1_000;

/** How much WebSockets may ask of a server. */
export interface SocketOptions {
  /** Open at the same time on one port. Default 1,000; further ones are refused with 503. */
  readonly max?: number;
  /** Operations under way at the same time on one socket. Default 100; further ones get the error TOO_MANY_SUBSCRIPTIONS. */
  readonly maxOperations?: number;
  /** How long a client may take to introduce itself, in milliseconds. Default 3,000; then the socket is closed with 4408. */
  readonly initTimeout?: number;
  /** How often clients are asked whether they are there, in milliseconds. Default 12,000; who is silent until the next time is gone. */
  readonly keepAlive?: number;
}

/** Who is served, and what with. */
export interface SocketServices {
  readonly yoga: Yoga;
  readonly access: Access;
  readonly requests: Requests;
  readonly hosts: HostRule;
  readonly log: Logger;
  readonly corsOrigins: readonly string[];
  readonly sockets: SocketOptions;
  /** The largest message a client may send, in bytes. */
  readonly maxMessage: number;
}

/** The WebSockets of one port. */
export interface ServedSockets {
  /** How many are open. */
  readonly open: number;
  /** Closes all; those that do not answer are cut off. */
  readonly dispose: () => Promise<void>;
}

/** What graphql-ws closes a socket with whose opener may not come in (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md). */
const UNAUTHORIZED = 4401;

/** Serves graphql-ws on the endpoint's path. */
export function serveSockets(server: Server, services: SocketServices): ServedSockets {
  const { access, sockets: options } = services;
  const sockets: WebSocketServer = new WebSocketServer({
    server,
    path: ENDPOINT,
    // 0 would be any size to the library.
    maxPayload: Math.max(1, Math.min(services.maxMessage, Number.MAX_SAFE_INTEGER)),
    verifyClient: (client, verdict) => verify(refusalOf(client, sockets.clients.size, services), verdict, services.log),
  });
  sockets.on('connection', (socket, request) => readNoFasterThanRead(socket, request.socket));
  const operations = new SocketOperations(services.yoga, services.requests, options.maxOperations ?? 100);
  const served = useServer<Record<string, unknown>, Caller>(
    {
      // What goes wrong inside is not told to clients.
      isProd: true,
      connectionInitWaitTimeout: options.initTimeout ?? 3_000,
      onConnect: ({ connectionParams, extra }) => {
        extra.role = access.roleOf(authorizationOf(connectionParams, extra.request));
        if (extra.role) return true;
        // Not graphql-ws's own 4403, after which clients try again.
        extra.socket.close(UNAUTHORIZED, unauthenticated.code);
        return false;
      },
      ...operations.hooks,
    },
    sockets,
    options.keepAlive ?? 12_000,
  );
  sockets.on('connection', (socket) => {
    // In place of graphql-ws, which prints to the console what clients do wrong. The socket is being closed already.
    socket.removeAllListeners('error');
    socket.on('error', ({ message }) => services.log.info({ error: message }, 'socket failed'));
  });
  return {
    get open() {
      return sockets.clients.size;
    },
    dispose: () => dispose(sockets.clients, served.dispose),
  };
}

async function dispose(clients: ReadonlySet<WebSocket>, end: () => void | Promise<void>): Promise<void> {
  const impatient = setTimeout(() => {
    for (const client of clients) client.terminate();
  }, FAREWELL);
  await end();
  clearTimeout(impatient);
}

/** Why a socket may not be opened; undefined when it may. */
function refusalOf(
  client: { origin: string; req: IncomingMessage },
  open: number,
  services: SocketServices,
): Refusal | undefined {
  const { host } = client.req.headers;
  const wrongHost = services.hosts(host);
  if (wrongHost) return wrongHost;
  if (!isAllowedOrigin(client.origin, host, services.corsOrigins)) {
    const message = `Pages of ${client.origin} may not open sockets here; start the server with --cors-origin ${client.origin} to let them.`;
    return { status: 403, code: 'ORIGIN_NOT_ALLOWED', message };
  }
  const max = services.sockets.max ?? 1_000;
  if (open < max) return undefined;
  return { status: 503, code: 'TOO_MANY_SOCKETS', message: `There are ${open} open sockets; this server takes ${max}.` };
}

function verify(refusal: Refusal | undefined, verdict: Parameters<VerifyClientCallbackAsync>[1], log: Logger): void {
  if (refusal) {
    log.info({ method: 'WS', status: refusal.status, errors: [refusal.code] }, 'request');
    verdict(false, refusal.status, refusalBody(refusal), refusalHeaders(refusal));
  } else verdict(true);
}

/** Browsers cannot send headers with a socket: the connection parameter `authorization`, else the header. */
function authorizationOf(
  params: Readonly<Record<string, unknown>> | undefined,
  { headers }: IncomingMessage,
): string | undefined {
  const [, parameter] = Object.entries(params ?? {}).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  return parameter === undefined ? headers.authorization : textOf(parameter);
}
