/** What an answer must be, worked out in plain JavaScript over rows that were read without filter and order. */

/** Case does not count, nor how a character is written. */
export const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** Which of two values comes first: numbers by size, texts folded and by code points. */
export function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(fold(String(a))), Buffer.from(fold(String(b))));
}

/** One term of an order: how its value is read, and which way. */
export interface Term<Row> {
  readonly of: (row: Row) => string | number | null | undefined;
  readonly desc?: boolean;
}

/** The rows in an order: no value comes last either way, and the ID decides at last. */
export function sorted<Row extends { readonly id: string }>(rows: readonly Row[], terms: readonly Term<Row>[]): Row[] {
  const all: readonly Term<Row>[] = [...terms, { of: ({ id }) => id }];
  return [...rows].sort((a, b) => {
    for (const { of, desc } of all) {
      const [left, right] = [of(a) ?? null, of(b) ?? null];
      if (left === right) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      const order = compare(left, right);
      if (order !== 0) return desc ? -order : order;
    }
    return 0;
  });
}
