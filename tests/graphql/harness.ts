import type { DomainModel } from '../../src/definition/index.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../../src/server/gateway.ts';

/** An error as a client sees it. */
export interface SeenError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly unknown[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** A response; data is whatever the query in the test's hand asks for. */
export interface Seen<Data> {
  readonly data: Data;
  readonly errors?: readonly SeenError[];
}

/** A gateway over memory, asked without a port. */
export interface Harness {
  readonly gateway: Gateway;
  ask<Data = Record<string, unknown>>(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Seen<Data>>;
  /** The same, for queries that must succeed. */
  data<Data = Record<string, unknown>>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
}

export async function harness(domain: DomainModel, options: Partial<GatewayOptions> = {}): Promise<Harness> {
  const gateway = await createGateway({ domains: [domain], store: 'memory:', ...options });
  const ask: Harness['ask'] = async (query, variables = {}, headers = {}) => {
    const response = await gateway.fetch(
      new Request('http://gateway/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      }),
    );
    return (await response.json()) as Seen<never>;
  };
  const data: Harness['data'] = async (query, variables) => {
    const seen = await ask(query, variables);
    if (seen.errors) throw new Error(seen.errors.map(({ message }) => message).join('; '));
    return seen.data as never;
  };
  return { gateway, ask, data };
}
