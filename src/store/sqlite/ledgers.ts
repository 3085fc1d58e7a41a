import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../ledger.ts';
import { Connection } from './connection.ts';
import { removeFile } from './files.ts';
import { SqliteLedger } from './ledger.ts';

/** Where the ledgers of a store are. */
export interface Ledgers {
  open(dataset: string, domain: string, target: string): Ledger;
  /** Removes those of a dataset. */
  drop(dataset: string): void;
  close(): void;
}

// Not `.sqlite`: files of that name which the registry does not know are taken for leftovers of generations.
const suffix = '.ledger';

/** In a directory, beside the generations: `<dataset>/<domain>.<hash of the target>.ledger`. */
export function ledgersIn(directory: string): Ledgers {
  const open = new Set<Connection>();
  return {
    open: (dataset, domain, target) => {
      mkdirSync(join(directory, dataset), { recursive: true });
      const connection = new Connection(join(directory, dataset, `${domain}.${nameOf(target)}${suffix}`));
      open.add(connection);
      return new SqliteLedger(connection, () => {
        connection.close();
        open.delete(connection);
      });
    },
    drop: (dataset) => {
      for (const file of filesIn(join(directory, dataset))) removeFile(join(directory, dataset, file));
    },
    close: () => {
      for (const connection of open) connection.close();
    },
  };
}

/** In memory, gone with the process. */
export function ledgersInMemory(): Ledgers {
  const open = new Map<string, Connection>();
  return {
    open: (dataset, domain, target) => {
      const name = `${dataset}/${domain}.${nameOf(target)}`;
      const connection = open.get(name) ?? new Connection(':memory:');
      open.set(name, connection);
      return new SqliteLedger(connection, () => undefined);
    },
    drop: (dataset) => {
      for (const [name, connection] of open) {
        if (!name.startsWith(`${dataset}/`)) continue;
        connection.close();
        open.delete(name);
      }
    },
    close: () => {
      for (const connection of open.values()) connection.close();
    },
  };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith(suffix));
  } catch {
    // There is no such folder: nothing was sent from there.
    return [];
  }
}

function nameOf(target: string): string {
  return createHash('sha256').update(target).digest('hex').slice(0, 16);
}
