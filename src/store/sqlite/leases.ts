import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Lease } from '../control.ts';
import type { Connection } from './connection.ts';

const lifetime = 30_000;

// A process that was started anew may get the number of its predecessor (in a container it always does). What this
// process did not take itself is then left over from a dead one.
const ownTokens = new Set<string>();

/** Who may write to which dataset. */
export class LeaseTable {
  readonly #connection: Connection;
  readonly #host = hostname();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  acquire(dataset: string): Lease | undefined {
    const token = randomUUID();
    const taken = this.#connection.write(() => {
      if (this.isHeld(dataset)) return false;
      this.#connection.run(
        `INSERT INTO "lease" VALUES (?, ?, ?, ?, ?) ON CONFLICT ("dataset") DO UPDATE SET "token" = excluded."token",
           "pid" = excluded."pid", "host" = excluded."host", "renewed_at" = excluded."renewed_at"`,
        [dataset, token, process.pid, this.#host, Date.now()],
      );
      return true;
    });
    if (!taken) return undefined;
    ownTokens.add(token);
    return {
      renew: async () => this.#renew(dataset, token),
      release: async () => this.#release(dataset, token),
    };
  }

  isHeld(dataset: string): boolean {
    const row = this.#connection.get('SELECT "token", "pid", "host", "renewed_at" FROM "lease" WHERE "dataset" = ?', [dataset]);
    if (!row) return false;
    const [token, pid, host, renewedAt] = row;
    if (Date.now() - Number(renewedAt) >= lifetime) return false;
    return host !== this.#host || isAlive(Number(pid), String(token));
  }

  #renew(dataset: string, token: string): boolean {
    const sql = 'UPDATE "lease" SET "renewed_at" = ? WHERE "dataset" = ? AND "token" = ?';
    return this.#connection.write(() => this.#connection.run(sql, [Date.now(), dataset, token]) === 1);
  }

  #release(dataset: string, token: string): void {
    ownTokens.delete(token);
    const sql = 'DELETE FROM "lease" WHERE "dataset" = ? AND "token" = ?';
    this.#connection.write(() => this.#connection.run(sql, [dataset, token]));
  }
}

function isAlive(pid: number, token: string): boolean {
  if (pid === process.pid) return ownTokens.has(token);
  try {
    // Signal 0 asks whether there is such a process. https://nodejs.org/api/process.html#processkillpid-signal
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is one, of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
