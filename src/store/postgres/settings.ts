import type { ClientConfig } from 'pg';

/** Limits of a session, in milliseconds. */
export interface SessionLimits {
  /** How long a statement may take. Default 30,000. */
  readonly statementTimeout?: number;
  /** How long a transaction may stand still. Default 60,000. */
  readonly idleTransactionTimeout?: number;
}

/** How to connect to the database that a URL names. What the URL says itself (`?application_name=...`) goes before this. */
export function configOf(url: string, limits: SessionLimits = {}): ClientConfig {
  return {
    connectionString: url,
    fallback_application_name: 'seedgraph',
    statement_timeout: limits.statementTimeout ?? 30_000,
    idle_in_transaction_session_timeout: limits.idleTransactionTimeout ?? 60_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // Cells are read from texts by those who know their fields.
    types: { getTypeParser: () => asItIs },
  };
}

/**
 * What every session begins with: texts of values have one form and transactions one meaning, whatever the defaults of server, database and user are, and names without a schema mean
 * nothing that somebody else could have made.
 */
export const sessionSettings = [
  `SET TimeZone TO 'UTC'`,
  `SET DateStyle TO 'ISO, YMD'`,
  `SET IntervalStyle TO 'iso_8601'`,
  `SET extra_float_digits TO 1`,
  `SET bytea_output TO 'hex'`,
  `SET search_path TO pg_catalog`,
  // What goes on at the same time is kept apart by locks, which those who wait for them have to see the effects of.
  `SET default_transaction_isolation TO 'read committed'`,
  `SET lock_timeout TO 0`,
  `SET idle_session_timeout TO 0`,
].join('; ');

function asItIs(value: string | Buffer): string | Buffer {
  return value;
}
