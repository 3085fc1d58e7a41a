/** A piece of a cache file, in the order of the file. Lines count from 1. */
export type Entry =
  /** A value at the top that is no section of rows. */
  | { readonly kind: 'header'; readonly name: string; readonly value: unknown; readonly line: number }
  /** A row of a section. `key` is the one it stands by; undefined in lists. */
  | {
      readonly kind: 'row';
      readonly section: string;
      readonly key: string | undefined;
      readonly value: unknown;
      readonly line: number;
    }
  /** The values of a row, in the order that `fields` tells. */
  | {
      readonly kind: 'values';
      readonly section: string;
      readonly fields: readonly string[] | undefined;
      readonly values: readonly unknown[];
      readonly line: number;
    }
  /** The file says that it is complete. */
  | { readonly kind: 'end'; readonly counts: unknown; readonly line: number };

/** A text that is not what a cache file looks like. */
export class MalformedFile extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** The file ends before its end. */
export class TruncatedFile extends Error {}

/** A row is a few hundred bytes; what is longer than this is none, and would only fill the memory. */
export const LONGEST_ROW = 16 * 2 ** 20;

/** So deep is nothing that a cache file has; functions that call themselves would not come to its ground. */
export const DEEPEST = 100;
