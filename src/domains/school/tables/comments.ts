/** What teachers write beside a mark, from the best band to the weakest. */
export const feedback: Readonly<Record<'A' | 'B' | 'C' | 'D' | 'F', readonly string[]>> = {
  A: ['Excellent work.', 'Outstanding: clear and complete.', 'You have mastered this topic.', 'A pleasure to read.'],
  B: ['Good work with small slips.', 'Solid understanding.', 'Well done; check your details.', 'Good progress.'],
  C: [
    'Fair; review the main ideas.',
    'You are on the way; keep practicing.',
    'Some steps are missing.',
    'Ask when you are unsure.',
  ],
  D: ['Needs more practice.', 'Please come to the help session.', 'Key ideas are not yet clear.'],
  F: ['Let us work on this together.', 'Please see me for support.', 'A retake is offered.'],
};

/** A reason that nobody has twice a year here. */
export const BEREAVEMENT = 'Bereavement';

/**
 * Why a student is not there, with whole weights that add up to 100. Illness is by far the most frequent reason (Department for Education,
 * England: Pupil absence in schools, every year); the sizes are our assumption. The excuses follow common attendance codes.
 */
export const excusedReasons = {
  Illness: 68,
  'Medical appointment': 20,
  'Family emergency': 5,
  'Religious observance': 5,
  [BEREAVEMENT]: 2,
} as const;
export const absentReasons = {
  'Illness, no note received': 46,
  'No note received': 20,
  'Reason unknown': 20,
  'Family trip': 14,
} as const;
/** Why a student is late. */
export const tardyReasons = ['Traffic', 'Missed the bus', 'Overslept', 'Late drop-off'] as const;
