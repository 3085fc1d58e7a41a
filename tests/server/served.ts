import type { DomainModel } from '../../src/definition/index.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../../src/server/gateway.ts';

/** A gateway over memory on a port of its own. */
export interface Served {
  readonly gateway: Gateway;
  /** The endpoint, and the server it is on. */
  readonly url: string;
  readonly origin: string;
  readonly socketUrl: string;
}

export async function serve(domain: DomainModel, options: Partial<GatewayOptions> = {}): Promise<Served> {
  const gateway = await createGateway({ domains: [domain], store: 'memory:', ...options });
  const { url } = await gateway.listen({ port: 0 });
  return { gateway, url, origin: new URL(url).origin, socketUrl: url.replace('http:', 'ws:') };
}

/** Everything that a stream gives. */
export async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

/** Looks again and again until something is there; the test's own timeout ends it. */
export async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
