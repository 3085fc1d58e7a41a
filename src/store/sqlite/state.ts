import type { DomainModel, EntityModel } from '../../definition/index.ts';
import type { Batch, EntityTotals, GenerationState, Mark, MarkedKey, RecipeEntry } from '../store.ts';
import type { Connection } from './connection.ts';
import { schemaHash } from './schema.ts';

const modulus = 2n ** 256n;

/** The facts that a generation keeps beside its rows, in its own file. */
export function initialiseState(
  connection: Connection,
  domain: DomainModel,
  version: string,
  recipe: readonly RecipeEntry[],
): void {
  connection.run(`INSERT INTO "_state" VALUES (1, ?, ?, 0, 'null', 0)`, [version, schemaHash(domain)]);
  for (const entry of recipe) appendRecipe(connection, entry);
}

export function readState(connection: Connection): GenerationState {
  return connection.read(() => {
    const [version, sequence, position, finished] =
      connection.get('SELECT "version", "sequence", "position", "finished" FROM "_state"') ?? [];
    const recipe = connection.all('SELECT "entry" FROM "_recipe" ORDER BY "ordinal"');
    return {
      version: String(version),
      recipe: recipe.map(([entry]) => JSON.parse(String(entry))),
      checkpoint: { sequence: Number(sequence), position: JSON.parse(String(position)) },
      totals: readTotals(connection),
      finished: finished === 1,
    };
  });
}

export function readSequence(connection: Connection): number {
  return Number(connection.get('SELECT "sequence" FROM "_state"')?.[0]);
}

export function isFinished(connection: Connection): boolean {
  return connection.get('SELECT "finished" FROM "_state"')?.[0] === 1;
}

/** Whether the tables are those that the domain has now. */
export function hasSchemaOf(connection: Connection, domain: DomainModel): boolean {
  return connection.get('SELECT "schema" FROM "_state"')?.[0] === schemaHash(domain);
}

export function markFinished(connection: Connection): void {
  connection.write(() => connection.run('UPDATE "_state" SET "finished" = 1'));
}

/** How many rows an entity has. */
export function rowsOf(connection: Connection, entity: string): number {
  return Number(connection.get('SELECT "rows" FROM "_totals" WHERE "entity" = ?', [entity])?.[0] ?? 0);
}

/** How many rows there are of all entities. */
export function rowsInAll(connection: Connection): number {
  return Number(connection.get('SELECT sum("rows") FROM "_totals"')?.[0] ?? 0);
}

/** The marks of an entity's rows in a range of keys. */
export function readMarks(connection: Connection, { name }: EntityModel, from: string, to: string, limit: number): MarkedKey[] {
  const sql = 'SELECT "key", "mark" FROM "_marks" WHERE "entity" = ? AND "key" BETWEEN ? AND ? ORDER BY "entity", "key" LIMIT ?';
  // Marks are written below, and nowhere else.
  return connection.all(sql, [name, from, to, limit]).map(([key, mark]) => ({ key: String(key), mark: String(mark) as Mark }));
}

/** Sets marks and takes them away; to be called in the transaction of the batch. */
export function writeMarks(connection: Connection, marks: Batch['marks'] = []): void {
  for (const { entity, keys } of marks) {
    for (const { key, mark } of keys) {
      if (mark === null) connection.run('DELETE FROM "_marks" WHERE "entity" = ? AND "key" = ?', [entity.name, key]);
      else connection.run('INSERT OR REPLACE INTO "_marks" VALUES (?, ?, ?)', [entity.name, key, mark]);
    }
  }
}

/** Moves the checkpoint, the totals and the recipe; to be called in the transaction of the batch. */
export function advance(connection: Connection, batch: Batch): void {
  connection.run('UPDATE "_state" SET "sequence" = "sequence" + 1, "position" = ?', [JSON.stringify(batch.position ?? null)]);
  if (batch.recipe) appendRecipe(connection, batch.recipe);
  for (const [entity, change] of batch.changes) addTotals(connection, entity, change);
}

function readTotals(connection: Connection): ReadonlyMap<string, EntityTotals> {
  const totals = connection.all('SELECT "entity", "rows", "sum" FROM "_totals"');
  return new Map(totals.map(([entity, rows, sum]) => [String(entity), { rows: Number(rows), sum: BigInt(`0x${sum}`) }]));
}

function addTotals(connection: Connection, entity: string, change: EntityTotals): void {
  const [rows, hex] = connection.get('SELECT "rows", "sum" FROM "_totals" WHERE "entity" = ?', [entity]) ?? [0, '0'];
  // A change may be negative, and the remainder of a negative number is negative too.
  const sum = (((BigInt(`0x${hex}`) + change.sum) % modulus) + modulus) % modulus;
  connection.run(
    'INSERT INTO "_totals" VALUES (?, ?, ?) ON CONFLICT ("entity") DO UPDATE SET "rows" = excluded."rows", "sum" = excluded."sum"',
    [entity, Number(rows) + change.rows, sum.toString(16).padStart(64, '0')],
  );
}

function appendRecipe(connection: Connection, entry: RecipeEntry): void {
  connection.run('INSERT INTO "_recipe" ("entry") VALUES (?)', [JSON.stringify(entry)]);
}
