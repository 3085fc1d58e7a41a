import { indexesOf } from '../../src/store/sqlite/schema.ts';

// What drizzle-seed is told, so that it fills a like schema: for each column a generator, for each table how many rows.
// JavaScript, as all of this folder, since the types of the bench's own packages are not always installed.

/** Generators of texts by what the column's name ends in. What is not here is picked from values that ours has. */
const textGenerators = [
  [/first_name$/, (f) => f.firstName()],
  [/last_name$/, (f) => f.lastName()],
  [/email$/, (f) => f.email()],
  [/phone$/, (f) => f.phoneNumber({ template: '(###) ###-####' })],
  [/address_line1$/, (f) => f.streetAddress()],
];

/** The refinements for `seed(...).refine`. References are left to drizzle-seed, which picks a key of the other table. */
export function refinementsOf(entities) {
  return (f) =>
    Object.fromEntries(
      entities.map(({ model, rows, fields }) => {
        const columns = fields.filter(({ target }) => !target).map((field) => [field.model.name, generatorOf(f, field)]);
        return [model.name, { count: rows, columns: Object.fromEntries(columns) }];
      }),
    );
}

function generatorOf(f, { model, values }) {
  const { kind, unique } = model.field;
  if (kind === 'key') return f.uuid();
  const [, byName] = textGenerators.find(([name]) => name.test(model.column)) ?? [];
  if (byName) return byName(f);
  if (unique) return f.string({ isUnique: true });
  return f.valuesFromArray({
    values: kind === 'json' || kind === 'list' ? values.map((value) => JSON.stringify(value)) : values,
  });
}

/** `CREATE TABLE` for a table of drizzle's, with its key alone. */
export function createTable({ name, columns }) {
  const lines = columns.map(
    (column) => `"${column.name}" ${column.getSQLType()}${column.primary ? ' PRIMARY KEY' : column.notNull ? ' NOT NULL' : ''}`,
  );
  return `CREATE TABLE "${name}" (${lines.join(', ')})`;
}

/**
 * The indexes that ours has, on the plain columns since there are no folded ones. That of a one-to-one reference is not unique:
 * drizzle-seed picks keys without minding whether they are taken.
 */
export function createIndexes([{ model }]) {
  return indexesOf(model.domain).map((statement) => {
    const plain = statement.replaceAll('_folded', '');
    return /_id"\)$/.test(plain) && !/employee_id|student_id/.test(plain) ? plain.replace('UNIQUE ', '') : plain;
  });
}
