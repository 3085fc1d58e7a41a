import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** How much may wait to be sent to a client before nothing more is read from it, in bytes. */
const MAX_UNSENT = 256 * 1024;

/**
 * Reads no more from a client that does not read its answers. Events of subscriptions wait for each other by themselves; answers
 * to pings, errors and queries would pile up.
 */
export function readNoFasterThanRead(socket: WebSocket, connection: Duplex): void {
  const check = () => {
    if (socket.bufferedAmount > MAX_UNSENT) socket.pause();
  };
  socket.on('message', check);
  socket.on('ping', check);
  connection.on('drain', () => socket.resume());
}
