/** Counts the time of what is done in it; what a round does beside (new databases, dropping them) is not counted. */
export type Clock = <T>(work: () => T | Promise<T>) => Promise<T>;

/** What a round did: how many rows, and where the work is done by several processes the seconds of processor time of each kind. */
export interface Work {
  readonly rows: number;
  readonly processor?: Readonly<Record<string, number>>;
}

/** Does the work once. */
export type Round = (clock: Clock) => Promise<Work>;

/**
 * What a module of a side has as its default export: gets ready whatever all rounds need, and gives what one round does.
 * What it leaves to be done after the last round is said to `atEnd`.
 */
export type PrepareSide<Options = undefined> = (
  options: Options,
  atEnd: (work: () => Promise<unknown>) => void,
) => Promise<Round>;

/** One side of a comparison. It runs in a process of its own, so that neither heap nor warm code of another helps or hinders it. */
export interface Side {
  /** Its module, relative to `bench`. */
  readonly module: string;
  /** Given to the module; JSON. */
  readonly options?: unknown;
  /** A new process for each round. Default: one for all rounds. */
  readonly isFresh?: boolean;
  /** The cap of V8's old space in MiB, where memory is measured: without one it grows with what has not been collected yet. */
  readonly heap?: number;
}

/** What a round took. */
export interface RoundResult extends Work {
  readonly seconds: number;
  /** Seconds of processor time of the process, all its threads together. */
  readonly cpu: number;
  /** Peak of resident memory of the process until then, in MiB. */
  readonly peak: number;
}
