import type { EpochDay } from '../../../definition/index.ts';
import { dayOf } from './days.ts';

/**
 * Easter Sunday of the Gregorian calendar: the "anonymous" algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, 1998,
 * chapter 8). The letters are Meeus's.
 */
export function easterOf(year: number): EpochDay {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}
