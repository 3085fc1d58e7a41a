import type { CellRow, DomainModel, EntityModel, FieldModel } from '../../definition/index.ts';
import type { GenerationState, MarkedKey, StoredRows } from '../store.ts';
import type { GenerationRecord } from './generation.ts';
import type { DatabaseHandle } from './handle.ts';
import { quoted } from './schema.ts';
import { readMarks, readState } from './state.ts';

/** The statements that read an entity's rows. */
interface Selects {
  readonly some: string;
  readonly range: string;
}

/** Rows whose tables were made for other definitions of the domain: columns are found by their names. */
export class OlderRows implements StoredRows {
  readonly id: string;
  readonly dataset: string;
  readonly domain: DomainModel;
  readonly missing: ReadonlyMap<EntityModel, readonly FieldModel[]>;
  readonly #handle: DatabaseHandle;
  /** By entity; those without a table have none. */
  readonly #selects = new Map<EntityModel, Selects>();

  constructor({ id, dataset }: GenerationRecord, domain: DomainModel, handle: DatabaseHandle) {
    this.id = id;
    this.dataset = dataset;
    this.domain = domain;
    this.#handle = handle;
    const missing = new Map<EntityModel, readonly FieldModel[]>();
    for (const entity of domain.entities) {
      const known = this.#columnsOf(entity.table);
      if (!known.has(entity.key.column)) continue;
      const absent = entity.fields.filter(({ column }) => !known.has(column));
      if (absent.length > 0) missing.set(entity, absent);
      this.#selects.set(entity, selectsOf(entity, known));
    }
    this.missing = missing;
  }

  async state(): Promise<GenerationState> {
    return readState(this.#handle.connection());
  }

  async get(entity: EntityModel, keys: readonly string[]): Promise<(CellRow | undefined)[]> {
    const selects = this.#selects.get(entity);
    const rows = selects ? this.#handle.connection().all(selects.some, [JSON.stringify(keys)]) : [];
    const byKey = new Map(rows.map((row) => [row[entity.key.index], row]));
    return keys.map((key) => byKey.get(key));
  }

  async range(entity: EntityModel, from: string, to: string, limit: number): Promise<CellRow[]> {
    const selects = this.#selects.get(entity);
    return selects ? this.#handle.connection().all(selects.range, [from, to, limit]) : [];
  }

  async marks(entity: EntityModel, from: string, to: string, limit: number): Promise<MarkedKey[]> {
    // Files of before there were marks have no table of them.
    if (this.#columnsOf('_marks').size === 0) return [];
    return readMarks(this.#handle.connection(), entity, from, to, limit);
  }

  #columnsOf(table: string): ReadonlySet<string> {
    const rows = this.#handle.connection().all('SELECT "name" FROM pragma_table_info(?)', [table]);
    return new Set(rows.map(([name]) => String(name)));
  }
}

function selectsOf({ fields, table, key }: EntityModel, known: ReadonlySet<string>): Selects {
  const columns = fields.map(({ column }) => (known.has(column) ? quoted(column) : 'NULL'));
  const select = `SELECT ${columns.join(', ')} FROM ${quoted(table)}`;
  const by = quoted(key.column);
  return {
    some: `${select} WHERE ${by} IN (SELECT value FROM json_each(?))`,
    range: `${select} WHERE ${by} BETWEEN ? AND ? ORDER BY ${by} LIMIT ?`,
  };
}
