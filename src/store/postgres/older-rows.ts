import type { CellRow, DomainModel, EntityModel, FieldModel } from '../../definition/index.ts';
import type { GenerationState, MarkedKey, StoredRows } from '../store.ts';
import type { Database } from './database.ts';
import { inPlace } from './moved.ts';
import type { Place } from './place.ts';
import { quoted } from './quoting.ts';
import { Reader } from './reader.ts';
import { getRows, rangeOfRows } from './rows.ts';
import { marksOf, marksSql, stateOf, stateSql } from './state.ts';

/** Rows whose tables were made for other definitions of the domain. */
export async function olderRows(database: Database, place: Place, domain: DomainModel): Promise<StoredRows> {
  const found = await inPlace(place, (schema) =>
    database.rows('SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = $1', [schema]),
  );
  const tables = Map.groupBy(found, ([table]) => String(table));
  const columns = [...tables].map(([table, its]) => [table, new Set(its.map(([, column]) => String(column)))] as const);
  return new OlderRows(database, place, domain, new Map(columns));
}

/** Columns are found by their names. */
class OlderRows implements StoredRows {
  readonly id: string;
  readonly dataset: string;
  readonly domain: DomainModel;
  readonly missing: ReadonlyMap<EntityModel, readonly FieldModel[]>;
  readonly #reader: Reader;
  /** What is selected, by entity; those without a table have none. */
  readonly #selected = new Map<EntityModel, string>();

  constructor(database: Database, place: Place, domain: DomainModel, tables: ReadonlyMap<string, ReadonlySet<string>>) {
    this.id = place.id;
    this.dataset = place.dataset;
    this.domain = domain;
    this.#reader = new Reader(place, database);
    const missing = new Map<EntityModel, readonly FieldModel[]>();
    for (const entity of domain.entities) {
      const known = tables.get(entity.table);
      if (!known?.has(entity.key.column)) continue;
      const absent = entity.fields.filter(({ column }) => !known.has(column));
      if (absent.length > 0) missing.set(entity, absent);
      const columns = entity.fields.map(({ column }) => (known.has(column) ? quoted(column) : 'NULL'));
      this.#selected.set(entity, columns.join(', '));
    }
    this.missing = missing;
  }

  async state(): Promise<GenerationState> {
    const [row = []] = await this.#reader.texts((schema) => ({ sql: stateSql(schema), parameters: [this.id] }));
    return stateOf(row);
  }

  async get(entity: EntityModel, keys: readonly string[]): Promise<(CellRow | undefined)[]> {
    const columns = this.#selected.get(entity);
    if (columns === undefined) return keys.map(() => undefined);
    return getRows(this.#reader, this.id, entity, keys, () => columns);
  }

  async range(entity: EntityModel, from: string, to: string, limit: number): Promise<CellRow[]> {
    const columns = this.#selected.get(entity);
    if (columns === undefined) return [];
    return rangeOfRows(this.#reader, this.id, entity, { from, to, limit }, () => columns);
  }

  async marks({ name }: EntityModel, from: string, to: string, limit: number): Promise<MarkedKey[]> {
    const parameters = [this.id, name, from, to, limit];
    return marksOf(await this.#reader.texts((schema) => ({ sql: marksSql(schema), parameters })));
  }
}
