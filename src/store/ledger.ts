/**
 * Where a row stands elsewhere. `sent`: it may be there, the answer is not known; `uncertain`: the same, and there is no way to find
 * out; `created`, `adopted`: it is there; `failed`: it was refused; `skipped`: what it refers to is not there.
 */
export type LedgerState = 'sent' | 'uncertain' | 'created' | 'adopted' | 'failed' | 'skipped';

/** What is known of one row. */
export interface LedgerEntry {
  readonly key: string;
  readonly state: LedgerState;
  /** Its id there; null where it is not there, or has none. */
  readonly id: string | null;
  /** Why it is not there; null where it is. */
  readonly reason: string | null;
}

/** What a ledger is about; without it, it is empty. */
export interface LedgerHead {
  /** Of this beginning: another one has another id. */
  readonly id: string;
  /** The digest of what is being sent. */
  readonly digest: string;
  /** Whether the target may hold rows that the ledger knows nothing of. */
  readonly unknownBefore: boolean;
}

/** How many rows of an entity are in a state. */
export interface LedgerCount {
  readonly entity: string;
  readonly state: LedgerState;
  readonly rows: number;
}

/**
 * Which rows of a dataset are at some other place, and under which ids: what lets a transfer be gone on with. Every write is
 * there after `kill -9`; what is written as `sent` also after a power cut.
 */
export interface Ledger {
  head(): Promise<LedgerHead | undefined>;
  /** Forgets everything and begins anew. */
  begin(head: LedgerHead): Promise<void>;
  /** In the order of the keys; undefined where nothing is known. */
  entries(entity: string, keys: readonly string[]): Promise<(LedgerEntry | undefined)[]>;
  /** Replaces what was known of these rows. */
  write(entity: string, entries: readonly LedgerEntry[]): Promise<void>;
  /** The key of the row that has an id there; undefined when none has. */
  holder(entity: string, id: string): Promise<string | undefined>;
  counts(): Promise<LedgerCount[]>;
  /** Rows that are not there, at most so many, with their entity: refused ones, then uncertain ones, then skipped ones. */
  missing(limit: number): Promise<(LedgerEntry & { readonly entity: string })[]>;
  close(): Promise<void>;
}
