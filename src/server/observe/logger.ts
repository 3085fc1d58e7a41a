import { GraphQLError } from 'graphql';
import pino from 'pino';
import type { LogLevel } from './log-level.ts';

type LogLine = (fields: object, message: string) => void;

/** Where the gateway writes what happens: a pino logger, `console`, or anything of this form. */
export interface Logger {
  readonly error: LogLine;
  readonly warn: LogLine;
  readonly info: LogLine;
  readonly debug: LogLine;
}

/** Writes JSON lines to stderr, so that stdout stays for people. */
export function createLogger(level: LogLevel): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: plainError } },
    pino.destination(2),
  );
}

/** An error without the document and the values that GraphQL's own errors carry along. */
function plainError(thrown: unknown): object {
  const error = thrown instanceof GraphQLError ? (thrown.originalError ?? thrown) : thrown;
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, stack, ...('code' in error && { code: error.code }) };
}
