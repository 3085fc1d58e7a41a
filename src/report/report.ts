import type { ReportDefinition } from '../definition/index.ts';
import { digestOf } from '../generate/index.ts';
import { recipeFrom } from '../jobs/summary.ts';
import type { Recipe } from '../plan/index.ts';
import type { Generation } from '../store/index.ts';
import type { Integrity } from '../verify/index.ts';
import { chartData } from './figures/chart-data.ts';
import { headlineFigure } from './figures/headline.ts';
import { inWords } from './figures/labels.ts';
import type { Reading } from './figures/reading.ts';
import type { ReportData } from './report-data.ts';

/** What may be asked of a report. */
export interface ReportOptions {
  /** Once aborted, the report ends soon, and rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Put at the end of the report. */
  readonly integrity?: Integrity | undefined;
}

/**
 * The numbers of a report: what the domain says that it shows, computed by the store's aggregates. Memory does not grow with
 * the number of rows. A domain without a report of its own shows the number of rows of each entity.
 */
export async function reportOn(generation: Generation, { signal, integrity }: ReportOptions = {}): Promise<ReportData> {
  const { domain, dataset } = generation;
  const reading: Reading = { generation, signal };
  const definition: ReportDefinition = domain.definition.report ?? {
    title: `${domain.definition.title} report`,
    figures: [],
    sections: [],
  };
  const state = await generation.state();
  const figures = [];
  for (const figure of definition.figures) figures.push(await headlineFigure(reading, figure));
  const sections = [];
  for (const { title, charts } of definition.sections) {
    const drawn = [];
    for (const chart of charts) {
      const data = await chartData(reading, chart);
      if (data.points.length > 0) drawn.push(data);
    }
    if (drawn.length > 0) sections.push({ title, charts: drawn });
  }
  return {
    title: definition.title,
    dataset,
    domain: domain.name,
    recipe: recipeInWords(recipeFrom(state)),
    counts: domain.entities.map(({ name, typeName, table, definition: { label = table } }) => ({
      entity: typeName,
      label: inWords(label),
      rows: state.totals.get(name)?.rows ?? 0,
    })),
    digest: digestOf(domain, state.totals),
    figures,
    sections,
    ...(integrity && { integrity }),
  };
}

function recipeInWords([base, ...additions]: Recipe): string[] {
  const changes = settingsIn(base.overrides);
  const changed = changes.length > 0 ? `, with ${changes.join(', ')}` : '';
  return [
    `Seeded with the preset ${base.preset} and seed ${base.seed}${changed}.`,
    ...additions.map(({ entity, rows, seed }) => `Added ${rows.length} of ${entity} with seed ${seed}.`),
  ];
}

/** `volumes.schools: 3`, one for each setting. */
function settingsIn(overrides: object, path = ''): string[] {
  return Object.entries(overrides).flatMap(([key, value]: [string, unknown]) => {
    const name = `${path}${key}`;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return settingsIn(value, `${name}.`);
    return [`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`];
  });
}
