import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CellRow, type EntityModel, featureName, keyOf, type ReferenceModel } from '../../definition/index.ts';
import type { Keys } from '../../generate/index.ts';
import type { Generation } from '../../store/store.ts';
import { JobError } from '../error.ts';
import { Cursor, LAST_KEY } from './cursor.ts';
import type { FeatureRemoval } from './treatments.ts';

/** Rows looked at between two turns of the event loop. */
const ROWS_A_TURN = 500;

/** Rows that would stay and refer to some that would go. */
export interface RowsInTheWay {
  readonly entity: EntityModel;
  readonly reference: ReferenceModel;
  readonly rows: number;
}

/** Counts, for each reference, the rows that stay and refer to rows that go. */
export async function rowsInTheWay(source: Generation, removal: FeatureRemoval, keys: Keys): Promise<RowsInTheWay[]> {
  const found: RowsInTheWay[] = [];
  for (const entity of source.domain.entities.filter((each) => !removal.isWhole(each))) {
    for (const reference of entity.references) {
      const rows = await referring(source, removal, keys, entity, reference);
      if (rows > 0) found.push({ entity, reference, rows });
    }
  }
  return found;
}

/** The refusal that tells of them. */
export function inTheWay(features: ReadonlySet<EntityModel>, found: readonly RowsInTheWay[]): JobError {
  const parts = found.map(
    ({ entity, reference, rows }) =>
      `${rows} ${rows === 1 ? 'row' : 'rows'} of ${featureName(entity)} by ${reference.field.name}`,
  );
  const message = `Other rows refer to what would go with ${[...features].map(featureName).join(', ')}: ${parts.join('; ')}. Remove these as well, or first.`;
  const details = {
    rows: found.map(({ entity, reference, rows }) => ({
      entity: entity.typeName,
      field: reference.field.name,
      to: reference.to.typeName,
      count: rows,
    })),
  };
  return new JobError('ROWS_IN_THE_WAY', message, { path: ['features'], details });
}

async function referring(
  source: Generation,
  removal: FeatureRemoval,
  keys: Keys,
  entity: EntityModel,
  { field, to }: ReferenceModel,
): Promise<number> {
  if (!removal.isWhole(to) && !removal.isPartial(to)) return 0;
  if (removal.isWhole(to) && !removal.isPartial(entity)) {
    const [rows = 0] = await source.count({ entity, where: { kind: 'null', field, is: false } });
    return rows;
  }
  let rows = 0;
  for await (const page of pagesOf(source, entity)) {
    const staying = await keep(removal, keys, entity, page, entity.key.index, false);
    rows += (await keep(removal, keys, to, staying, field.index, true)).length;
  }
  return rows;
}

/** Those of the rows in whose cell `index` is the key of a row of `entity` that goes, or that stays. */
async function keep(
  removal: FeatureRemoval,
  keys: Keys,
  entity: EntityModel,
  rows: readonly CellRow[],
  index: number,
  isGoing: boolean,
): Promise<CellRow[]> {
  const codec = keys.of(entity);
  const referring = rows.filter((row) => row[index] !== null);
  const addresses = referring.map((row) => codec.decode(String(row[index])));
  const strangers = referring.filter((_, place) => !addresses[place]).map((row) => String(row[index]));
  const judged = await removal.ofStrangers(entity, strangers);
  let next = 0;
  return referring.filter((_, place) => {
    const address = addresses[place];
    const treatment = address ? removal.at(entity, address) : judged[next++];
    return (treatment === 'remove') === isGoing;
  });
}

async function* pagesOf(source: Generation, entity: EntityModel): AsyncGenerator<CellRow[]> {
  let page: CellRow[] = [];
  const rows = new Cursor(
    '',
    (row: CellRow) => keyOf(entity, row),
    (from, limit) => source.range(entity, from, LAST_KEY, limit),
  );
  for (let head = await rows.peek(); head !== undefined; head = await rows.peek()) {
    page.push(...(await rows.takeTo(head)));
    if (page.length < ROWS_A_TURN) continue;
    yield page;
    page = [];
    await nextTurn();
  }
  if (page.length > 0) yield page;
}
