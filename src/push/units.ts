import { type CellRow, type EntityModel, keyOf } from '../definition/index.ts';
import type { Generation, Ledger, LedgerEntry } from '../store/index.ts';
import type { Level } from './levels.ts';
import { pagesOf } from './pages.ts';
import { type IdOf, recordOf, type SentRecord } from './record.ts';
import { idKept, type RecordId } from './record-id.ts';
import type { Resource } from './resource.ts';

/** What one worker does at a time: a record, or those of a bulk request. */
export interface Unit {
  readonly resource: Resource;
  readonly records: readonly SentRecord[];
  /** The keys of those that may be there already. */
  readonly inDoubt: ReadonlySet<string>;
}

/** What units are made from. */
export interface UnitOptions {
  readonly generation: Generation;
  readonly ledger: Ledger;
  /** The API may hold any row: each is looked up before it is sent. */
  readonly unknownBefore: boolean;
  /** Sent for secret fields. */
  readonly password: string | undefined;
}

/** The bulk requests that rows come in, unless it is told otherwise. */
const BULK = 100;

/**
 * What is still to be sent of a level. Each page is written down as sent before the first of it goes out, so that an end at any
 * moment leaves no record that may be at the API and is not known to be in doubt.
 */
export async function* unitsOf(options: UnitOptions, level: Level): AsyncGenerator<Unit> {
  for (const resource of level) {
    for await (const rows of pagesOf(options.generation, resource)) yield* unitsOfPage(options, resource, rows);
  }
}

async function* unitsOfPage(options: UnitOptions, resource: Resource, rows: readonly CellRow[]): AsyncGenerator<Unit> {
  const { ledger, password, unknownBefore } = options;
  const { entity } = resource;
  const known = await ledger.entries(
    entity.name,
    rows.map((row) => keyOf(entity, row)),
  );
  const open = rows.map((row, index) => ({ row, entry: known[index] })).filter(({ entry }) => !isThere(entry));
  const idOf = await idsOf(
    ledger,
    resource,
    open.map(({ row }) => row),
  );
  const ready: SentRecord[] = [];
  const entries: LedgerEntry[] = [];
  const inDoubt = new Set<string>();
  for (const { row, entry } of open) {
    const record = recordOf(resource, row, idOf, password);
    const key = keyOf(entity, row);
    // What may be there stays in doubt, whatever has become of those it refers to.
    const doubtful = entry?.state === 'sent' || entry?.state === 'uncertain';
    if ('reason' in record) {
      if (!doubtful) entries.push({ key, id: null, ...record });
      continue;
    }
    if (doubtful || unknownBefore) inDoubt.add(key);
    if (!doubtful) entries.push({ key, state: 'sent', id: null, reason: null });
    ready.push(record);
  }
  if (entries.length > 0) await ledger.write(entity.name, entries);
  for (const records of grouped(resource, ready)) yield { resource, records, inDoubt };
}

function isThere(entry: LedgerEntry | undefined): boolean {
  return entry?.state === 'created' || entry?.state === 'adopted';
}

/** The ids that the rows' references have at the API. */
async function idsOf(ledger: Ledger, { fields }: Resource, rows: readonly CellRow[]): Promise<IdOf> {
  const wanted = new Map<EntityModel, Set<string>>();
  for (const { field, to } of fields) {
    if (!to) continue;
    const keys = wanted.get(to) ?? new Set();
    wanted.set(to, keys);
    for (const row of rows) if (row[field.index] !== null) keys.add(String(row[field.index]));
  }
  const ids = new Map<EntityModel, Map<string, RecordId>>();
  for (const [entity, keys] of wanted) {
    const entries = await ledger.entries(entity.name, [...keys]);
    ids.set(
      entity,
      new Map(entries.flatMap((entry) => (entry?.id != null && isThere(entry) ? [[entry.key, idKept(entry.id)]] : []))),
    );
  }
  return (entity, key) => ids.get(entity)?.get(key);
}

/** Records that agree in what a bulk request says once, at most so many together; each alone where there are no bulk requests. */
function grouped({ bulk }: Resource, records: readonly SentRecord[]): SentRecord[][] {
  if (!bulk) return records.map((record) => [record]);
  const groups: SentRecord[][] = [];
  let last = '';
  for (const record of records) {
    const shared = bulk.group.map(({ name }) => record.values[name]);
    const name = JSON.stringify(shared);
    const group = groups.at(-1);
    const fits =
      group !== undefined && name === last && group.length < (bulk.max ?? BULK) && !shared.includes(undefined as never);
    if (fits) group.push(record);
    else groups.push([record]);
    last = name;
  }
  return groups;
}
