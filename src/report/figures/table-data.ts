import { type EntityModel, keyOf, type TableChart } from '../../definition/index.ts';
import type { ChartData, ChartPoint } from '../report-data.ts';
import { rowsOf } from './group-rows.ts';
import { formOf, measureOf, neededFor } from './measures.ts';
import { MOST_GROUPS, type Reading, signalOf } from './reading.ts';

/** Lines of a table. */
const MOST_LINES = 50;

/** A line for each row of an entity; none where there is one row only, which the rest of the report is about. */
export async function tableData(reading: Reading, entity: EntityModel, chart: TableChart): Promise<ChartData> {
  const series = chart.columns.map(({ title, measure }) => ({ title, form: formOf(measure) }));
  const [total = 0] = await reading.generation.count({ entity, ...signalOf(reading) });
  if (total < 2) return { chart, series, points: [] };
  const points: ChartPoint[] = [];
  for await (const rows of rowsOf(reading, entity)) {
    const some = rows.slice(0, MOST_LINES - points.length);
    const parents = some.map((row) => keyOf(entity, row));
    const columns = await Promise.all(chart.columns.map((column) => columnOf(reading, entity, column, parents)));
    const label = entity.fieldNamed(chart.label).index;
    points.push(
      ...some.map((row, index) => ({ label: String(row[label]), values: columns.map((column) => column[index] ?? null) })),
    );
    if (points.length >= MOST_LINES) break;
  }
  const note = total > points.length ? { note: `The first ${points.length} of ${total}.` } : {};
  return { chart, series, points, ...note };
}

/** A measure for each of some rows. */
async function columnOf(
  reading: Reading,
  target: EntityModel,
  { entity: name, reference, measure }: TableChart['columns'][number],
  parents: readonly string[],
): Promise<(number | null)[]> {
  const entity = target.domain.entity(name);
  const { split, measured } = neededFor(entity, measure);
  const groups = await reading.generation.aggregate({
    entity,
    groupBy: split ? [split] : [],
    measured: measured ? [measured] : [],
    maxGroups: MOST_GROUPS,
    within: { kind: 'inverse', by: entity.fieldNamed(reference), parents },
    ...signalOf(reading),
  });
  return groups.map((parts) => {
    const read = parts.map(({ keys: [cell = null], count, measures: [found] }) => ({
      cell,
      rows: count,
      count: found?.count ?? 0,
      sum: found?.sum ?? 0,
    }));
    return measureOf(entity, measure, read);
  });
}
