import { open } from 'node:fs/promises';
import { PushError } from './error.ts';
import type { RecordId } from './record-id.ts';

/** One request and what came of it. Bodies, headers and secrets are not in it. */
export interface AuditEntry {
  /** When it was sent, ISO 8601 in UTC. */
  readonly time: string;
  readonly method: string;
  /** With the filter of a look-up. */
  readonly path: string;
  readonly entity: string;
  /** The keys of the rows it is about: one, or those of a bulk. */
  readonly keys: readonly string[];
  /** From 1. */
  readonly attempt: number;
  /** Null when no answer came. */
  readonly status: number | null;
  /** Milliseconds. */
  readonly ms: number;
  readonly outcome: string;
  /** The record's id at the API. */
  readonly id?: RecordId;
  readonly reason?: string;
}

/** Where operations are written down. */
export interface AuditLog {
  /** @throws PushError AUDIT_UNWRITABLE. */
  write(entry: AuditEntry): Promise<void>;
  close(): Promise<void>;
}

/** For those who do not want one. */
export const noAudit: AuditLog = { write: async () => undefined, close: async () => undefined };

/** Adds to a file, one JSON document a line, which is in it before anything else happens. @throws PushError AUDIT_UNWRITABLE. */
export async function auditFile(file: string): Promise<AuditLog> {
  const failed = (cause: unknown): never => {
    const why = cause instanceof Error ? cause.message : cause;
    throw new PushError('AUDIT_UNWRITABLE', `The audit file ${file} cannot be written: ${why}.`, { cause });
  };
  const handle = await open(file, 'a', 0o600).catch(failed);
  let last = Promise.resolve();
  return {
    // Each after the one before; once one has failed, all do.
    write: (entry) => {
      last = last.then(() => handle.appendFile(`${JSON.stringify(entry)}\n`));
      return last.catch(failed);
    },
    close: async () => {
      await last.catch(() => undefined);
      await handle.close().catch(() => undefined);
    },
  };
}
