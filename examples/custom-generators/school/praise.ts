import { extendEntity, Merit } from 'seedgraph/domains/school';

const cheers = ['Well done!', 'Keep it up!', 'We are proud of you.'] as const;

/** A value made otherwise. `original()` is what it would have been. */
export const Praise = extendEntity(Merit, {
  values: {
    reason: ({ random }, original, row) => (row.points >= 8 ? `${original()} ${random.pick(cheers)}` : original()),
  },
});
