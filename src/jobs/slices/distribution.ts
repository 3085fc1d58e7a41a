import type { Dispatcher } from './dispatcher.ts';
import type { Signals } from './signals.ts';

/** What lets several processes work on one job. */
export interface Distribution {
  readonly dispatcher: Dispatcher;
  readonly signals: Signals;
  /** Told, in a sentence, of what those who run a gateway should know. */
  readonly warn: (message: string) => void;
}
