import type { DomainModel } from '../definition/index.ts';

/** How a check came out. A WARNING is worth a look, and no error: shares that were edited away from the configuration. */
export type CheckStatus = 'OK' | 'WARNING' | 'WRONG';

/** One thing that is wrong. */
export interface Finding {
  /** The name of the entity, as the definition says it. */
  readonly entity: string;
  /** The row's key; null where it is about no single row. */
  readonly key: string | null;
  readonly field: string | null;
  /** What is wrong, in words, with the values. */
  readonly message: string;
}

/** The result of one check. */
export interface CheckResult {
  /** In lower camel case: `references`, or the name of a rule or expectation of the domain. */
  readonly name: string;
  /** What holds where the check finds nothing. */
  readonly description: string;
  readonly status: CheckStatus;
  /** How many were looked at: values, rows or groups, as the check goes. */
  readonly checked: number;
  readonly wrong: number;
  /** Up to 10 of those that are wrong. */
  readonly examples: readonly Finding[];
  /** What else it saw, for people: how many rows were edited, for example. */
  readonly note?: string;
}

/** Whether what is stored of a domain in a dataset is sound. */
export interface Integrity {
  readonly domain: DomainModel;
  readonly dataset: string;
  /** Whether no check is WRONG. */
  readonly ok: boolean;
  readonly checkedRows: number;
  /** Recomputed from what is stored. */
  readonly digest: string;
  readonly checks: readonly CheckResult[];
}

/** How far a verification is. */
export interface VerifyProgress {
  /** What is being looked at: the name of an entity or a rule. */
  readonly step: string;
  /** Rows read so far, and rows to be read. */
  readonly rows: number;
  readonly total: number;
}
