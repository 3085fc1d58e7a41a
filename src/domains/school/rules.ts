import type { Rule } from '../../definition/index.ts';
import type { SchoolConfig } from './config.ts';
import { calendarOf } from './contexts/calendar.ts';
import { perConfig } from './contexts/per-config.ts';

type SchoolRule = Rule<SchoolConfig>;

/** The days of the year on which there is school. */
const schoolDays = perConfig((config) => new Set(calendarOf(config).days.map(({ date }) => date)));

/** What begins and ends: which fields, in their order. */
const spans: readonly SchoolRule[] = [
  ascending('schoolYear', 'School', ['academicYearStart', 'academicYearEnd'], 'An academic year ends after it starts.'),
  ascending('lessonTimes', 'Lesson', ['startTime', 'endTime'], 'A lesson ends after it begins.'),
  ascending('classTimes', 'Class', ['startTime', 'endTime'], 'A class ends after it begins.'),
  ascending('activityTimes', 'Activity', ['startTime', 'endTime'], 'An activity ends after it begins.'),
  ascending('contractDates', 'Vendor', ['contractStart', 'contractEnd'], 'A contract ends after it begins.'),
  ascending('hireDate', 'Teacher', ['dateOfBirth', 'hireDate'], 'Teachers are hired after they are born.'),
  ascending(
    'parentAge',
    'ParentStudent',
    ['parent.dateOfBirth', 'student.dateOfBirth'],
    'Parents are older than their children.',
  ),
  ascending('admissionDate', 'Student', ['dateOfBirth', 'admissionDate'], 'Students are admitted after they are born.'),
  inOrder('enrollmentDates', 'Student', ['admissionDate', 'enrollmentDate'], 'Students are admitted before they are enrolled.'),
  inOrder(
    'classEnrollmentDates',
    'StudentClass',
    ['student.admissionDate', 'enrollmentDate'],
    'Who takes a class has been admitted.',
  ),
  inOrder('seasonDates', 'Activity', ['startDate', 'endDate'], 'A season ends no earlier than it begins.'),
  inOrder('eventDates', 'Event', ['startDate', 'endDate'], 'An event ends no earlier than it begins.'),
  inOrder('accountDates', 'User', ['createdAt', 'lastLoginAt'], 'Accounts are used after they are made.'),
  inOrder(
    'lessonsInYear',
    'Lesson',
    ['school.academicYearStart', 'scheduledDate', 'school.academicYearEnd'],
    'Lessons are within the academic year.',
  ),
];

/** Whatever has a day has one with school. */
const days: readonly SchoolRule[] = [
  onSchoolDays('lessonDays', 'Lesson', 'scheduledDate', 'Lessons are on school days.'),
  onSchoolDays('attendanceDays', 'Attendance', 'attendanceDate', 'Attendance is taken on school days.'),
  onSchoolDays('assessmentDays', 'Assessment', 'assessmentDate', 'Assessments are on school days.'),
  onSchoolDays('meritDays', 'Merit', 'awardedDate', 'Merits are awarded on school days.'),
];

/** Nobody and nothing is in two places at once. */
const bookings: readonly SchoolRule[] = [
  lessonsApart('teacherLessons', 'teacherId', 'No teacher has two lessons at once.'),
  lessonsApart('roomLessons', 'roomId', 'No room has two lessons at once.'),
  lessonsApart('classLessons', 'classId', 'No class has two lessons at once.'),
  {
    kind: 'apart',
    name: 'studentClasses',
    description: 'No student takes two classes at once.',
    entity: 'StudentClass',
    where: { status: ['active'] },
    of: 'studentId',
    on: ['class.cycleDay'],
    from: 'class.startTime',
    to: 'class.endTime',
  },
  activitiesApart('advisorActivities', 'advisorId', 'No teacher has two activities at once.'),
  activitiesApart('roomActivities', 'roomId', 'No room has two activities at once.'),
];

/** What there is once. */
const once: readonly SchoolRule[] = [
  unique('attendanceOnce', 'Attendance', ['studentId', 'attendanceDate'], 'A student has one attendance record a day.'),
  unique('enrolledOnce', 'StudentClass', ['studentId', 'classId'], 'A student is enrolled in a class once.'),
  unique('seatOnce', 'StudentClass', ['classId', 'seat'], 'A seat of a class has one student.', { status: ['active'] }),
  unique('parentOnce', 'ParentStudent', ['parentId', 'studentId'], 'A parent and a student have one link.'),
  unique('classCodes', 'Class', ['schoolId', 'code'], 'The code of a class is unique within its school.'),
  unique('roomNumbers', 'Room', ['schoolId', 'roomNumber'], 'The number of a room is unique within its school.'),
  unique('subjectCodes', 'Subject', ['schoolId', 'code'], 'The code of a subject is unique within its school.'),
];

/** Who has to do with whom. */
const belonging: readonly SchoolRule[] = [
  sameSchool('Teacher', ['user']),
  sameSchool('Student', ['user']),
  sameSchool('Parent', ['user']),
  sameSchool('ParentStudent', ['parent', 'student']),
  sameSchool('Class', ['subject', 'teacher', 'room']),
  sameSchool('StudentClass', ['student', 'class']),
  sameSchool('Lesson', ['class']),
  sameSchool('Assessment', ['student', 'class']),
  sameSchool('Attendance', ['student', 'class']),
  sameSchool('Merit', ['student', 'awardedBy']),
  sameSchool('Event', ['room', 'organizer']),
  sameSchool('Activity', ['advisor', 'room']),
  agrees('lessonOfClass', 'Lesson', ['teacher', 'subject', 'room'], 'A lesson has the teacher, subject and room of its class.'),
  agrees('assessmentOfClass', 'Assessment', ['teacher', 'subject'], 'An assessment has the teacher and subject of its class.'),
  {
    kind: 'matched',
    name: 'assessedInClass',
    description: 'Students are assessed in classes that they are enrolled in.',
    entity: 'Assessment',
    fields: ['studentId', 'classId'],
    in: 'StudentClass',
    on: ['studentId', 'classId'],
  },
  {
    kind: 'matched',
    name: 'attendanceInClass',
    description: 'Attendance is taken in classes that the student is enrolled in.',
    entity: 'Attendance',
    fields: ['studentId', 'classId'],
    in: 'StudentClass',
    on: ['studentId', 'classId'],
  },
  {
    kind: 'holds',
    name: 'qualifiedTeachers',
    description: 'Teachers are certified for the subjects and grades that they teach.',
    entity: 'Class',
    reads: ['teacherId', 'teacher.subjectCodes', 'teacher.gradeLevels', 'subject.code', 'gradeLevel'],
    holds: (row) =>
      includes(row['teacher.subjectCodes'], row['subject.code']) && includes(row['teacher.gradeLevels'], row.gradeLevel),
  },
  {
    kind: 'holds',
    name: 'meritsByStaff',
    description: 'Merits are awarded by teachers and administrators.',
    entity: 'Merit',
    reads: ['awardedById', 'awardedBy.persona'],
    holds: (row) => row.awardedById === null || row['awardedBy.persona'] === 'teacher' || row['awardedBy.persona'] === 'admin',
  },
];

/** Figures that follow from one another. */
const figures: readonly SchoolRule[] = [
  {
    kind: 'counted',
    name: 'classSize',
    description: 'A class has no more active students than it takes.',
    entity: 'Class',
    children: 'studentClasses',
    counting: { status: ['active'] },
    atMost: 'maxStudents',
  },
  {
    kind: 'holds',
    name: 'marks',
    description: 'A score is from 0 to the most points, and the percentage follows from it.',
    entity: 'Assessment',
    reads: ['score', 'maxScore', 'percentage'],
    holds: ({ score, maxScore, percentage }) =>
      Number(score) >= 0 &&
      Number(score) <= Number(maxScore) &&
      Math.abs(Number(percentage) - (100 * Number(score)) / Number(maxScore)) <= 0.06,
  },
  {
    kind: 'holds',
    name: 'attendanceDetails',
    description: 'Who is absent has no check-in time, who is tardy is late by some minutes, and nobody else is.',
    entity: 'Attendance',
    reads: ['status', 'checkInTime', 'minutesLate'],
    holds: ({ status, checkInTime, minutesLate }) =>
      (checkInTime !== null) === (status === 'present' || status === 'tardy') && Number(minutesLate) > 0 === (status === 'tardy'),
  },
  {
    kind: 'holds',
    name: 'meritPoints',
    description: 'A merit has 1 to 10 points.',
    entity: 'Merit',
    reads: ['points'],
    holds: ({ points }) => Number(points) >= 1 && Number(points) <= 10,
  },
];

/** What is promised of every school. */
export const rules: readonly SchoolRule[] = [...spans, ...days, ...bookings, ...once, ...belonging, ...figures];

function ascending(name: string, entity: string, paths: readonly string[], description: string): SchoolRule {
  return { kind: 'ordered', name, entity, paths, description, strictly: true };
}

function inOrder(name: string, entity: string, paths: readonly string[], description: string): SchoolRule {
  return { kind: 'ordered', name, entity, paths, description };
}

function onSchoolDays(name: string, entity: string, field: string, description: string): SchoolRule {
  return {
    kind: 'holds',
    name,
    entity,
    reads: [field],
    description,
    holds: (row, config) => schoolDays(config).has(String(row[field])),
  };
}

function lessonsApart(name: string, of: string, description: string): SchoolRule {
  return { kind: 'apart', name, description, entity: 'Lesson', of, on: ['scheduledDate'], from: 'startTime', to: 'endTime' };
}

function activitiesApart(name: string, of: string, description: string): SchoolRule {
  return { kind: 'apart', name, description, entity: 'Activity', of, on: ['meetingDay'], from: 'startTime', to: 'endTime' };
}

function unique(
  name: string,
  entity: string,
  paths: readonly string[],
  description: string,
  where: SchoolRule['where'] = {},
): SchoolRule {
  return { kind: 'unique', name, entity, paths, description, where };
}

/** A row and what it refers to belong to one school. */
function sameSchool(entity: string, relations: readonly string[]): SchoolRule {
  const paths = relations.map((relation) => `${relation}.schoolId`);
  return {
    kind: 'holds',
    name: `schoolOf${entity}`,
    description: `What a row of ${entity} refers to belongs to its own school.`,
    entity,
    reads: ['schoolId', ...paths],
    holds: (row) => paths.every((path) => row[path] === null || row[path] === row.schoolId),
  };
}

/** A row that belongs to a class refers to what its class refers to. */
function agrees(name: string, entity: string, relations: readonly string[], description: string): SchoolRule {
  const fields = relations.map((relation) => `${relation}Id`);
  return {
    kind: 'holds',
    name,
    description,
    entity,
    reads: [...fields, ...fields.map((field) => `class.${field}`)],
    holds: (row) => fields.every((field) => row[field] === row[`class.${field}`]),
  };
}

function includes(list: unknown, value: unknown): boolean {
  return Array.isArray(list) && list.includes(value);
}
