import type { DomainModel } from './model.ts';

/**
 * Where domains that are at hand can be loaded from once more. Definitions are functions, which cannot be sent to another thread: it
 * loads them for itself.
 */
export interface DomainSource {
  /** The URL of a module that exports `loadDomains`, a `LoadDomains`. */
  readonly module: string;
  /** What `loadDomains` is called with; plain data. */
  readonly argument: unknown;
}

/** Loads domains; undefined when they would not be the ones any more that the source was made for. */
export type LoadDomains = (argument: unknown) => Promise<readonly DomainModel[] | undefined>;
