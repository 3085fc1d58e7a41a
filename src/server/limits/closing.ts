import type { WebSocket } from 'ws';

const closings = new WeakMap<WebSocket, AbortSignal>();

/** Is aborted when the socket is closed, by either side; the same signal for all operations of a socket. */
export function closingOf(socket: WebSocket): AbortSignal {
  const known = closings.get(socket);
  if (known) return known;
  const closing = new AbortController();
  socket.once('close', () => closing.abort());
  closings.set(socket, closing.signal);
  return closing.signal;
}
