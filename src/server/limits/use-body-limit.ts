import type { Plugin } from 'graphql-yoga';
import { limitError } from './limit-error.ts';
import type { Limits } from './limits.ts';

/** How much of a refused body is discarded before no more is read, in bytes. */
const DISCARDED = 16 * 1024 * 1024;

/**
 * Refuses bodies that are too large with BODY_TOO_LARGE (413), before they are parsed: at once when their length is announced,
 * else as soon as too much has come. Yoga has a limit too, but no code of ours, and it pipes every body through a stream.
 */
export function useBodyLimit({ bodyBytes }: Limits): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      const announced = request.headers.get('content-length');
      if (Number(announced) > bodyBytes) throw tooLarge(bodyBytes, Number(announced));
      // Node's server ends a body where its announced length ends, so that there is nothing to count.
      if (announced !== null || !requestParser || !request.body) return;
      setRequestParser(async (unread) => {
        const { url, method, headers, signal, body } = unread;
        if (!body) return requestParser(unread);
        return requestParser(new fetchAPI.Request(url, { method, headers, signal, body: await received(body, bodyBytes) }));
      });
    },
  };
}

/** The whole body. The rest of one that is too large is discarded as it comes, so that its sender gets to read the refusal. */
async function received(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let next = await reader.read(); next.value; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > limit) {
      void discard(reader).catch(() => undefined);
      throw tooLarge(limit);
    }
    chunks.push(next.value);
  }
  return Buffer.concat(chunks);
}

/** Who goes on sending after that is not read any more; Node ends the connection once it has been idle for some seconds. */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let left = DISCARDED; left > 0; ) {
    const { value, done } = await reader.read();
    if (done) return;
    left -= value.byteLength;
  }
  await reader.cancel();
}

function tooLarge(limit: number, given?: number) {
  const message = `The body has ${given ?? `more than ${limit}`} bytes; the limit is ${limit}. Send less at once.`;
  return limitError('BODY_TOO_LARGE', message, { limit, ...(given !== undefined && { given }) }, { http: { status: 413 } });
}
