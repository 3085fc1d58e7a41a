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

/** Why a student is not there, or late. The excuses follow common attendance codes. */
export const excusedReasons = [
  'Illness',
  'Medical appointment',
  'Family emergency',
  'Religious observance',
  'Bereavement',
] as const;
export const absentReasons = ['No note received', 'Family trip', 'Overslept', 'Reason unknown'] as const;
export const tardyReasons = ['Traffic', 'Missed the bus', 'Overslept', 'Late drop-off'] as const;
