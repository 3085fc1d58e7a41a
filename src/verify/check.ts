import type { CellRow } from '../definition/index.ts';

/** Looks at the rows of one entity. All rows come in the order of keys, window after window. */
export interface RowCheck {
  rows(window: readonly CellRow[]): void | Promise<void>;
  /**
   * All rows have come. True asks for them once more: what cannot be decided in bounded memory at once is narrowed down
   * from pass to pass.
   */
  end?(): boolean | Promise<boolean>;
}
