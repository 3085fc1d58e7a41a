/**
 * Wakes those who wait in other processes. A signal says that it is worth looking, never what there is to see; signals may be lost, and
 * whoever waits looks after a while anyway.
 */
export interface Signals {
  /** Never throws, and never waits. */
  tell(topic: string): void;
  /** Resolves at the next signal; `forget` ends the waiting. */
  next(topic: string): { readonly promise: Promise<void>; readonly forget: () => void };
}

/** A job has been saved. */
export const jobTopic = (id: string) => `job:${id}`;

/** A job is to be stopped. */
export const stopTopic = (id: string) => `stop:${id}`;

/** A slice of a generation has been done. */
export const slicesTopic = (generation: string) => `slices:${generation}`;
