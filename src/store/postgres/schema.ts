import { createHash } from 'node:crypto';
import type { DomainModel, EntityModel, FieldModel } from '../../definition/index.ts';
import { columnsOf } from '../sql/columns.ts';
import { indexedFieldsOf } from '../sql/indexed-fields.ts';
import { literal, quoted } from './quoting.ts';
import { TEXT_TYPE, typeOf } from './values.ts';

/** Something that is made after the load, once: it has a name among those of its kind. */
export interface Made {
  readonly name: string;
  readonly table: string;
  readonly sql: string;
}

// NAMEDATALEN - 1. https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS
const MAX_NAME = 63;

/** A name in PostgreSQL's own way, `student_user_id_fkey`; one that is too long is cut, and kept apart from others by a hash. */
function nameOf(...parts: readonly string[]): string {
  const name = parts.join('_');
  if (Buffer.byteLength(name) <= MAX_NAME) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, MAX_NAME - hash.length - 1)}_${hash}`;
}

/** A table with its schema, or without one: then it is sought along the search path. */
function tableIn(schema: string, { table }: EntityModel): string {
  return schema === '' ? quoted(table) : quoted(schema, table);
}

/** The statements that make the tables of a domain, with what every row is held to from the beginning. */
export function tablesOf(schema: string, domain: DomainModel): string[] {
  return domain.entities.map((entity) => tableOf(schema, entity));
}

function tableOf(schema: string, entity: EntityModel): string {
  const columns = columnsOf(entity).map(
    ({ name, field, folded }) =>
      `${quoted(name)} ${folded ? TEXT_TYPE : typeOf(field.field)}${field.field.optional ? '' : ' NOT NULL'}`,
  );
  const key = `CONSTRAINT ${quoted(nameOf(entity.table, 'pkey'))} PRIMARY KEY (${quoted(entity.key.column)})`;
  const parts = [...columns, key, ...entity.fields.flatMap((field) => checkOf(entity, field))];
  return `CREATE TABLE ${tableIn(schema, entity)} (\n  ${parts.join(',\n  ')}\n)`;
}

function checkOf({ table }: EntityModel, { column, field }: FieldModel): string[] {
  if (field.kind !== 'enumeration') return [];
  const values = field.values.map(literal).join(', ');
  return [`CONSTRAINT ${quoted(nameOf(table, column, 'check'))} CHECK (${quoted(column)} IN (${values}))`];
}

/** What tells people what the tables and columns hold. */
export function commentsOf(schema: string, domain: DomainModel): string[] {
  return domain.entities.flatMap((entity) => {
    const table = tableIn(schema, entity);
    const columns = columnsOf(entity).map(
      ({ name, field, folded }) =>
        `COMMENT ON COLUMN ${table}.${quoted(name)} IS ${literal(folded ? foldedComment(field) : commentOf(field))}`,
    );
    return [`COMMENT ON TABLE ${table} IS ${literal(entity.definition.description)}`, ...columns];
  });
}

function commentOf({ field }: FieldModel): string {
  if (field.kind !== 'money') return field.description;
  return `${field.description} In units of the currency, with ${field.digits} decimals.`;
}

function foldedComment({ column }: FieldModel): string {
  return `The text of ${column} as it is compared: in Unicode's form NFKC, lower case.`;
}

/** The unique constraints of a domain. */
export function uniquesOf(schema: string, domain: DomainModel): Made[] {
  return domain.entities.flatMap((entity) =>
    indexedFieldsOf(entity)
      .filter(({ field }) => field.unique)
      .map((field) => {
        const name = nameOf(entity.table, field.column, 'key');
        const columns = quoted(field.foldedColumn ?? field.column);
        return {
          name,
          table: entity.table,
          sql: `ALTER TABLE ${tableIn(schema, entity)} ADD CONSTRAINT ${quoted(name)} UNIQUE (${columns})`,
        };
      }),
  );
}

/**
 * Each index ends in the key, in the order of which children and pages are asked for. Without it the planner would rather walk along the
 * keys of the whole table until a page is full: the first rows of 100 parents took 5.8 s of 360,000, with it 1 ms.
 */
export function indexesOf(schema: string, domain: DomainModel): Made[] {
  return domain.entities.flatMap((entity) =>
    indexedFieldsOf(entity)
      .filter(({ field }) => !field.unique)
      .map((field) => {
        const name = nameOf(entity.table, field.column, 'idx');
        const columns = [field.foldedColumn ?? field.column, entity.key.column].map((column) => quoted(column)).join(', ');
        return { name, table: entity.table, sql: `CREATE INDEX ${quoted(name)} ON ${tableIn(schema, entity)} (${columns})` };
      }),
  );
}

/** The references of a domain. They are judged when a transaction ends, so that it may write in any order. */
export function foreignKeysOf(schema: string, domain: DomainModel): Made[] {
  return domain.entities.flatMap((entity) =>
    entity.references.map(({ field, to }) => {
      const name = nameOf(entity.table, field.column, 'fkey');
      const reference = `FOREIGN KEY (${quoted(field.column)}) REFERENCES ${tableIn(schema, to)} (${quoted(to.key.column)})`;
      const sql = `ALTER TABLE ${tableIn(schema, entity)} ADD CONSTRAINT ${quoted(name)} ${reference} DEFERRABLE INITIALLY DEFERRED`;
      return { name, table: entity.table, sql };
    }),
  );
}

/** Tells whether tables were made for the definitions that the domain has now. */
export function schemaHash(domain: DomainModel): string {
  const made = [...uniquesOf('', domain), ...indexesOf('', domain), ...foreignKeysOf('', domain)].map(({ sql }) => sql);
  return createHash('sha256')
    .update([...tablesOf('', domain), ...made].join(';'))
    .digest('hex');
}
