import { addYears, field, formatDay } from '../../definition/index.ts';
import { calendarOf } from './contexts/calendar.ts';
import { padded, personNumber } from './contexts/numbers.ts';
import { genders, studentPerson } from './contexts/people.ts';
import { placement } from './contexts/placement.ts';
import { allGrades } from './contexts/subjects.ts';
import { defineEntity, many, type SchoolScope } from './vocabulary.ts';

// Free or reduced-price lunch: 52 % of public school students (NCES, Digest of Education Statistics 2019, table 204.10).
const LUNCH = { paid: 48, reduced: 6, free: 46 } as const;
// 15 % of public school students are served under IDEA (NCES, Condition of Education 2023: Students With Disabilities, 2021-22).
const SPECIAL_EDUCATION = 0.15;
// 55 % of students are driven, 34 % take the bus, 11 % walk or cycle; rounded (Federal Highway Administration,
// National Household Travel Survey 2017).
const TRANSPORT = { car: 55, school_bus: 34, walk: 10, bicycle: 1 } as const;

export const Student = defineEntity({
  name: 'Student',
  description: 'A student. The person is the user.',
  rows: many('School', 'students'),
  fields: {
    id: field.key('The key of the student.'),
    schoolId: field.reference('School', 'The school that the student goes to.'),
    userId: field.reference('User', "The student's account.", { unique: true }),
    studentId: field.string('The number of the student, STU01000 upward; unique within the dataset.', {
      unique: true,
      filter: true,
      order: true,
    }),
    gradeLevel: field.integer('The grade that the student is in.', { index: true, filter: true, order: true }),
    dateOfBirth: field.date('The day of birth.', { filter: true, order: true }),
    gender: field.enumeration(genders, 'The gender.', { filter: true }),
    enrollmentDate: field.date('The day from which the student is enrolled in the academic year.', { filter: true, order: true }),
    admissionDate: field.date('The day on which the student first came to the school.', { filter: true, order: true }),
    status: field.enumeration(['enrolled', 'withdrawn', 'transferred', 'graduated'], 'Whether the student goes to the school.', {
      filter: true,
    }),
    lunchProgram: field.enumeration(['paid', 'reduced', 'free'], 'What the family pays for lunch.', { filter: true }),
    transport: field.enumeration(['car', 'school_bus', 'walk', 'bicycle'], 'How the student comes to school.', { filter: true }),
    hasSupportPlan: field.boolean('Whether the student is served under a plan for special education.', { filter: true }),
    photoConsent: field.boolean('Whether pictures of the student may be published.', { filter: true }),
  },
  lookups: {
    studentId: 'studentId',
    email: { via: 'userId', field: 'email' },
    userId: 'userId',
  },
  person: { via: 'userId' },
  values: {
    studentId: ({ address }) => `STU${padded(personNumber(address))}`,
    gradeLevel: (scope) => scope.get(placement).grade,
    dateOfBirth: (scope) => formatDay(scope.get(studentPerson).born),
    gender: (scope) => scope.get(studentPerson).gender,
    enrollmentDate: ({ config }) => config.dates.academicYearStart,
    admissionDate,
    status: () => 'enrolled' as const,
    lunchProgram: ({ random }) => random.weighted(LUNCH),
    transport: ({ random }) => random.weighted(TRANSPORT),
    hasSupportPlan: ({ random }) => random.chance(SPECIAL_EDUCATION),
    photoConsent: ({ random }) => random.chance(0.9),
  },
});

/** The first day of this academic year, or of an earlier one in which the student was in a grade of the school. */
function admissionDate(scope: SchoolScope): string {
  const { grade } = scope.get(placement);
  const lowest = allGrades(scope.config)[0] ?? grade;
  const years = scope.random.integer(0, Math.max(0, grade - lowest));
  return formatDay(addYears(calendarOf(scope.config).start, -years));
}
