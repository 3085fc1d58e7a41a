import { beforeAll, describe, expect, test } from 'vitest';
import { addYears, formatDay, parseDay, weekday } from '../../../src/definition/index.ts';
import { Assessment } from '../../../src/domains/school/assessment.ts';
import { Attendance } from '../../../src/domains/school/attendance.ts';
import { Event } from '../../../src/domains/school/event.ts';
import { Lesson } from '../../../src/domains/school/lesson.ts';
import { type LocaleName, localeNames, localeOf } from '../../../src/domains/school/locales/index.ts';
import { Merit } from '../../../src/domains/school/merit.ts';
import { Parent } from '../../../src/domains/school/parent.ts';
import { ParentStudent } from '../../../src/domains/school/parent-student.ts';
import { School } from '../../../src/domains/school/school.ts';
import { Student } from '../../../src/domains/school/student.ts';
import { Teacher } from '../../../src/domains/school/teacher.ts';
import { User } from '../../../src/domains/school/user.ts';
import { Vendor } from '../../../src/domains/school/vendor.ts';
import { createPlan } from '../../../src/plan/index.ts';
import { duplicates, type MadeSchool, madeSchool, schoolModel } from './made.ts';

/** What anybody can look up about a country, written down a second time. */
interface Facts {
  readonly country: string;
  readonly postalCode: RegExp;
  readonly phone: RegExp;
  /** The academic year of 2024. */
  readonly year: readonly [string, string];
  /** Days of that year without school. */
  readonly closed: readonly string[];
  /** Days of that year with school. */
  readonly open: readonly string[];
  /** Children in grade 1 have this age on this day. */
  readonly admission: readonly [age: number, on: string];
  readonly script: RegExp;
}

const latin = /^[\p{Script=Latin}' .’-]+$/u;
const india: Facts = {
  country: 'India',
  postalCode: /^[1-8]\d{5}$/,
  phone: /^0[1-8]\d{1,3}-1\d{4,7}$/,
  year: ['2024-04-01', '2025-03-31'],
  // Republic Day is a Sunday in 2025.
  closed: ['2024-05-23', '2024-08-15', '2024-10-02', '2024-10-31', '2024-12-25', '2025-03-14'],
  open: ['2024-04-01', '2024-07-01', '2024-12-24', '2025-01-16'],
  admission: [6, '2024-03-31'],
  script: latin,
};

const facts: Readonly<Record<LocaleName, Facts>> = {
  en_US: {
    country: 'USA',
    postalCode: /^\d{5}$/,
    phone: /^\+1-\d{3}-555-01\d\d$/,
    year: ['2024-09-01', '2025-06-30'],
    closed: ['2024-09-02', '2024-11-28', '2024-12-25', '2025-01-20', '2025-05-26'],
    open: ['2024-09-03', '2024-10-03', '2024-12-20', '2025-05-01'],
    admission: [6, '2024-09-01'],
    script: latin,
  },
  en_GB: {
    country: 'United Kingdom',
    postalCode: /^[A-Z]{1,2}\d{1,2} \d[ABD-HJLNP-UW-Z]{2}$/,
    phone: /^(01\d\d 496 0\d{3}|01632 960\d{3}|07700 900\d{3}|029 2018 0\d{3}|028 9649 6\d{3})$/,
    year: ['2024-09-02', '2025-07-22'],
    closed: ['2024-10-28', '2024-12-25', '2024-12-26', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26'],
    open: ['2024-09-02', '2024-11-28', '2025-05-01', '2025-07-04'],
    admission: [5, '2024-08-31'],
    script: latin,
  },
  de: {
    country: 'Germany',
    postalCode: /^\d{5}$/,
    phone: /^(030 23125|069 90009|040 66969|0221 4710|089 99998)\d{3}$|^0171 39200\d\d$/,
    year: ['2024-09-10', '2025-07-31'],
    closed: ['2024-10-03', '2024-11-01', '2024-12-25', '2025-01-06', '2025-05-01', '2025-05-29', '2025-06-19'],
    open: ['2024-09-10', '2024-11-11', '2025-05-02', '2025-07-14'],
    admission: [6, '2024-09-30'],
    script: latin,
  },
  fr: {
    country: 'France',
    postalCode: /^\d{4}0$/,
    phone: /^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98) \d\d \d\d$/,
    year: ['2024-09-02', '2025-07-04'],
    closed: ['2024-10-21', '2024-11-11', '2024-12-25', '2025-04-21', '2025-05-01', '2025-05-08', '2025-05-29', '2025-06-09'],
    open: ['2024-10-03', '2024-12-20', '2025-05-02', '2025-07-04'],
    admission: [6, '2024-12-31'],
    script: latin,
  },
  es: {
    country: 'Spain',
    postalCode: /^(0[1-9]|[1-4]\d|5[0-2])\d{3}$/,
    phone: /^2\d\d \d\d \d\d \d\d$/,
    year: ['2024-09-09', '2025-06-20'],
    closed: ['2024-11-01', '2024-12-06', '2024-12-25', '2025-01-06', '2025-04-17', '2025-05-01', '2025-05-02'],
    open: ['2024-09-09', '2024-12-20', '2025-01-08', '2025-05-08'],
    admission: [6, '2024-12-31'],
    script: latin,
  },
  en_IN: india,
  hi: { ...india, script: /^\p{Script=Devanagari}+$/u },
  ja: {
    country: 'Japan',
    postalCode: /^\d{3}-\d{4}$/,
    phone: /^0\d{1,4}-0\d{1,3}-\d{4}$/,
    year: ['2024-04-01', '2025-03-31'],
    closed: ['2024-04-29', '2024-05-03', '2024-05-06', '2024-08-12', '2024-09-16', '2024-09-23', '2025-01-13', '2025-02-11'],
    open: ['2024-04-08', '2024-07-19', '2024-12-24', '2025-03-24'],
    admission: [6, '2024-04-01'],
    script: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]+$/u,
  },
};

const cheap = { attendanceDays: 0, lessonsPerClass: 0, assessmentsPerStudent: 0, meritsPerStudent: 0, events: 0, activities: 0 };

describe.each(localeNames)('%s', (locale) => {
  const { country, postalCode, phone, year, closed, open, admission, script } = facts[locale];
  let whole: MadeSchool;
  let schools: MadeSchool;
  beforeAll(() => {
    whole = madeSchool({
      preset: 'LARGE',
      overrides: { locale, volumes: { students: 60, teachers: 15, classes: 42, events: 40 } },
    });
    schools = madeSchool({ preset: 'SMALL', overrides: { locale, volumes: { ...cheap, schools: 60 } } });
  });

  test.each(['SMALL', 'MEDIUM', 'LARGE'])('%s can be made', (preset) => {
    expect(createPlan(schoolModel, { preset, overrides: { locale } }).rows).toBeGreaterThan(700);
  });

  test('schools are in the country, in its year', () => {
    for (const school of schools.all(School)) {
      expect(school).toMatchObject({ country, academicYearStart: year[0], academicYearEnd: year[1] });
      expect(school.academicYear).toBe('2024-2025');
    }
  });

  test('names are in its script, and of the gender', () => {
    for (const { firstName, lastName } of schools.all(User)) expect(`${firstName}${lastName}`).toMatch(script);
    const names = (gender: string) =>
      new Set(
        schools.all(Parent).flatMap((parent) => (parent.gender === gender ? [schools.one(User, parent.userId).firstName] : [])),
      );
    const both = [...names('female')].filter((name) => names('male').has(name));
    expect(names('female').size).toBeGreaterThan(20);
    expect(both.length).toBeLessThan(names('female').size / 5);
  });

  test('e-mail addresses, usernames and hosts are plain ASCII, and unique', () => {
    for (const { email, username } of schools.all(User)) {
      expect(email).toMatch(/^[a-z]+\.[a-z]+\d{4,}@([a-z0-9-]+\.)*(example|example\.(com|net|org))$/);
      expect(username).toMatch(/^[a-z]{2,}\.[atps]\d{4,}$/);
    }
    for (const { email } of schools.all(Vendor)) expect(email).toMatch(/^[a-z]+\.[a-z]+\d{4,}@[a-z]+\.example$/);
    for (const { slug, email, website } of schools.all(School)) {
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
      expect([email, website]).toEqual([`office@${slug}.example`, `https://www.${slug}.example`]);
    }
    const unique = [
      schools.all(User).map(({ email }) => email),
      schools.all(User).map(({ username }) => username),
      schools.all(School).map(({ slug }) => slug),
      schools.all(School).map(({ name }) => name),
    ];
    expect(unique.flatMap(duplicates)).toEqual([]);
  });

  test('there are names for as many schools as there may be', () => {
    const { schoolNames } = localeOf({ locale });
    for (const highest of [7, 12]) {
      const names = schoolNames(highest);
      expect(names.length).toBeGreaterThanOrEqual(2_500);
      expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
      expect(new Set(names.map(({ plain }) => plain.toLowerCase())).size).toBe(names.length);
      for (const { plain } of names) expect(plain).toMatch(/^[\x20-\x7e]+$/);
    }
  });

  test('children have the name of the parent, as families of the country do', () => {
    for (const { parentId, studentId, relationshipType } of schools.all(ParentStudent)) {
      if (relationshipType === 'guardian') continue;
      const parent = schools.one(User, schools.one(Parent, parentId).userId).lastName;
      const child = schools.one(User, schools.one(Student, studentId).userId).lastName;
      if (locale !== 'es') expect(child).toBe(parent);
      // The father's first name comes first, the mother's second.
      else expect(child.split(' ')[relationshipType === 'father' ? 0 : 1]).toBe(parent.split(' ')[0]);
    }
  });

  test.each(Object.keys(localeOf({ locale }).regions))('phones, postal codes, cities and time zones of %s', (state) => {
    const { label, cities } = localeOf({ locale }).regions[state] ?? { label: '', cities: [] };
    const overrides = { locale, school: { state }, volumes: { ...cheap, schools: 3, vendors: 4, students: 4, rooms: 15 } };
    const made = madeSchool({ preset: 'SMALL', overrides });
    for (const row of [...made.all(User), ...made.all(School), ...made.all(Vendor)]) {
      expect(row.phone).toMatch(phone);
      expect(row.postalCode).toMatch(postalCode);
      expect(row.state).toBe(label);
      if (row.city !== 'Springfield') expect(cities).toContain(row.city);
      expect(row.addressLine1).toMatch(/\d/);
    }
    for (const { workPhone } of made.all(Parent)) if (workPhone !== null) expect(workPhone).toMatch(phone);
    for (const { timezone } of made.all(School))
      expect(() => new Intl.DateTimeFormat('en', { timeZone: timezone })).not.toThrow();
  });

  test('everything at school is on its school days', () => {
    const days = [
      ...whole.all(Lesson).map(({ scheduledDate }) => scheduledDate),
      ...whole.all(Assessment).map(({ assessmentDate }) => assessmentDate),
      ...whole.all(Attendance).map(({ attendanceDate }) => attendanceDate),
      ...whole.all(Merit).map(({ awardedDate }) => awardedDate),
      ...whole.all(Event).flatMap(({ eventType, startDate, endDate }) => (eventType === 'holiday' ? [] : [startDate, endDate])),
    ];
    const found = new Set(days);
    expect(closed.filter((day) => found.has(day))).toEqual([]);
    expect([...found].filter((day) => [0, 6].includes(weekday(parseDay(day))))).toEqual([]);
    expect([...found].filter((day) => day < year[0] || day > year[1])).toEqual([]);
  });

  test('attendance begins on the first school day, and is there on all that are', () => {
    const days = new Set(whole.all(Attendance).map(({ attendanceDate }) => attendanceDate));
    expect(days.size).toBe(locale === 'fr' ? 174 : 180);
    const last = [...days].toSorted().at(-1) ?? '';
    expect(open.filter((day) => day <= last && !days.has(day))).toEqual([]);
    expect(open.filter((day) => day <= last).length).toBeGreaterThan(2);
  });

  test('holidays are events under their names, once each', () => {
    const holidays = whole.all(Event).filter(({ eventType }) => eventType === 'holiday');
    expect(holidays.length).toBeGreaterThan(3);
    expect(duplicates(holidays.map(({ title, startDate }) => title + startDate))).toEqual([]);
    for (const { startDate, endDate } of holidays) expect(startDate <= endDate).toBe(true);
  });

  test('ages fit the grade', () => {
    const [age, on] = admission;
    const late = whole.all(Student).filter(({ dateOfBirth, gradeLevel }) => {
      const extra = yearsBetween(dateOfBirth, on) - (gradeLevel - 1) - age;
      expect([0, 1]).toContain(extra);
      return extra === 1;
    });
    expect(late.length).toBeLessThan(0.15 * whole.all(Student).length);
    for (const { dateOfBirth, hireDate } of whole.all(Teacher)) {
      expect(yearsBetween(dateOfBirth, hireDate)).toBeGreaterThanOrEqual(22);
      expect(hireDate < year[0]).toBe(true);
    }
  });

  test('parents are 18 to 50 years older than their children', () => {
    for (const { parentId, studentId } of whole.all(ParentStudent)) {
      const years = yearsBetween(whole.one(Parent, parentId).dateOfBirth, whole.one(Student, studentId).dateOfBirth);
      expect(years >= 18 && years <= 50, `${years}`).toBe(true);
    }
  });
});

test('the locale changes no keys and no counts', () => {
  const keysOf = (locale: LocaleName) => {
    const made = madeSchool({ preset: 'SMALL', overrides: { locale } });
    return schoolModel.entities.map(({ name, definition }) => [name, made.all(definition).map(({ id }) => id)]);
  };
  const english = keysOf('en_US');
  for (const locale of localeNames) expect(keysOf(locale)).toEqual(english);
});

test('regions have names in plain letters, each of one country', () => {
  const owners = new Map<string, string>();
  for (const { country, regions } of localeNames.map((locale) => localeOf({ locale }))) {
    for (const name of Object.keys(regions)) {
      expect(name).toMatch(/^[A-Za-z][A-Za-z' -]+$/);
      expect(owners.get(name) ?? country).toBe(country);
      owners.set(name, country);
    }
  }
  expect(owners.size).toBe(51 + 4 + 16 + 13 + 19 + 36 + 47);
});

/** The years that lie between two days, whole ones only. */
function yearsBetween(from: string, to: string): number {
  let years = 0;
  while (formatDay(addYears(parseDay(from), years + 1)) <= to) years++;
  return years;
}
