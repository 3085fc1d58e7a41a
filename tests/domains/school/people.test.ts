import { beforeAll, describe, expect, test } from 'vitest';
import { addYears, formatDay, parseDay } from '../../../src/definition/index.ts';
import { Class } from '../../../src/domains/school/class.ts';
import { states } from '../../../src/domains/school/locales/united-states.ts';
import { Parent } from '../../../src/domains/school/parent.ts';
import { ParentStudent } from '../../../src/domains/school/parent-student.ts';
import { Room } from '../../../src/domains/school/room.ts';
import { School } from '../../../src/domains/school/school.ts';
import { Student } from '../../../src/domains/school/student.ts';
import { Teacher } from '../../../src/domains/school/teacher.ts';
import { User } from '../../../src/domains/school/user.ts';
import { duplicates, type MadeSchool, madeSchool } from './made.ts';

let large: MadeSchool;
let schools: MadeSchool;
let siblings: MadeSchool;

beforeAll(() => {
  large = madeSchool({ preset: 'LARGE', overrides: { volumes: { attendanceDays: 1, lessonsPerClass: 1 } } });
  schools = madeSchool({ preset: 'SMALL', overrides: { volumes: { schools: 40, attendanceDays: 1, rooms: 100 } } });
  siblings = madeSchool({ preset: 'LARGE', overrides: { volumes: { parents: 80, attendanceDays: 1, lessonsPerClass: 1 } } });
});

/** The years that lie between two days, whole ones only. */
function yearsBetween(from: string, to: string): number {
  let years = 0;
  while (formatDay(addYears(parseDay(from), years + 1)) <= to) years++;
  return years;
}

describe('unique by construction', () => {
  test('e-mails, usernames and numbers are unique over all schools', () => {
    const users = schools.all(User);
    expect(duplicates(users.map(({ email }) => email))).toEqual([]);
    expect(duplicates(users.map(({ username }) => username))).toEqual([]);
    expect(duplicates(schools.all(Student).map(({ studentId }) => studentId))).toEqual([]);
    expect(duplicates(schools.all(Teacher).map(({ employeeId }) => employeeId))).toEqual([]);
    expect(duplicates(schools.all(School).map(({ slug }) => slug))).toEqual([]);
    expect(duplicates(schools.all(School).map(({ name }) => name))).toEqual([]);
  });

  test('class codes and room numbers are unique within a school', () => {
    expect(duplicates(large.all(Class).map(({ code }) => code))).toEqual([]);
    expect(duplicates(schools.all(Room).map(({ schoolId, roomNumber }) => schoolId + roomNumber))).toEqual([]);
  });

  test('student numbers ascend from STU01000, those of the second school from STU101000', () => {
    const numbers = schools.all(Student).map(({ studentId }) => studentId);
    expect(numbers.slice(0, 2)).toEqual(['STU01000', 'STU01001']);
    expect(numbers.slice(10, 12)).toEqual(['STU101000', 'STU101001']);
  });

  test('e-mail addresses are plain, and of hosts that exist for examples only', () => {
    for (const { email } of schools.all(User)) {
      expect(email).toMatch(/^[a-z0-9]+\.[a-z0-9]+\d{4,}@([a-z0-9-]+\.)*(example|example\.(com|net|org))$/);
    }
  });
});

describe('families', () => {
  test.each([
    ['one child each', () => large],
    ['siblings', () => siblings],
  ])('%s: names, gender and age fit the relationship', (_what, made) => {
    for (const link of made().all(ParentStudent)) {
      const student = made().one(Student, link.studentId);
      const parent = made().one(Parent, link.parentId);
      const [child, elder] = [made().one(User, student.userId), made().one(User, parent.userId)];
      if (link.relationshipType !== 'guardian') expect(child.lastName).toBe(elder.lastName);
      if (link.relationshipType === 'mother') expect(parent.gender).toBe('female');
      if (link.relationshipType === 'father') expect(parent.gender).toBe('male');
      expect(formatDay(addYears(parseDay(parent.dateOfBirth), 18)) <= student.dateOfBirth).toBe(true);
      expect(formatDay(addYears(parseDay(parent.dateOfBirth), 50)) >= student.dateOfBirth).toBe(true);
      expect([child.addressLine1, child.phone]).toEqual([elder.addressLine1, elder.phone]);
    }
  });

  test('some children of guardians have a name of their own, some have not', () => {
    const made = madeSchool({ preset: 'SMALL', overrides: { volumes: { schools: 60, attendanceDays: 0 } } });
    const guarded = made.all(ParentStudent).filter(({ relationshipType }) => relationshipType === 'guardian');
    const same = guarded.filter(({ studentId, parentId }) => {
      const child = made.one(User, made.one(Student, studentId).userId);
      return child.lastName === made.one(User, made.one(Parent, parentId).userId).lastName;
    });
    expect(same.length).toBeGreaterThan(0);
    expect(same.length).toBeLessThan(guarded.length);
  });

  test('fewer parents than students make siblings', () => {
    const parents = siblings.all(ParentStudent).map(({ parentId }) => parentId);
    expect(new Set(parents).size).toBe(80);
    expect(parents[80]).toBe(parents[0]);
  });
});

describe('people', () => {
  test('first names fit the gender', async () => {
    const { faker } = await import('@faker-js/faker/locale/en_US');
    const { female = [], male = [], generic = [] } = faker.rawDefinitions.person?.first_name ?? {};
    const known = { female: new Set([...female, ...generic]), male: new Set([...male, ...generic]) };
    for (const { gender, userId } of [...large.all(Student), ...large.all(Parent), ...large.all(Teacher)]) {
      if (gender !== 'other') expect(known[gender]).toContain(large.one(User, userId).firstName);
    }
  });

  test('births fit grades: grade + 5 on 1 September, few a year older', () => {
    const ages = large.all(Student).map(({ dateOfBirth, gradeLevel }) => yearsBetween(dateOfBirth, '2024-09-01') - gradeLevel);
    expect(ages.filter((age) => age !== 5 && age !== 6)).toEqual([]);
    expect(ages.filter((age) => age === 6).length).toBeLessThan(0.12 * ages.length);
  });

  test('teachers are hired as grown-ups and before the academic year', () => {
    for (const { dateOfBirth, hireDate } of large.all(Teacher)) {
      expect(yearsBetween(dateOfBirth, hireDate)).toBeGreaterThanOrEqual(22);
      expect(hireDate < '2024-09-01').toBe(true);
    }
  });

  test('students are enrolled from the first day, and were admitted no later', () => {
    for (const { enrollmentDate, admissionDate, dateOfBirth } of large.all(Student)) {
      expect(enrollmentDate).toBe('2024-09-01');
      expect(admissionDate <= enrollmentDate && dateOfBirth < admissionDate).toBe(true);
    }
  });

  test('accounts are made before they are used, and used before the data is seen', () => {
    for (const { createdAt, lastLoginAt } of large.all(User)) {
      expect(createdAt < lastLoginAt).toBe(true);
      expect(lastLoginAt.slice(0, 10) <= '2025-06-13').toBe(true);
    }
    const hired = new Map(large.all(Teacher).map(({ userId, hireDate }) => [userId, hireDate]));
    for (const { id, createdAt } of large.all(User)) expect((hired.get(id) ?? '') <= createdAt.slice(0, 10)).toBe(true);
  });

  test.each(['California', 'New York', 'Vermont'] as const)('phones, addresses and time zones fit %s', (state) => {
    const made = madeSchool({ preset: 'SMALL', overrides: { school: { state, timezone: '' }, volumes: { attendanceDays: 0 } } });
    const { areaCodes, zip, timezones } = states[state];
    for (const row of [...made.all(User), ...made.all(School)]) {
      expect(areaCodes as readonly string[]).toContain(row.phone.slice(3, 6));
      expect(row.phone).toMatch(/^\+1-\d{3}-555-01\d\d$/);
      expect(Number(row.postalCode.slice(0, 3))).toBeGreaterThanOrEqual(zip[0]);
      expect(Number(row.postalCode.slice(0, 3))).toBeLessThanOrEqual(zip[1]);
      expect(row.postalCode).toMatch(/^\d{5}$/);
      expect(row.timezone).toBe(timezones[0]);
      expect(row.state).toBe(state);
    }
  });
});
