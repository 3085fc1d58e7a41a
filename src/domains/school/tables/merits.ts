export type MeritCategory = 'academic' | 'leadership' | 'participation' | 'behavior' | 'attendance';

/** From what able students are praised for most to what reliable ones are praised for most. */
export const meritOrder = ['academic', 'leadership', 'participation', 'behavior', 'attendance'] as const;

export const meritReasons: Readonly<Record<MeritCategory, readonly string[]>> = {
  academic: [
    'Outstanding written work',
    'Great progress this quarter',
    'Excellent project',
    'Top result on a test',
    'Creative solution to a hard problem',
    'Careful and complete homework',
  ],
  leadership: [
    'Led a group project',
    'Helped a new student settle in',
    'Organized a class activity',
    'Set an example for others',
    'Spoke for the class in student council',
  ],
  participation: [
    'Active in class discussions',
    'Asked thoughtful questions',
    'Volunteered to present',
    'Took part in the school concert',
    'Joined in with energy',
  ],
  behavior: [
    'Showed kindness to a classmate',
    'Respectful to everyone all week',
    'Kept the classroom tidy',
    'Solved a conflict calmly',
    'Followed the rules without reminders',
  ],
  // For who came in time that day, where none of the reasons below is true.
  attendance: ['On time and ready to learn', 'Prepared from the first minute'],
};

/** Reasons of attendance that say something about the days at school, by what must be true. */
export const punctualityReasons = {
  week: 'On time every day this week',
  month: 'On time every day this month',
  ready: 'Always ready when class begins',
  steady: 'Steady attendance this quarter',
  caughtUp: 'Caught up quickly after an absence',
} as const;

export type Punctuality = keyof typeof punctualityReasons;
