import type { EntityChanges, Preview } from '../jobs/index.ts';
import { formatCount, labelOf } from './common.ts';
import { textTable } from './text-table.ts';

const changes = ['make', 'update', 'keep', 'remove'] as const;

/** What would change: a line for each type that has rows, or would have, and their sum. */
export function previewText(preview: Preview): string {
  const shown = preview.filter((each) => changes.some((change) => each[change] > 0));
  const column = (change: (typeof changes)[number]) => ({
    heading: change,
    cells: [...shown.map((each) => formatCount(each[change])), formatCount(sumOf(preview, change))],
    right: true,
  });
  const names = { heading: 'type', cells: [...shown.map(({ entity }) => labelOf(entity)), 'all'] };
  return textTable([names, ...changes.map(column)]);
}

/** The same for machines. */
export function previewAsJson(preview: Preview) {
  const totals = Object.fromEntries(changes.map((change) => [change, sumOf(preview, change)]));
  return { dryRun: true, ...totals, entities: preview.map(({ entity, ...counts }) => ({ entity: entity.name, ...counts })) };
}

function sumOf(preview: Preview, change: keyof Omit<EntityChanges, 'entity'>): number {
  return preview.reduce((sum, each) => sum + each[change], 0);
}
