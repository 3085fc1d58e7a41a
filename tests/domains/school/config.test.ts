import { describe, expect, test } from 'vitest';
import { schoolConfig } from '../../../src/domains/school/index.ts';
import { presets } from '../../../src/domains/school/presets.ts';

describe('the configuration', () => {
  test('nothing at all gives the document’s defaults', () => {
    expect(schoolConfig.parse({})).toMatchObject({
      school: {
        name: 'Green Valley Elementary School',
        city: 'Springfield',
        state: 'California',
        timezone: 'America/Los_Angeles',
      },
      volumes: { administrators: 2, teachers: 10, students: 50, parents: 50, subjects: 6, rooms: 15, classes: 20 },
      gradeDistribution: { 1: 7, 2: 8, 3: 8, 4: 8, 5: 8, 6: 8, 7: 7 },
      attendance: { presentRate: 0.9, absentRate: 0.05, tardyRate: 0.03, excusedRate: 0.02 },
      dates: { academicYearStart: '2024-09-01', academicYearEnd: '2025-06-30', currentQuarter: 'Q2' },
    });
  });

  test.each(Object.entries(presets))('preset %s is valid', (_name, preset) => {
    expect(schoolConfig.safeParse(preset).success).toBe(true);
  });

  test('a student has a parent of their own unless told otherwise', () => {
    expect(schoolConfig.parse({ volumes: { students: 7 } }).volumes.parents).toBe(7);
    expect(schoolConfig.parse({ volumes: { students: 7, parents: 3 } }).volumes.parents).toBe(3);
  });

  test('the time zone follows the state', () => {
    expect(schoolConfig.parse({ school: { state: 'Texas' } }).school.timezone).toBe('America/Chicago');
    expect(schoolConfig.parse({ school: { state: 'Texas', timezone: 'America/Denver' } }).school.timezone).toBe('America/Denver');
  });

  test.each([
    ['rates that do not add up to 1', { attendance: { presentRate: 0.95 } }, 'attendance', 'add up to 1; they add up to 1.05'],
    ['shares of types', { assessmentTypes: { test: 0.1 } }, 'assessmentTypes', 'they add up to 0.8'],
    ['shares of categories', { meritCategories: { academic: 0.5 } }, 'meritCategories', 'they add up to 1.2'],
    ['an unknown volume', { volumes: { pupils: 3 } }, 'volumes', 'pupils'],
    ['an unknown key', { colour: 'red' }, '', 'colour'],
    ['too many students', { volumes: { students: 20_001 } }, 'volumes.students', '20000'],
    ['a negative volume', { volumes: { rooms: -1 } }, 'volumes.rooms', 'At least 0'],
    ['half a student', { volumes: { students: 1.5 } }, 'volumes.students', 'whole number'],
    ['no school', { volumes: { schools: 0 } }, 'volumes.schools', 'At least 1'],
    ['more subjects than are known', { volumes: { subjects: 60 } }, 'volumes.subjects', 'At most 16 subjects'],
    ['a grade that is none', { gradeDistribution: { 13: 1 } }, 'gradeDistribution.13', 'from 1 to 12'],
    ['no grade with students', { gradeDistribution: { 3: 0 } }, 'gradeDistribution', 'above 0'],
    ['a year that ends before it starts', { dates: { academicYearEnd: '2024-08-01' } }, 'dates.academicYearEnd', 'end after'],
    [
      'a day that does not exist',
      { dates: { academicYearStart: '2024-02-30' } },
      'dates.academicYearStart',
      'A date such as 2024-09-01',
    ],
    ['a time zone of another state', { school: { timezone: 'America/New_York' } }, 'school.timezone', 'America/Los_Angeles'],
    ['an unknown state', { school: { state: 'Bavaria' } }, 'school.state', 'California'],
    [
      'a subject given twice',
      {
        subjects: [
          { code: 'MATH', name: 'A' },
          { code: 'MATH', name: 'B' },
        ],
      },
      'subjects',
      '"MATH" is given twice',
    ],
  ])('%s: refused, saying where and what', (_what, given, path, message) => {
    const { error } = schoolConfig.safeParse(given);
    expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
    expect(error?.issues.map((issue) => issue.message).join()).toContain(message);
  });

  test.each([
    ['de', 'Germany', 'Bayern', 'München', 'Europe/Berlin', '2024-09-10', '2025-07-31'],
    ['ja', 'Japan', 'Tokyo', '世田谷区', 'Asia/Tokyo', '2024-04-01', '2025-03-31'],
    ['hi', 'India', 'Delhi', 'New Delhi', 'Asia/Kolkata', '2024-04-01', '2025-03-31'],
  ] as const)('the locale %s decides what is not given', (locale, country, state, city, timezone, start, end) => {
    const parsed = schoolConfig.parse({ locale });
    expect(parsed.school).toMatchObject({ country, state, city, timezone });
    expect(parsed.dates).toMatchObject({ academicYearStart: start, academicYearEnd: end });
    expect(schoolConfig.parse(parsed)).toEqual(parsed);
  });

  test('what is given goes before what the locale has', () => {
    const school = {
      name: 'Inselschule',
      city: 'Langeoog',
      state: 'Niedersachsen',
      country: 'Germany',
      timezone: 'Europe/Berlin',
    } as const;
    const dates = { academicYearStart: '2025-08-14', academicYearEnd: '2026-07-01' };
    const parsed = schoolConfig.parse({ locale: 'de', school, dates });
    expect(parsed).toMatchObject({ school, dates });
    expect(schoolConfig.parse({ locale: 'es', school: { state: 'Canarias' } }).school).toMatchObject({
      city: 'Las Palmas de Gran Canaria',
      timezone: 'Atlantic/Canary',
    });
  });

  test.each([
    ['an unknown locale', { locale: 'de_AT' }, 'locale', 'en_GB'],
    [
      'a state of another country',
      { locale: 'de', school: { state: 'California' } },
      'school.state',
      'Baden-Wuerttemberg, Bayern, Berlin',
    ],
    [
      'a state of another country in en_US',
      { school: { state: 'Bayern' } },
      'school.state',
      'the locale en_US, USA; there are Alabama',
    ],
    ['another country', { locale: 'fr', school: { country: 'USA' } }, 'school.country', '"France"'],
    [
      'a time zone of another country',
      { locale: 'ja', school: { timezone: 'Europe/Paris' } },
      'school.timezone',
      'use Asia/Tokyo',
    ],
    [
      'a year that starts after the locale’s ends',
      { locale: 'ja', dates: { academicYearStart: '2025-04-01' } },
      'dates.academicYearEnd',
      '2025-03-31',
    ],
  ])('%s: refused', (_what, given, path, message) => {
    const { error } = schoolConfig.safeParse(given);
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
    expect(error?.issues[0]?.message).toContain(message);
  });

  test('a year of fewer days than the presets has as many attendance days as there are, unless its dates are given', () => {
    const daysOf = (given: object) => schoolConfig.parse({ locale: 'fr', ...given }).volumes.attendanceDays;
    expect(daysOf({ volumes: { attendanceDays: 180 } })).toBe(174);
    expect(daysOf({ volumes: { attendanceDays: 100 } })).toBe(100);
    expect(daysOf({ volumes: { attendanceDays: 181 } })).toBe(181);
    expect(daysOf({ volumes: { attendanceDays: 180 }, dates: { academicYearStart: '2024-09-02' } })).toBe(180);
  });
});
