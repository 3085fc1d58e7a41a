import { field, formatDay } from '../../definition/index.ts';
import { padded, personNumber } from './contexts/numbers.ts';
import { genders, teacherPerson } from './contexts/people.ts';
import { certificationOf } from './contexts/staff.ts';
import { subjectAt } from './contexts/subjects.ts';
import { defineEntity, many, type SchoolScope } from './vocabulary.ts';

// Highest degrees of public school teachers (NCES, Condition of Education 2023, 2020-21): 61 % hold one beyond the
// bachelor's. How those divide between master's and doctorate is rounded.
const DEGREES = { bachelor: 39, master: 59.5, doctorate: 1.5 } as const;
const CONTRACTS = { full_time: 92, part_time: 8 } as const;

export const Teacher = defineEntity({
  name: 'Teacher',
  description: 'A teacher, with what the teacher is certified for. The person is the user.',
  rows: many('School', 'teachers'),
  fields: {
    id: field.key('The key of the teacher.'),
    schoolId: field.reference('School', 'The school that the teacher works for.'),
    userId: field.reference('User', "The teacher's account.", { unique: true }),
    employeeId: field.string('The number of the employee, EMP01000 upward; unique within the dataset.', {
      unique: true,
      filter: true,
      order: true,
    }),
    gender: field.enumeration(genders, 'The gender.', { filter: true }),
    dateOfBirth: field.date('The day of birth.', { filter: true, order: true }),
    hireDate: field.date('The first day of work at the school.', { filter: true, order: true }),
    gradeLevels: field.integers('The grades that the teacher may teach.'),
    subjectCodes: field.strings(
      'The codes of the subjects that the teacher is certified in; some may not be taught at the school.',
    ),
    department: field.string('The name of the main subject, or General.', { filter: true, order: true }),
    degree: field.enumeration(['bachelor', 'master', 'doctorate'], 'The highest degree.', { filter: true }),
    contractType: field.enumeration(['full_time', 'part_time'], 'How much the teacher works.', { filter: true }),
    roomPhone: field.string('The extension of the phone on the desk.'),
    status: field.enumeration(['active', 'on_leave', 'retired'], 'Whether the teacher works at present.', { filter: true }),
  },
  lookups: {
    employeeId: 'employeeId',
    email: { via: 'userId', field: 'email' },
    userId: 'userId',
  },
  person: { via: 'userId' },
  values: {
    employeeId: ({ address }) => `EMP${padded(personNumber(address))}`,
    gender: (scope) => scope.get(teacherPerson).gender,
    dateOfBirth: (scope) => formatDay(scope.get(teacherPerson).born),
    hireDate: (scope) => formatDay(scope.get(teacherPerson).hired),
    gradeLevels: ({ config, index }) => certificationOf(config, index).grades,
    subjectCodes: ({ config, index }) =>
      certificationOf(config, index).subjects.map((subject) => subjectAt(config, subject).code),
    department,
    degree: ({ random }) => random.weighted(DEGREES),
    contractType: ({ random }) => random.weighted(CONTRACTS),
    roomPhone: ({ index }) => `x${2_000 + index}`,
    status: () => 'active' as const,
  },
});

function department({ config, index }: SchoolScope): string {
  const { main } = certificationOf(config, index);
  return main === undefined ? 'General' : subjectAt(config, main).name;
}
