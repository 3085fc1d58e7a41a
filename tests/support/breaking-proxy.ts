import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut at a given moment. */
export interface BreakingProxy {
  /** The server's URL by this way. */
  readonly url: string;
  /**
   * Waits for a connection that sends a text, lets the server have it and answer, and ends the connection without giving the answer on.
   * Resolves when it is done. Whoever connects later is let through.
   */
  cutBehind(text: string): Promise<void>;
  close(): Promise<void>;
}

export async function breakingProxy(url: string): Promise<BreakingProxy> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let waiting: { readonly text: string; readonly done: () => void } | undefined;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    let isCut = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    client.on('data', (chunk) => {
      const cut = waiting;
      if (cut && chunk.includes(cut.text)) {
        waiting = undefined;
        isCut = true;
        upstream.once('data', () => {
          client.destroy();
          upstream.destroy();
          cut.done();
        });
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!isCut) client.write(chunk);
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
    cutBehind: (text) => new Promise((done) => (waiting = { text, done })),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
