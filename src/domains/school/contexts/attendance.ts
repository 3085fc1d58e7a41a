import type { SchoolConfig } from '../config.ts';
import { perConfig } from './per-config.ts';

export const attendanceStatuses = ['present', 'absent', 'tardy', 'excused'] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** A student's own habits. */
export interface Habit {
  /** Share of days on which the student is not simply present. */
  readonly missing: number;
}

/**
 * How much attendance differs between students: the deviation of the logarithm of a personal factor, where nearly everyone
 * is present; less where there is less room. Calibrated so that average marks and attendance correlate by about 0.5.
 */
const SPREAD = 0.46;

/** Probability that a day is like the day before: illnesses last. Our assumption; it leaves the rates as they are. */
export const STICKINESS = 0.2;

/**
 * How much likelier a student is to miss a day, Monday to Friday; 1 on average. Absence is highest on Fridays, then on Mondays (Department for
 * Education, England: Pupil attendance in schools, 2023/24). The sizes are ours.
 */
export const WEEKDAYS: readonly number[] = [0, 1.05, 0.95, 0.94, 0.97, 1.09];

/** The personal rate: lognormal around the configured one, with exactly its mean, lower for the diligent. */
export function habitOf(config: SchoolConfig, diligence: number): Habit {
  const missing = 1 - config.attendance.presentRate;
  const deviation = SPREAD * (1 - missing);
  const factor = Math.exp(-deviation * diligence - deviation ** 2 / 2);
  return { missing: Math.min(1, missing * factor) };
}

/** Within the days that a student is not simply present, the upper ends of the shares of absent, tardy and (up to 1) excused. */
export const missingShares = perConfig(({ attendance }: SchoolConfig) => {
  const total = attendance.absentRate + attendance.tardyRate + attendance.excusedRate || 1;
  return { absent: attendance.absentRate / total, tardy: (attendance.absentRate + attendance.tardyRate) / total };
});
