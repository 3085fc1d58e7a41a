/** Minutes since midnight. */
const FIRST_BELL = 8 * 60 + 30;
export const LESSON_MINUTES = 45;
const PASSING = 5;
/** Lunch follows the fourth period. */
const BEFORE_LUNCH = 4;
const LUNCH = 35;

/** When school begins. */
export const firstBell = FIRST_BELL;

/** When a period, from 0, begins. */
export function periodStart(period: number): number {
  return FIRST_BELL + period * (LESSON_MINUTES + PASSING) + (period >= BEFORE_LUNCH ? LUNCH : 0);
}

/** When a period, from 0, ends. */
export function periodEnd(period: number): number {
  return periodStart(period) + LESSON_MINUTES;
}
