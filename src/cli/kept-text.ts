import { formatCount } from './common.ts';

/** What kept rows mean, for people. */
export function keptText(kept: number, dataset: string): string {
  const rows = kept === 1 ? '1 row is' : `${formatCount(kept)} rows are`;
  return [
    `Warning: ${rows} kept that this configuration does not make, and may contradict those that it makes`,
    `(a place taken twice, for example). "verify --dataset ${dataset}" tells which; the mode replace makes the dataset anew.`,
  ].join('\n');
}
