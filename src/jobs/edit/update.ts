import { type CellRow, type EntityModel, toCell } from '../../definition/index.ts';
import type { Mark, Store } from '../../store/store.ts';
import { checkValues, type GivenValues, requireFree } from '../checked-values.ts';
import { rowNotFound } from '../error.ts';
import type { UpdateRequest } from '../jobs.ts';
import { marksOf } from '../marks.ts';
import { PendingRows } from '../pending-rows.ts';
import { checkVersion } from '../version-check.ts';
import { checkEditable } from './editable.ts';
import { writeEdit } from './write-edit.ts';

/**
 * Changes a row, and the derived rows that read it, in one transaction; gives the row as it is then. The caller holds the
 * dataset's lease. A row that has all the values already is left alone.
 */
export async function updateRow(store: Store, version: string, request: UpdateRequest): Promise<CellRow> {
  const { entity, dataset, key } = request;
  checkEditable(entity);
  const generation = await store.open(dataset, entity.domain);
  const [row] = (await generation?.get(entity, [key])) ?? [];
  if (!generation || !row) throw rowNotFound(entity, key, dataset);
  const state = await generation.state();
  checkVersion(state, version, dataset);
  const values = await checkValues(generation, entity, request.set, 'set');
  const changed = withValues(entity, row, values);
  if (changed.every((cell, index) => cell === row[index])) return row;
  await requireFree(generation, entity, values, 'set', key);

  const pending = new PendingRows();
  pending.remove(entity, [row]);
  pending.write(entity, [changed]);
  // What the recipe does not make at all keeps the mark that says so.
  const mark: Mark = (await marksOf(generation, entity, [key])).get(key) ?? 'edited';
  await writeEdit(generation, state, pending, [{ entity, keys: [{ key, mark }] }]);
  return changed;
}

function withValues(entity: EntityModel, row: CellRow, values: GivenValues): CellRow {
  return entity.fields.map(({ name, field, index }) => (name in values ? toCell(field, values[name]) : (row[index] ?? null)));
}
