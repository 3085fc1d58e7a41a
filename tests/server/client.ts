import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** What a request gives: data of the document's own type, or errors. */
export interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** A small client that speaks HTTP, as an application's would. */
export class Client {
  readonly #url: string;
  readonly #dataset: string | undefined;

  constructor(url: string, dataset?: string) {
    this.#url = url;
    this.#dataset = dataset;
  }

  /** Data, or errors. */
  async ask<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Answer<Data>> {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.#dataset && { 'x-dataset': this.#dataset }) },
      body: JSON.stringify({ query: print(document), variables }),
    });
    return (await response.json()) as Answer<Data>;
  }

  /** Data. @throws Error with the messages of all errors. */
  async data<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const { data, errors } = await this.ask(document, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** A subscription over WebSocket. */
  socket<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): AsyncIterable<Answer<Data>> {
    const client = createClient({ url: this.#url.replace('http:', 'ws:'), webSocketImpl: WebSocket, retryAttempts: 0 });
    // graphql-ws does not know the document's type.
    return client.iterate({ query: print(document), variables }) as unknown as AsyncIterable<Answer<Data>>;
  }

  /** A subscription over server-sent events. */
  events<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): AsyncIterable<Answer<Data>> {
    const client = createSseClient({ url: this.#url, retryAttempts: 0 });
    // Nor does graphql-sse.
    return client.iterate({ query: print(document), variables }) as unknown as AsyncIterable<Answer<Data>>;
  }
}
