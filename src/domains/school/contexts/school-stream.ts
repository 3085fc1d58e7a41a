import { defineContext } from '../vocabulary.ts';

/** Starting points of a school's sequences, each in [0, 1): where catalogues are opened and events fall. */
export const starts = defineContext('School', 'starts', ({ random }) => ({
  events: random.next(),
  activities: random.next(),
  holidays: random.next(),
}));
