import { createHash } from 'node:crypto';

/** The schema that holds what is not of one generation: datasets, jobs, ledgers. */
export const CONTROL_SCHEMA = 'seedgraph';

/** How the comment of the control schema begins; a schema of its name without it is somebody else's. */
export const CONTROL_MARK = 'Seedgraph:';

/** PostgreSQL cuts longer names. */
const MAX_NAME = 63;

/** What of a generation its name is made of. */
interface Named {
  readonly id: string;
  readonly dataset: string;
  readonly domain: string;
}

/** How the schema of a published generation is called, unless the name is taken: `default_school`. */
export function plainName({ dataset, domain }: Omit<Named, 'id'>): string {
  const name = wordOf(dataset, domain);
  // PostgreSQL keeps `pg_` for itself.
  const allowed = name.startsWith('pg_') ? `dataset_${name}` : name;
  return allowed.length <= MAX_NAME ? allowed : distinctName({ dataset, domain });
}

/** The name for a dataset and domain whose plain one is too long, or that of others: `a-b` and `a_b` are alike in it. */
export function distinctName({ dataset, domain }: Omit<Named, 'id'>): string {
  const hash = createHash('sha256').update(`${dataset}/${domain}`).digest('hex').slice(0, 8);
  return `${cut(`dataset_${wordOf(dataset, domain)}`, hash.length + 1)}_${hash}`;
}

/** How the schema is called while the generation is built, and after it was replaced: `default_school__4f1c22ab`. */
export function hiddenName({ id, dataset, domain }: Named): string {
  const part = id.replaceAll('-', '').slice(0, 8);
  return `${cut(plainName({ dataset, domain }), part.length + 2)}__${part}`;
}

/** The comment of a generation's schema: what was made here, and may be dropped again. */
export function markOf({ id, dataset, domain }: Named): string {
  return `${markPrefixOf(id)}: ${domain} in the dataset ${dataset}. Replaced and dropped by Seedgraph; keep nothing of your own in it.`;
}

/** How the mark of a generation begins. */
export function markPrefixOf(id: string): string {
  return `Seedgraph generation ${id}`;
}

function wordOf(dataset: string, domain: string): string {
  return `${dataset}_${domain}`.toLowerCase().replace(/[^a-z0-9]/g, '_');
}

function cut(name: string, room: number): string {
  return name.slice(0, MAX_NAME - room);
}
