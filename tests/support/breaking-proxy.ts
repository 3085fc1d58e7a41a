import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut, or become silent, at a given moment. */
export interface BreakingProxy {
  /** The server's URL by this way. */
  readonly url: string;
  /**
   * Waits for a connection that sends a text, lets the server have it and answer, and ends the connection without giving the answer on.
   * Resolves when it is done. Whoever connects later is let through.
   */
  cutBehind(text: string): Promise<void>;
  /**
   * Waits for a connection that sends a text, lets the server have it, and nothing more either way, as if the client had been stopped.
   * Resolves when it is so, with what lets the connection go on. Whoever connects later is let through.
   */
  stopBehind(text: string): Promise<() => void>;
  close(): Promise<void>;
}

/** What is to happen to the next connection that sends a text. */
interface Trap {
  readonly text: string;
  readonly spring: (client: Socket, upstream: Socket) => void;
}

export async function breakingProxy(url: string): Promise<BreakingProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let waiting: Trap | undefined;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    client.on('data', (chunk) => {
      const trap = waiting;
      if (trap && chunk.includes(trap.text)) {
        waiting = undefined;
        trap.spring(client, upstream);
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      client.write(chunk);
    });
    client.on('end', () => upstream.end());
    upstream.on('end', () => client.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const way = new URL(url);
  way.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: way.href,
    cutBehind: (text) =>
      new Promise((done) => {
        const spring = (client: Socket, upstream: Socket) => {
          upstream.removeAllListeners('data');
          upstream.once('data', () => {
            client.destroy();
            upstream.destroy();
            done();
          });
        };
        waiting = { text, spring };
      }),
    stopBehind: (text) =>
      new Promise((done) => {
        const spring = (...ends: Socket[]) => {
          for (const socket of ends) socket.pause();
          done(() => {
            for (const socket of ends) socket.resume();
          });
        };
        waiting = { text, spring };
      }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
