import { field, formatTime } from '../../definition/index.ts';
import { LESSON_MINUTES, periodEnd, periodStart } from './contexts/bell.ts';
import { calendarOf } from './contexts/calendar.ts';
import { CLASS_SIZE, type Section, sectionOfOrdinal } from './contexts/sections.ts';
import { subjectAt } from './contexts/subjects.ts';
import { type Meeting, meetingOf, timetableOf } from './contexts/timetable.ts';
import { defineEntity, type SchoolScope, some } from './vocabulary.ts';

export const Class = defineEntity({
  name: 'Class',
  description:
    'A class: a section of a subject in a grade, with its teacher, room and time. It meets once in each cycle of school days.',
  // By the timetable, so that a plan that cannot be taught is refused.
  rows: some('School', ({ config }) => timetableOf(config).classes, 'classes'),
  fields: {
    id: field.key('The key of the class.'),
    schoolId: field.reference('School', 'The school.'),
    subjectId: field.reference('Subject', 'What is taught.'),
    teacherId: field.reference('Teacher', 'Who teaches.'),
    roomId: field.reference('Room', 'Where.'),
    code: field.string('Subject, grade and section, unique within the school: MATH301.', {
      index: true,
      filter: true,
      order: true,
    }),
    name: field.string('The name: Grade 3 Mathematics.', { filter: true, order: true }),
    gradeLevel: field.integer('The grade.', { index: true, filter: true, order: true }),
    section: field.integer('The section, from 1.', { filter: true, order: true }),
    quarter: field.string('The quarter the class is listed for: Q1, Q2, Q3 or Q4.', { filter: true, order: true }),
    academicYear: field.string('The academic year: 2024-2025.', { filter: true, order: true }),
    maxStudents: field.integer('The most students it takes.', { filter: true, order: true }),
    cycleDay: field.integer('The day of the cycle on which it meets, from 1.', { filter: true, order: true }),
    cycleLength: field.integer('The number of school days in a cycle.', { filter: true }),
    period: field.integer('The period of the day, from 1.', { filter: true, order: true }),
    startTime: field.time('When it begins, in local time.', { filter: true, order: true }),
    endTime: field.time('When it ends, in local time.', { filter: true, order: true }),
    durationMinutes: field.integer('How long it takes.'),
    isActive: field.boolean('Whether it takes place at present.', { filter: true }),
  },
  links: {
    subjectId: ({ address, index }) => [address[0] ?? 0, sectionOfOrdinal(index).subject],
    teacherId: (scope) => [scope.address[0] ?? 0, meeting(scope).teacher],
    roomId: (scope) => [scope.address[0] ?? 0, meeting(scope).room],
  },
  values: {
    code,
    name,
    gradeLevel: (scope) => self(scope).grade,
    section: (scope) => self(scope).section + 1,
    quarter: ({ config }) => config.dates.currentQuarter,
    academicYear: ({ config }) => calendarOf(config).academicYear,
    maxStudents: () => CLASS_SIZE,
    cycleDay: (scope) => meeting(scope).cycleDay + 1,
    cycleLength: ({ config }) => timetableOf(config).cycle,
    period: (scope) => meeting(scope).period + 1,
    startTime: (scope) => formatTime(periodStart(meeting(scope).period)),
    endTime: (scope) => formatTime(periodEnd(meeting(scope).period)),
    durationMinutes: () => LESSON_MINUTES,
    isActive: () => true,
  },
});

function self({ index }: SchoolScope): Section {
  return sectionOfOrdinal(index);
}

function meeting(scope: SchoolScope): Meeting {
  return meetingOf(scope.config, self(scope));
}

/** Two digits for the section; beyond 99 a hyphen keeps codes from running into those of other grades. */
function code(scope: SchoolScope): string {
  const { grade, subject, section } = self(scope);
  const number = section < 99 ? String(section + 1).padStart(2, '0') : `-${section + 1}`;
  return `${subjectAt(scope.config, subject).code}${grade}${number}`;
}

function name(scope: SchoolScope): string {
  const { grade, subject, section } = self(scope);
  const plain = `Grade ${grade} ${subjectAt(scope.config, subject).name}`;
  return section === 0 ? plain : `${plain}, Section ${section + 1}`;
}
