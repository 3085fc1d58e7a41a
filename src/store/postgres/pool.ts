import pg from 'pg';
import { sessionSettings } from './settings.ts';

/** Sessions that are opened as they are needed, and closed when nobody has needed them for a while. */
export function poolOf(config: pg.ClientConfig, max: number, settings = sessionSettings): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    max,
    idleTimeoutMillis: 10_000,
    onConnect: async (session) => {
      await session.query(settings);
    },
  });
  // The pool has let such a session go by then; whoever uses it hears of it from its statement.
  pool.on('error', () => undefined);
  pool.on('connect', (session) => session.on('error', () => undefined));
  return pool;
}
