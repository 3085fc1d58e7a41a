import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher } from './dispatcher.ts';
import type { SliceMakers } from './slice-makers.ts';

/** Another process may be at the slice: how long one waits before looking again, in milliseconds. */
const PAUSE = 10;

/** Makes slices in this process, one after the other: for a job that was begun by many, and is gone on with by one. */
export function localDispatcher(makers: SliceMakers, shouldStop: () => boolean): Dispatcher {
  return {
    window: 1,
    handOut: async (order, ordinals) => {
      for (const ordinal of ordinals) if (!shouldStop()) await makers.make(order, ordinal);
      return true;
    },
    news: () => sleep(PAUSE),
  };
}
