import { field, formatTime } from '../../definition/index.ts';
import { topicOfLesson } from './contexts/assessments.ts';
import { LESSON_MINUTES, periodEnd, periodStart } from './contexts/bell.ts';
import { calendarOf, type SchoolDay, schoolDay } from './contexts/calendar.ts';
import { sectionOfOrdinal } from './contexts/sections.ts';
import { subjectAt, topicsOf } from './contexts/subjects.ts';
import { meetingDay, meetingOf, timetableOf } from './contexts/timetable.ts';
import { lessonPhases, phaseHomework, phaseMaterials, phaseObjectives } from './tables/curriculum.ts';
import { defineContext, defineEntity, many, type SchoolScope } from './vocabulary.ts';

export const Lesson = defineEntity({
  name: 'Lesson',
  description: 'One meeting of a class.',
  rows: many('Class', 'lessonsPerClass'),
  fields: {
    id: field.key('The key of the lesson.'),
    schoolId: field.reference('School', 'The school.'),
    classId: field.reference('Class', 'The class that meets.'),
    teacherId: field.reference('Teacher', 'Who teaches.'),
    subjectId: field.reference('Subject', 'What is taught.'),
    roomId: field.reference('Room', 'Where.'),
    title: field.string('The title: the topic and the phase of teaching it.', { filter: true, order: true }),
    topic: field.string('The topic of the curriculum.', { filter: true, order: true }),
    lessonNumber: field.integer("The lesson's number within the class, from 1.", { filter: true, order: true }),
    scheduledDate: field.date('The school day on which it takes place.', { index: true, filter: true, order: true }),
    startTime: field.time('When it begins, in local time.', { filter: true, order: true }),
    endTime: field.time('When it ends, in local time.', { filter: true, order: true }),
    durationMinutes: field.integer('How long it takes.', { filter: true }),
    quarter: field.string('The quarter of its date: Q1, Q2, Q3 or Q4.', { filter: true, order: true }),
    objectives: field.strings('What students can do afterwards.'),
    materials: field.strings('What is used.'),
    homework: field.string('The homework; null for none.', { optional: true }),
  },
  links: {
    teacherId: (scope) => courseOf(scope).teacher,
    subjectId: (scope) => courseOf(scope).subject,
    roomId: (scope) => courseOf(scope).room,
  },
  values: {
    title: (scope) => `${topic(scope)}: ${phase(scope)}`,
    topic,
    lessonNumber: ({ index }) => index + 1,
    scheduledDate: (scope) => day(scope).date,
    startTime: (scope) => formatTime(periodStart(courseOf(scope).meeting.period)),
    endTime: (scope) => formatTime(periodEnd(courseOf(scope).meeting.period)),
    durationMinutes: () => LESSON_MINUTES,
    quarter: (scope) => day(scope).quarter,
    objectives: (scope) => phaseObjectives[phase(scope)],
    materials: (scope) => phaseMaterials[phase(scope)].filter(() => scope.random.chance(0.6)),
    homework: (scope) => (scope.random.chance(0.6) ? phaseHomework[phase(scope)].replace('{topic}', topic(scope)) : null),
  },
});

/** What the lessons of a class have in common. */
const course = defineContext('Class', 'course', ({ config, address }) => {
  const [school = 0, ordinal = 0] = address;
  const section = sectionOfOrdinal(ordinal);
  const meeting = meetingOf(config, section);
  return {
    meeting,
    topics: topicsOf(subjectAt(config, section.subject), section.grade),
    teacher: [school, meeting.teacher],
    subject: [school, section.subject],
    room: [school, meeting.room],
  };
});

function courseOf(scope: SchoolScope) {
  return scope.get(course, scope.owner);
}

function day(scope: SchoolScope): SchoolDay {
  return schoolDay(calendarOf(scope.config), meetingDay(timetableOf(scope.config), courseOf(scope).meeting, scope.index));
}

function topic(scope: SchoolScope): string {
  return topicOfLesson(courseOf(scope).topics, scope.index);
}

function phase({ index }: SchoolScope): (typeof lessonPhases)[number] {
  return lessonPhases[index % lessonPhases.length] ?? lessonPhases[0];
}
