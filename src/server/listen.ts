import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { isLoopback } from '../loopback.ts';
import { anyHost, type HostRule, localHosts } from './access/hosts.ts';
import { refuseOpenHost } from './access/open-host.ts';
import type { Access } from './access/tokens.ts';
import type { Yoga } from './endpoint.ts';
import type { Logger } from './observe/logger.ts';
import type { Requests } from './observe/requests.ts';
import { refusalBody, refusalHeaders } from './refusal.ts';
import { type SocketOptions, serveSockets } from './sockets/serve-sockets.ts';

/** Where to serve. */
export interface ListenOptions {
  /** Default 4000; 0 for any free port. */
  readonly port?: number;
  /** Default 127.0.0.1: this machine only. */
  readonly host?: string;
}

/** A port that is being served. */
export interface Listening {
  /** The endpoint: `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  readonly port: number;
  /** WebSockets that are open now. */
  readonly openSockets: number;
  /**
   * Takes no more connections and resolves when the requests under way have been answered. Sockets are ended once
   * `atRest` has resolved; default: at once.
   */
  close(atRest?: Promise<void>): Promise<void>;
}

/** What is served on a port, and to whom. */
export interface Served {
  readonly yoga: Yoga;
  readonly access: Access;
  readonly requests: Requests;
  readonly log: Logger;
  readonly allowedHosts: readonly string[];
  readonly corsOrigins: readonly string[];
  /** The largest message of a WebSocket, in bytes. */
  readonly maxMessage: number;
  readonly sockets: SocketOptions;
}

/** How long requests under way may take once the server is closing, in milliseconds. */
const PATIENCE = 6_000;

/** How often connections are looked at that have become idle since the server began to close, in milliseconds. */
const IDLE_CHECK = 50;

/** Serves HTTP, SSE and WebSocket on one port. */
export async function listen(served: Served, { port = 4000, host = '127.0.0.1' }: ListenOptions): Promise<Listening> {
  refuseOpenHost(host, served.access);
  const { yoga } = served;
  const hosts = isLoopback(host) ? localHosts(served.allowedHosts) : anyHost;
  // Peers that have vanished without a word are found out.
  const server = createServer({ keepAlive: true, keepAliveInitialDelay: 30_000 }, guarded(served, hosts));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  // Not earlier: a WebSocketServer reports the HTTP server's errors once more.
  const sockets = serveSockets(server, { ...served, hosts });
  // A server that listens on a port has an address of this form.
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}${yoga.graphqlEndpoint}`,
    port: address.port,
    get openSockets() {
      return sockets.open;
    },
    close: (atRest = Promise.resolve()) => close(server, sockets.dispose, atRest),
  };
}

/** Answers those who came by a right name. */
function guarded({ yoga, log }: Served, hosts: HostRule): RequestListener {
  return (request, response) => {
    const refusal = hosts(request.headers.host);
    if (!refusal) return void yoga(request, response);
    log.info({ method: request.method, status: refusal.status, errors: [refusal.code] }, 'request');
    response.writeHead(refusal.status, refusalHeaders(refusal)).end(refusalBody(refusal));
  };
}

async function close(server: Server, endSockets: () => Promise<void>, atRest: Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK);
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE);
  await atRest;
  // Lets what has been completed just now reach the sockets before they are ended.
  await setImmediate();
  await endSockets();
  await closed;
  clearInterval(idle);
  clearTimeout(impatient);
}
