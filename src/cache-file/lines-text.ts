import type { EntityTotals, Generation } from '../store/store.ts';
import { type CacheHeader, sectionOf, valuesOfRow } from './format.ts';
import { markPages, rowPages } from './pages.ts';

/** A dataset as NDJSON: what it is, a list a row, an object a mark, and how many rows there were. */
export async function* linesText(
  generation: Generation,
  { digest, ...header }: CacheHeader,
  totals: ReadonlyMap<string, EntityTotals>,
  onRows: (entity: string, rows: number) => void,
): AsyncGenerator<string> {
  const { entities } = generation.domain;
  const fields = Object.fromEntries(entities.map((entity) => [sectionOf(entity), entity.fields.map(({ column }) => column)]));
  yield line({ ...header, fields });
  for (const entity of entities) {
    const name = sectionOf(entity);
    for await (const rows of rowPages(generation, entity)) {
      onRows(entity.name, rows.length);
      yield rows.map((row) => line([name, ...valuesOfRow(entity, row)])).join('');
    }
  }
  for (const entity of entities) {
    const name = sectionOf(entity);
    for await (const marks of markPages(generation, entity))
      yield marks.map(({ key, mark }) => line({ mark, entity: name, key })).join('');
  }
  const counts = Object.fromEntries(entities.map((entity) => [sectionOf(entity), totals.get(entity.name)?.rows ?? 0]));
  yield line({ end: true, counts, digest });
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
