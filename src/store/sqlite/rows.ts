import { type Cell, type CellRow, type EntityModel, foldText } from '../../definition/index.ts';
import { StoreError } from '../error.ts';
import { columnsOf } from '../sql/columns.ts';
import type { Connection } from './connection.ts';
import { quoted } from './schema.ts';

// Rows a statement. Three sizes serve every number of rows with three prepared statements an entity.
const chunkSizes = [64, 8, 1];

// SQLITE_MAX_VARIABLE_NUMBER. https://sqlite.org/limits.html
const maxVariables = 32_766;

/** Writes an entity's rows into its table. Made once an entity and generation, used for every batch. */
export class RowWriter {
  readonly #entity: EntityModel;
  readonly #folded: readonly number[];
  readonly #inserts: readonly { readonly size: number; readonly sql: string }[];
  readonly #update: string;
  readonly #delete: string;

  constructor(entity: EntityModel) {
    const columns = columnsOf(entity);
    this.#entity = entity;
    this.#folded = columns.filter(({ folded }) => folded).map(({ field }) => field.index);
    this.#inserts = chunkSizes
      .filter((size) => size * columns.length <= maxVariables)
      .map((size) => ({ size, sql: insertSql(entity, size) }));
    // Numbered parameters: a row is bound as it is for an insert, and its key stands where the key is.
    const set = columns.map(({ name }, index) => `${quoted(name)} = ?${index + 1}`).join(', ');
    const key = quoted(entity.key.column);
    this.#update = `UPDATE ${quoted(entity.table)} SET ${set} WHERE ${key} = ?${entity.key.index + 1}`;
    this.#delete = `DELETE FROM ${quoted(entity.table)} WHERE ${key} IN (SELECT value FROM json_each(?))`;
  }

  insert(connection: Connection, rows: readonly CellRow[]): void {
    let done = 0;
    for (const { size, sql } of this.#inserts) {
      for (; rows.length - done >= size; done += size) connection.run(sql, this.#cells(rows, done, done + size));
    }
  }

  /** @throws StoreError CONFLICT when there is no row to replace. */
  replace(connection: Connection, rows: readonly CellRow[]): void {
    for (let index = 0; index < rows.length; index++) {
      if (connection.run(this.#update, this.#cells(rows, index, index + 1)) === 1) continue;
      const key = rows[index]?.[this.#entity.key.index];
      throw new StoreError('CONFLICT', `There is no ${this.#entity.name} with the key "${key}" that could be replaced.`);
    }
  }

  /** @throws StoreError CONFLICT when there is no row to remove. */
  delete(connection: Connection, keys: readonly string[]): void {
    const removed = connection.run(this.#delete, [JSON.stringify(keys)]);
    if (removed === keys.length) return;
    const message = `Of ${keys.length} rows of ${this.#entity.name} that were to be removed, ${removed} exist.`;
    throw new StoreError('CONFLICT', message, { details: { entity: this.#entity.name } });
  }

  /** The cells of some rows, one after the other, each row followed by its folded texts. */
  #cells(rows: readonly CellRow[], from: number, to: number): CellRow {
    const width = this.#entity.fields.length;
    const cells = new Array<Cell>((to - from) * (width + this.#folded.length));
    let next = 0;
    for (let index = from; index < to; index++) {
      const row = rows[index] ?? [];
      for (let column = 0; column < width; column++) cells[next++] = row[column] ?? null;
      for (const column of this.#folded) {
        const cell = row[column];
        cells[next++] = typeof cell === 'string' ? foldText(cell) : null;
      }
    }
    return cells;
  }
}

function insertSql(entity: EntityModel, size: number): string {
  const columns = columnsOf(entity);
  const row = `(${columns.map(() => '?').join(', ')})`;
  const names = columns.map(({ name }) => quoted(name)).join(', ');
  return `INSERT INTO ${quoted(entity.table)} (${names}) VALUES ${Array.from({ length: size }, () => row).join(', ')}`;
}
