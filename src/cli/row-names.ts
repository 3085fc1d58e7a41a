import type { CellRow, EntityModel, FieldModel, ReferenceModel } from '../definition/index.ts';
import type { Generation } from '../store/index.ts';
import { plainLine } from './row-values.ts';

/** What people call rows: a person's name, else the title, else the key. One for each row. */
export async function namesOfRows(generation: Generation, entity: EntityModel, rows: readonly CellRow[]): Promise<string[]> {
  const title = titleOf(entity);
  if (!entity.person) return rows.map((row) => plainLine(String(row[(title ?? entity.key).index] ?? '')));
  const { via, first, last } = entity.person;
  let people: readonly (CellRow | undefined)[] = rows;
  for (const reference of via) people = await rowsBehind(generation, people, reference);
  return people.map((row) => (row ? plainLine(`${row[first.index]} ${row[last.index]}`) : ''));
}

/** The rows that a reference of these rows points at, one for each. Each is read once. */
export async function rowsBehind(
  generation: Generation,
  rows: readonly (CellRow | undefined)[],
  { field, to }: ReferenceModel,
): Promise<(CellRow | undefined)[]> {
  const keyIn = (row: CellRow | undefined) => String(row?.[field.index] ?? '');
  const keys = [...new Set(rows.map(keyIn))].filter((key) => key !== '');
  const found = await generation.get(to, keys);
  const byKey = new Map(keys.map((key, index) => [key, found[index]]));
  return rows.map((row) => byKey.get(keyIn(row)));
}

/** The text that tells most about a row of an entity without a person: a name or a title, else what it is looked up by. */
export function titleOf({ fields, lookups }: EntityModel): FieldModel | undefined {
  const texts = fields.filter(({ field, foldedColumn }) => field.kind === 'string' && foldedColumn !== undefined);
  return (
    texts.find(({ name }) => /^(name|title)$/.test(name)) ??
    texts.find(({ name }) => /(Name|Title)$/.test(name)) ??
    texts.find((field) => lookups.some((lookup) => lookup.field === field)) ??
    texts.find(({ field }) => field.unique)
  );
}
