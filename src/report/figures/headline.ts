import type { HeadlineFigure } from '../../definition/index.ts';
import type { FigureData } from '../report-data.ts';
import { formOf, measureOf, neededFor } from './measures.ts';
import { MOST_GROUPS, type Reading, signalOf } from './reading.ts';

/** The number at the head of a report. */
export async function headlineFigure(reading: Reading, figure: HeadlineFigure): Promise<FigureData> {
  const { title, measure, per } = figure;
  const { domain } = reading.generation;
  const entity = domain.entity(figure.entity);
  const { split, measured } = neededFor(entity, measure);
  const [groups = []] = await reading.generation.aggregate({
    entity,
    groupBy: split ? [split] : [],
    measured: measured ? [measured] : [],
    maxGroups: MOST_GROUPS,
    ...signalOf(reading),
  });
  const parts = groups.map(({ keys: [cell = null], count, measures: [found] }) => ({
    cell,
    rows: count,
    count: found?.count ?? 0,
    sum: found?.sum ?? 0,
  }));
  const value = measureOf(entity, measure, parts);
  const form = per === undefined ? formOf(measure) : 'decimal';
  const digits = figure.digits ?? 1;
  if (per === undefined || value === null) return { title, value, form, digits };
  const [divisor = 0] = await reading.generation.count({ entity: domain.entity(per), ...signalOf(reading) });
  return { title, value: divisor > 0 ? value / divisor : null, form, digits };
}
