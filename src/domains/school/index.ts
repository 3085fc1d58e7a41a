import { defineDomain } from '../../definition/index.ts';
import { Activity } from './activity.ts';
import { Assessment } from './assessment.ts';
import { Attendance } from './attendance.ts';
import { Class } from './class.ts';
import { schoolConfig } from './config.ts';
import { Event } from './event.ts';
import { expectations } from './expectations.ts';
import { Lesson } from './lesson.ts';
import { localeOf } from './locales/index.ts';
import { Merit } from './merit.ts';
import { Parent } from './parent.ts';
import { ParentStudent } from './parent-student.ts';
import { presets } from './presets.ts';
import { report } from './report.ts';
import { restApi } from './rest-api.ts';
import { Room } from './room.ts';
import { rules } from './rules.ts';
import { School } from './school.ts';
import { Student } from './student.ts';
import { StudentClass } from './student-class.ts';
import { Subject } from './subject.ts';
import { Teacher } from './teacher.ts';
import { User } from './user.ts';
import { Vendor } from './vendor.ts';

export { type SchoolConfig, schoolConfig } from './config.ts';
export * from './vocabulary.ts';
export {
  Activity,
  Assessment,
  Attendance,
  Class,
  Event,
  Lesson,
  Merit,
  Parent,
  ParentStudent,
  Room,
  School,
  Student,
  StudentClass,
  Subject,
  Teacher,
  User,
  Vendor,
};

/** A school with its people, classes, lessons, marks, attendance and everything around them. */
export const school = defineDomain({
  name: 'school',
  title: 'School',
  prefix: '',
  description: 'Schools with their people, classes, lessons, assessments, attendance, events and vendors.',
  config: schoolConfig,
  presets,
  defaultPreset: 'MEDIUM',
  locale: (config) => localeOf(config).faker,
  entities: [
    School,
    User,
    Teacher,
    Parent,
    Student,
    ParentStudent,
    Subject,
    Room,
    Class,
    StudentClass,
    Lesson,
    Assessment,
    Attendance,
    Event,
    Activity,
    Vendor,
    Merit,
  ],
  rest: restApi,
  rules,
  expectations,
  report,
});
