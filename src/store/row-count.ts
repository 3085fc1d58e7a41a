import type { GenerationState } from './store.ts';

/** How many rows a generation holds, of all entities together. */
export function rowCountOf({ totals }: Pick<GenerationState, 'totals'>): number {
  return [...totals.values()].reduce((sum, { rows }) => sum + rows, 0);
}
