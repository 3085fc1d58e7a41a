import { parseDay } from '../../../definition/index.ts';
import { dayOf, single } from './days.ts';
import { easterOf } from './easter.ts';
import type { Holiday } from './school-locale.ts';

/**
 * Festivals that follow the moon, as the Government of India's lists of gazetted holidays have them (Department of Personnel and
 * Training, circulars for 2024, 2025 and 2026); Muslim ones may be kept a day later where the moon is seen later. Other years have the fixed
 * holidays only.
 */
const festivals: readonly (readonly [name: string, ...dates: readonly string[]])[] = [
  ['Maha Shivaratri', '2025-02-26', '2026-02-15'],
  ['Holi', '2024-03-25', '2025-03-14', '2026-03-04'],
  ['Eid al-Fitr', '2024-04-11', '2025-03-31', '2026-03-21'],
  ['Ram Navami', '2024-04-17', '2025-04-06', '2026-03-26'],
  ['Mahavir Jayanti', '2024-04-21', '2025-04-10', '2026-03-31'],
  ['Buddha Purnima', '2024-05-23', '2025-05-12', '2026-05-01'],
  ['Eid al-Adha', '2024-06-17', '2025-06-07', '2026-05-27'],
  ['Muharram', '2024-07-17', '2025-07-06', '2026-06-26'],
  ['Janmashtami', '2024-08-26', '2025-08-16', '2026-09-04'],
  ['Milad-un-Nabi', '2024-09-16', '2025-09-05', '2026-08-26'],
  ['Dussehra', '2024-10-12', '2025-10-02', '2026-10-20'],
  ['Diwali', '2024-10-31', '2025-10-20', '2026-11-08'],
  ['Guru Nanak Jayanti', '2024-11-15', '2025-11-05', '2026-11-24'],
];

/**
 * National and gazetted holidays; breaks as in schools of Delhi: from the middle of May to the end of June, and the first half of January. An
 * approximation for other states, whose summers begin earlier or later.
 */
export function indianHolidays(year: number): Holiday[] {
  const lunar = festivals.flatMap(([name, ...dates]) =>
    dates.filter((date) => date.startsWith(String(year))).map((date) => single(name, parseDay(date))),
  );
  return [
    { name: 'Winter Vacation', start: dayOf(year, 1, 1), end: dayOf(year, 1, 15) },
    single('Republic Day', dayOf(year, 1, 26)),
    single('Good Friday', easterOf(year) - 2),
    { name: 'Summer Vacation', start: dayOf(year, 5, 13), end: dayOf(year, 6, 30) },
    single('Independence Day', dayOf(year, 8, 15)),
    single("Mahatma Gandhi's Birthday", dayOf(year, 10, 2)),
    single('Christmas Day', dayOf(year, 12, 25)),
    ...lunar,
  ];
}
