import type { SliceOrder } from './slice-makers.ts';

/** Gives slices to those who make them. What it knows may be lost at any time: what is done, the store knows. */
export interface Dispatcher {
  /** How many slices may be out at a time. */
  readonly window: number;
  /** Hands slices out by their numbers. One that is out already stays so. False when nobody can be reached now; nothing is thrown then. */
  handOut(order: SliceOrder, ordinals: readonly number[]): Promise<boolean>;
  /** Resolves at the next sign that a slice of the generation was done, at the latest after some milliseconds. */
  news(generation: string, patience: number): Promise<void>;
}
