import { PushError } from './error.ts';

/** What the operator says and nobody else: it is read from the environment and kept nowhere. */
export interface PushSettings {
  readonly apiKey?: string | undefined;
  /** The header that takes the bare key. Default: `Authorization: Bearer KEY`. */
  readonly apiKeyHeader?: string | undefined;
  /** Sent for passwords instead of what the rows hold. */
  readonly password?: string | undefined;
}

/** What a header can hold, and what it can be called (RFC 9110, 5.1 and 5.5). */
const VALUE = /^[\x21-\x7e]+( +[\x21-\x7e]+)*$/;
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;

/** Headers that say how a request is sent, and not by whom. */
const OTHERS = /^(host|connection|keep-alive|upgrade|expect|te|trailer|transfer-encoding|idempotency-key|accept.*|content-.*)$/;

/** From SEEDGRAPH_API_KEY, SEEDGRAPH_API_KEY_HEADER and SEEDGRAPH_PUSH_PASSWORD; those that are empty count as missing. */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): PushSettings {
  const { SEEDGRAPH_API_KEY, SEEDGRAPH_API_KEY_HEADER, SEEDGRAPH_PUSH_PASSWORD } = environment;
  return {
    apiKey: SEEDGRAPH_API_KEY?.trim() || undefined,
    apiKeyHeader: SEEDGRAPH_API_KEY_HEADER?.trim() || undefined,
    password: SEEDGRAPH_PUSH_PASSWORD || undefined,
  };
}

/** What is sent with every request. @throws PushError INVALID_API_KEY, which does not say the key. */
export function headersOf({ apiKey, apiKeyHeader }: PushSettings): Readonly<Record<string, string>> {
  if (apiKey === undefined) return {};
  if (!VALUE.test(apiKey)) {
    throw new PushError(
      'INVALID_API_KEY',
      'SEEDGRAPH_API_KEY has a line break, or characters beyond ASCII; no header takes them.',
    );
  }
  if (apiKeyHeader === undefined) return { authorization: `Bearer ${apiKey}` };
  const name = apiKeyHeader.toLowerCase();
  if (NAME.test(name) && !OTHERS.test(name)) return { [name]: apiKey };
  throw new PushError(
    'INVALID_API_KEY',
    `SEEDGRAPH_API_KEY_HEADER is "${apiKeyHeader}"; that is no header for a key, as X-API-Key is.`,
  );
}
