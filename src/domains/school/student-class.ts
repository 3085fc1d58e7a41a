import { field } from '../../definition/index.ts';
import { intakeOf } from './contexts/intake.ts';
import { type Placement, placement } from './contexts/placement.ts';
import { seatOf } from './contexts/seats.ts';
import { classOrdinal, type Section } from './contexts/sections.ts';
import { defineEntity, type SchoolScope, some } from './vocabulary.ts';

export const StudentClass = defineEntity({
  name: 'StudentClass',
  label: 'Enrollments',
  description: 'An enrollment: a student takes a class.',
  rows: some('Student', (student) => student.get(placement).classes.map(({ subject }) => subject)),
  fields: {
    id: field.key('The key of the enrollment.'),
    schoolId: field.reference('School', 'The school of both.'),
    studentId: field.reference('Student', 'The student.'),
    classId: field.reference('Class', 'The class.'),
    enrollmentDate: field.date('The day from which the student takes the class.', { filter: true, order: true }),
    status: field.enumeration(['active', 'dropped', 'completed'], 'Whether the student takes the class at present.', {
      filter: true,
    }),
    isHomeroom: field.boolean("Whether the student's attendance is taken in the class.", { filter: true }),
    isRequired: field.boolean('Whether the class is of a core subject.', { filter: true }),
    seat: field.string('The seat: row and place.'),
  },
  person: { via: 'studentId' },
  joins: ['studentId', 'classId'],
  links: { classId: (scope) => [scope.address[0] ?? 0, classOrdinal(enrolled(scope))] },
  values: {
    enrollmentDate: ({ config }) => config.dates.academicYearStart,
    status: () => 'active' as const,
    isHomeroom: (scope) => placed(scope).homeroom?.subject === scope.index,
    isRequired: ({ config, index }) => config.subjects[index]?.category === 'core',
    seat: (scope) => seatOf(scope, enrolled(scope), intakeOf(scope.config, scope.owner[1] ?? 0)),
  },
});

function placed(scope: SchoolScope): Placement {
  return scope.get(placement, scope.owner);
}

/** The class of the subject that ends the address. */
function enrolled(scope: SchoolScope): Section {
  const found = placed(scope).classes.find(({ subject }) => subject === scope.index);
  if (found) return found;
  throw new RangeError(`The student takes no class in subject ${scope.index}.`);
}
