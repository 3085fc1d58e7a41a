import type { CellRow, EntityModel, FieldModel, LookupModel, ReferenceModel } from '../definition/index.ts';
import type { Generation } from '../store/index.ts';
import { namesOfRows, rowsBehind, titleOf } from './row-names.ts';
import { textOf } from './row-values.ts';
import type { Column } from './text-table.ts';

const WITHOUT_COLUMN: ReadonlySet<string> = new Set(['key', 'reference', 'json']);
const NUMBERS: ReadonlySet<string> = new Set(['integer', 'float', 'money']);

/**
 * The columns of a list of rows, those that tell most first: the person's name or the title, what a row is looked up by, what it
 * refers to, then the other fields. What is the same in all rows comes last; what none has is left out.
 */
export async function columnsOf(
  generation: Generation,
  entity: EntityModel,
  rows: readonly CellRow[],
): Promise<readonly Column[]> {
  const telling = [
    ...(entity.person ? [{ heading: 'name', cells: await namesOfRows(generation, entity, rows) }] : []),
    ...[titleOf(entity) ?? []].flat().map((field) => ownColumn(field, rows)),
    ...(await Promise.all(entity.lookups.map((lookup) => lookupColumn(generation, lookup, rows)))),
  ].filter((column) => column !== undefined);
  const others = [
    ...(await Promise.all(otherReferences(entity).map((reference) => referenceColumn(generation, reference, rows)))),
    ...valueFields(entity).map((field) => ownColumn(field, rows)),
  ];
  const columns = [...telling, ...others.filter((column) => !isAlike(column)), ...others.filter(isAlike)];
  const distinct = columns.filter(({ heading }, index) => columns.findIndex((other) => other.heading === heading) === index);
  return distinct.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** The references that say more than the name of the person does. */
function otherReferences({ references, person }: EntityModel): readonly ReferenceModel[] {
  return references.filter((reference) => reference !== person?.via[0]);
}

function valueFields({ fields, person }: EntityModel): readonly FieldModel[] {
  const told = new Set<FieldModel>(person?.via.length === 0 ? [person.first, person.last] : []);
  const values = fields.filter((field) => !told.has(field) && !WITHOUT_COLUMN.has(field.field.kind));
  return [...values.filter(({ field }) => field.filter), ...values.filter(({ field }) => !field.filter)];
}

function ownColumn(field: FieldModel, rows: readonly (CellRow | undefined)[], heading = field.name): Column {
  const cells = rows.map((row) => textOf(field, row?.[field.index] ?? null));
  return { heading, cells, right: NUMBERS.has(field.field.kind) };
}

/** Keys say nothing to people. */
async function lookupColumn(
  generation: Generation,
  { name, via, field }: LookupModel,
  rows: readonly CellRow[],
): Promise<Column | undefined> {
  if (field.field.kind === 'reference' || field.field.kind === 'key') return undefined;
  return ownColumn(field, via ? await rowsBehind(generation, rows, via) : rows, name);
}

async function referenceColumn(generation: Generation, reference: ReferenceModel, rows: readonly CellRow[]): Promise<Column> {
  const targets = await rowsBehind(generation, rows, reference);
  const there = targets.filter((row) => row !== undefined);
  const names = await namesOfRows(generation, reference.to, there);
  const byRow = new Map(there.map((row, index) => [row, names[index] ?? '']));
  return { heading: reference.name, cells: targets.map((row) => (row && byRow.get(row)) ?? '') };
}

function isAlike({ cells }: Column): boolean {
  return cells.length > 1 && cells.every((cell) => cell === cells[0]);
}
