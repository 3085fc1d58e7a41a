import type { Agent } from 'undici';
import type { Json } from '../definition/index.ts';
import { jsonIn, LARGEST_ANSWER, textIn } from './body.ts';

/** What is sent. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, Json>>;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What came back: an answer, or nothing. `sent` says whether the request may have arrived all the same, `late` whether it may still be
 * being handled: it was not waited for any longer. With a `status` only the rest of the answer is missing.
 */
export type HttpAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly retryAfter: string | undefined; readonly body: Json }
  | {
      readonly kind: 'failure';
      readonly sent: boolean;
      readonly late: boolean;
      readonly reason: string;
      readonly status?: number;
    };

/** How the API is reached. */
export interface HttpOptions {
  readonly target: string;
  /** Milliseconds that a request may take, from connecting to the last byte of the answer. */
  readonly timeout: number;
  /** Connections at a time, which are kept open between requests. */
  readonly connections: number;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Failures before anything was sent. All others may have come after the request had arrived. */
const UNSENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

const LATE: ReadonlySet<string> = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT']);

/** A client with a pool of connections. undici takes 150 ms to load, which nobody else should have to wait for. */
export async function openHttp(options: HttpOptions): Promise<HttpClient> {
  const { Agent } = await import('undici');
  const { timeout, connections } = options;
  const limits = { headersTimeout: timeout, bodyTimeout: timeout, connect: { timeout }, maxResponseSize: LARGEST_ANSWER };
  return new HttpClient(options, new Agent({ connections, ...limits }));
}

/** Sends requests, each once, and follows no redirection: what to do about a failure is decided by who knows the request. */
export class HttpClient {
  readonly #options: HttpOptions;
  readonly #base: URL;
  readonly #agent: Agent;

  constructor(options: HttpOptions, agent: Agent) {
    this.#options = options;
    this.#base = new URL(options.target);
    this.#agent = agent;
  }

  /** Never rejects. */
  async send({ method, path, query = {}, body, headers }: HttpRequest): Promise<HttpAnswer> {
    let status: number | undefined;
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, textOf(value)])).toString();
    try {
      const answer = await this.#agent.request({
        origin: this.#base.origin,
        path: `${this.#base.pathname.replace(/\/$/, '')}${path}${search && `?${search}`}`,
        method,
        headers: {
          accept: 'application/json',
          'accept-encoding': 'identity',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...this.#options.headers,
          ...headers,
        },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(this.#options.timeout),
      });
      status = answer.statusCode;
      const retryAfter = answer.headers['retry-after'];
      const text = await textIn(await answer.body.bytes(), answer.headers['content-encoding']);
      return {
        kind: 'answer',
        status: answer.statusCode,
        retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
        body: jsonIn(text),
      };
    } catch (error) {
      return { ...failureOf(error, this.#options.timeout), ...(status !== undefined && { status }) };
    }
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}

function failureOf(error: unknown, timeout: number): HttpAnswer {
  const [cause] = error instanceof AggregateError ? error.errors : [error];
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const late = LATE.has(code) || (cause instanceof Error && cause.name === 'TimeoutError');
  const told = cause instanceof Error ? cause.message || code : String(cause);
  return { kind: 'failure', sent: !UNSENT.has(code), late, reason: late ? `no answer within ${timeout / 1000} s` : told };
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
