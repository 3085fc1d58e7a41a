import { describe, expect, test } from 'vitest';
import { formatDay } from '../../../src/definition/index.ts';
import { easterOf } from '../../../src/domains/school/locales/easter.ts';
import { type LocaleName, localeOf } from '../../../src/domains/school/locales/index.ts';

/** Whether there is no school on a day. */
function isClosed(locale: LocaleName, date: string, region = localeOf({ locale }).school.region): boolean {
  const year = Number(date.slice(0, 4));
  const holidays = [year - 1, year].flatMap((of) => localeOf({ locale }).holidays(of, region));
  return holidays.some(({ start, end }) => formatDay(start) <= date && date <= formatDay(end));
}

test.each([
  // The tables of the Book of Common Prayer, the earliest and the latest possible date among them.
  '1818-03-22',
  '1943-04-25',
  '1954-04-18',
  '1981-04-19',
  '2000-04-23',
  '2008-03-23',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2038-04-25',
  '2049-04-18',
])('Easter is on %s', (date) => {
  expect(formatDay(easterOf(Number(date.slice(0, 4))))).toBe(date);
});

describe('movable days', () => {
  test.each<[LocaleName, string, string]>([
    ['en_GB', '2021-12-28', 'Boxing Day on a Sunday is kept on Tuesday'],
    ['en_GB', '2022-01-03', "New Year's Day on a Saturday is kept on Monday"],
    ['en_GB', '2026-04-03', 'Good Friday'],
    ['en_GB', '2026-05-04', 'the first Monday in May'],
    ['de', '2025-11-05', 'the week after All Saints on a Saturday'],
    ['de', '2025-11-19', 'the Day of Repentance, in Bavaria'],
    ['de', '2026-05-14', 'Ascension Day'],
    ['de', '2026-06-04', 'Corpus Christi, in Bavaria'],
    ['fr', '2026-05-15', 'the Friday after Ascension Day'],
    ['fr', '2026-05-25', 'Whit Monday'],
    ['fr', '2026-02-23', 'the winter break of zone C'],
    ['es', '2026-04-02', 'Maundy Thursday'],
    ['es', '2024-12-09', 'Immaculate Conception on a Sunday is kept on Monday'],
    ['en_IN', '2025-10-20', 'Diwali'],
    ['hi', '2026-03-04', 'Holi'],
    ['ja', '2026-05-06', 'the day after three holidays, for the one on Sunday'],
    ['ja', '2024-02-12', 'Foundation Day on a Sunday is kept on Monday'],
    ['ja', '2026-09-22', 'a day between two holidays'],
    ['ja', '2025-03-20', 'the vernal equinox'],
    ['ja', '2023-03-21', 'the vernal equinox of another year'],
    ['ja', '2024-09-23', 'the autumnal equinox on a Sunday is kept on Monday'],
    ['ja', '2025-09-23', 'the autumnal equinox'],
  ])('%s: no school on %s: %s', (locale, date) => {
    expect(isClosed(locale, date)).toBe(true);
  });

  test.each<[LocaleName, string]>([
    ['en_GB', '2026-05-05'],
    ['de', '2025-10-31'],
    ['de', '2026-05-15'],
    ['fr', '2026-05-18'],
    ['es', '2025-05-05'],
    ['en_IN', '2025-10-21'],
    ['ja', '2025-09-22'],
    ['ja', '2026-09-24'],
  ])('%s: school on %s', (locale, date) => {
    expect(isClosed(locale, date)).toBe(false);
  });
});

test.each<[LocaleName, string, string, string]>([
  ['de', '2025-10-31', 'Sachsen', 'Bayern'],
  ['de', '2025-03-08', 'Berlin', 'Bayern'],
  ['de', '2024-09-20', 'Thueringen', 'Sachsen'],
  ['de', '2025-01-06', 'Baden-Wuerttemberg', 'Hessen'],
  ['es', '2024-09-11', 'Cataluna', 'Madrid'],
  ['es', '2025-02-28', 'Andalucia', 'Galicia'],
  ['es', '2025-05-02', 'Madrid', 'Pais Vasco'],
])('%s: %s is a holiday in %s and not in %s', (locale, date, there, elsewhere) => {
  expect(isClosed(locale, date, there)).toBe(true);
  expect(isClosed(locale, date, elsewhere)).toBe(false);
});
