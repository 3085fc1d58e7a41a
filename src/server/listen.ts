import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { Yoga } from './endpoint.ts';
import { serveSockets } from './sockets.ts';

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
  /**
   * Takes no more connections and resolves when the requests under way have been answered. Sockets are ended once
   * `atRest` has resolved; default: at once.
   */
  close(atRest?: Promise<void>): Promise<void>;
}

/** How long requests under way may take once the server is closing, in milliseconds. */
const PATIENCE = 8_000;

/** Serves HTTP, SSE and WebSocket on one port. */
export async function listen(yoga: Yoga, { port = 4000, host = '127.0.0.1' }: ListenOptions): Promise<Listening> {
  const server = createServer(yoga);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  // Not earlier: a WebSocketServer reports the HTTP server's errors once more.
  const sockets = serveSockets(server, yoga);
  // A server that listens on a port has an address of this form.
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${name}:${address.port}${yoga.graphqlEndpoint}`,
    port: address.port,
    close: (atRest = Promise.resolve()) => close(server, sockets.dispose, atRest),
  };
}

async function close(server: Server, endSockets: () => Promise<void>, atRest: Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE);
  await atRest;
  // Lets what has been completed just now reach the sockets before they are ended.
  await setImmediate();
  await endSockets();
  server.closeIdleConnections();
  await closed;
  clearTimeout(impatient);
}
