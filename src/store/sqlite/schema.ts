import { createHash } from 'node:crypto';
import type { DomainModel, EntityModel, Field, FieldModel } from '../../definition/index.ts';
import { columnsOf } from '../sql/columns.ts';
import { indexedFieldsOf } from '../sql/indexed-fields.ts';

/** Quoted, so that a column may be called `order`. */
export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/**
 * The statements that make an empty generation.
 *
 * `_state` is one row. `_totals` and the checkpoint in `_state` change in the transaction of every batch; `_marks` has the few
 * rows that are not what the recipe makes. The names begin with an underscore, which no entity's table does.
 */
export function schemaOf(domain: DomainModel): string[] {
  return [
    `CREATE TABLE "_state" ("id" INTEGER PRIMARY KEY CHECK ("id" = 1), "version" TEXT NOT NULL, "schema" TEXT NOT NULL,
      "sequence" INTEGER NOT NULL, "position" TEXT NOT NULL, "finished" INTEGER NOT NULL) STRICT`,
    'CREATE TABLE "_recipe" ("ordinal" INTEGER PRIMARY KEY, "entry" TEXT NOT NULL) STRICT',
    'CREATE TABLE "_totals" ("entity" TEXT PRIMARY KEY, "rows" INTEGER NOT NULL, "sum" TEXT NOT NULL) STRICT, WITHOUT ROWID',
    `CREATE TABLE "_marks" ("entity" TEXT NOT NULL, "key" TEXT NOT NULL, "mark" TEXT NOT NULL, PRIMARY KEY ("entity", "key"))
      STRICT, WITHOUT ROWID`,
    ...tablesOf(domain),
  ];
}

/**
 * The statements that make the tables of a domain's rows: each on one line, or for people, with a line a column. Files keep those of
 * one line, whose hash says what they were made for.
 */
export function tablesOf(domain: DomainModel, between: ' ' | '\n' = ' '): string[] {
  return domain.entities.map((entity) => tableOf(entity, between));
}

/** Tells whether a file was made for the tables that the domain has now. */
export function schemaHash(domain: DomainModel): string {
  return createHash('sha256').update(schemaOf(domain).join(';')).digest('hex');
}

/**
 * Rows live in the key's own tree (WITHOUT ROWID). With ascending keys that is 1.2-1.3 times as fast to fill as a table
 * with a rowid and a key index; and each secondary index then ends in the key, which makes "children of a parent in the
 * order of keys" 2-3 times as fast, and 100 times where a parent has thousands. The file is 1.15 times as large.
 */
function tableOf(entity: EntityModel, between: ' ' | '\n'): string {
  const columns = columnsOf(entity).map(
    ({ name, field }) => `${quoted(name)} ${typeOf(field.field)}${field.field.optional ? '' : ' NOT NULL'}`,
  );
  const key = `PRIMARY KEY (${quoted(entity.key.column)})`;
  const [indent, end] = between === '\n' ? ['\n  ', '\n'] : ['', ''];
  const body = [...columns, key].join(`,${indent || ' '}`);
  return `CREATE TABLE ${quoted(entity.table)} (${indent}${body}${end}) STRICT, WITHOUT ROWID`;
}

function typeOf({ kind }: Field): 'INTEGER' | 'REAL' | 'TEXT' {
  switch (kind) {
    case 'integer':
    case 'money':
    case 'boolean':
      return 'INTEGER';
    case 'float':
      return 'REAL';
    default:
      return 'TEXT';
  }
}

/** The statements that make the indexes of a domain, each idempotent. They are run after the load: 1.5-2 times as fast. */
export function indexesOf(domain: DomainModel): string[] {
  return domain.entities.flatMap((entity) => indexedFieldsOf(entity).map((field) => indexOf(entity, field)));
}

/** One index a field, on the column it is compared by. The key need not be added: every index ends in it. */
function indexOf(entity: EntityModel, field: FieldModel): string {
  const column = field.foldedColumn ?? field.column;
  const kind = field.field.unique ? 'UNIQUE INDEX' : 'INDEX';
  return `CREATE ${kind} IF NOT EXISTS ${quoted(`${entity.table}__${column}`)} ON ${quoted(entity.table)} (${quoted(column)})`;
}

/** Lets the query planner know the data; at most about 1,000 entries of each index are looked at. */
export const analyze = ['PRAGMA analysis_limit = 1000', 'ANALYZE'];

/** Makes a connection aware of what another one has analysed. https://sqlite.org/lang_analyze.html */
export const reloadAnalysis = 'ANALYZE sqlite_schema';
