import type { CellRow, EntityModel } from '../../definition/index.ts';
import { StoreError } from '../error.ts';
import type { Batch } from '../store.ts';
import type { Client } from './client.ts';
import { copyStatement, copyText } from './copy.ts';
import { quoted } from './quoting.ts';
import { advance, writeMarks } from './state.ts';
import { arrayText, isUuid } from './values.ts';

/** What became of a batch. `overtaken`: another writer's batch has its place. */
export type Written = 'written' | 'written before' | 'overtaken';

/**
 * Writes a batch in the transaction of `client`. The row of `_state` is locked for it, so that writers stand in line.
 *
 * @param token of this batch alone: it is told by it when its transaction was committed and nobody heard of it.
 */
export async function writeBatch(client: Client, schema: string, id: string, batch: Batch, token: string): Promise<Written> {
  const [[, sequence, last] = []] = await client.rows(fenceSql(schema), [id]);
  if (Number(sequence) === batch.sequence + 1 && last === token) return 'written before';
  if (Number(sequence) !== batch.sequence) return 'overtaken';
  for (const { entity, keys } of batch.deletions ?? []) await remove(client, schema, entity, keys, missing);
  // A row is replaced by another one in its place: the keys stay, and references are judged in the end.
  for (const { entity, rows } of batch.replacements ?? []) {
    const keys = rows.map((row) => String(row[entity.key.index]));
    await remove(client, schema, entity, keys, irreplaceable);
  }
  for (const { entity, rows } of [...batch.inserts, ...(batch.replacements ?? [])]) await insert(client, schema, entity, rows);
  await writeMarks(client, schema, batch.marks);
  await advance(client, schema, batch, token);
  return 'written';
}

/**
 * Locks the row of `_state`. A generation that is not finished is not published either: its commits need not wait for the disk, for after
 * a crash of the server it goes on from the checkpoint that is there. `finish` and publishing wait for all of them.
 */
function fenceSql(schema: string): string {
  return `SELECT seedgraph.expect_generation("generation", $1), "sequence", "token",
    CASE WHEN NOT "finished" THEN set_config('synchronous_commit', 'off', true) END
    FROM ${quoted(schema, '_state')} FOR UPDATE`;
}

async function insert(client: Client, schema: string, entity: EntityModel, rows: readonly CellRow[]): Promise<void> {
  if (rows.length > 0) await client.copyFrom(copyStatement(schema, entity), copyText(entity, rows));
}

async function remove(
  client: Client,
  schema: string,
  entity: EntityModel,
  keys: readonly string[],
  error: (entity: EntityModel, wanted: number, removed: number) => StoreError,
): Promise<void> {
  if (keys.length === 0) return;
  const sql = `DELETE FROM ${quoted(schema, entity.table)} WHERE ${quoted(entity.key.column)} = ANY($1)`;
  const removed = await client.run(sql, [arrayText(keys.filter(isUuid))]);
  if (removed !== keys.length) throw error(entity, keys.length, removed);
}

function missing({ name }: EntityModel, wanted: number, removed: number): StoreError {
  const message = `Of ${wanted} rows of ${name} that were to be removed, ${removed} exist.`;
  return new StoreError('CONFLICT', message, { details: { entity: name } });
}

function irreplaceable({ name }: EntityModel, wanted: number, removed: number): StoreError {
  const message = `Of ${wanted} rows of ${name} that were to be replaced, ${removed} exist.`;
  return new StoreError('CONFLICT', message, { details: { entity: name } });
}
