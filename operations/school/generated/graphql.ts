/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What kind of activity it is. */
export type ActivityActivityType =
  | 'ACADEMIC'
  | 'ARTS'
  | 'CLUB'
  | 'SERVICE'
  | 'SPORT';

/** Compares a value. What is given must hold, all of it. */
export type ActivityActivityTypeFilter = {
  /** Equal to; `null`: has no value. */
  eq?: ActivityActivityType | null | undefined;
  /** Equal to one of these. */
  in?: Array<ActivityActivityType> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: ActivityActivityType | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<ActivityActivityType> | null | undefined;
};

/** Which activities to take: those that fulfil every condition given. */
export type ActivityFilter = {
  /** What kind of activity it is. */
  activityType?: ActivityActivityTypeFilter | null | undefined;
  /** The advisor exists and fulfils this. */
  advisor?: TeacherFilter | null | undefined;
  /** The teacher in charge; null for schools without teachers. */
  advisorId?: IdFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ActivityFilter> | null | undefined;
  /** The last school day of the season. */
  endDate?: DateFilter | null | undefined;
  /** When it ends, in local time. */
  endTime?: TimeFilter | null | undefined;
  /** What a student pays for the season. */
  fee?: MoneyFilter | null | undefined;
  /** The key of the activity. */
  id?: IdFilter | null | undefined;
  /** Whether it takes place at present. */
  isActive?: BooleanFilter | null | undefined;
  /** The most students it takes. */
  maxParticipants?: IntFilter | null | undefined;
  /** The day of the week on which it meets. */
  meetingDay?: ActivityMeetingDayFilter | null | undefined;
  /** The name, unique within the school. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: ActivityFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<ActivityFilter> | null | undefined;
  /** The room exists and fulfils this. */
  room?: RoomFilter | null | undefined;
  /** Where it meets; null where no room fits. */
  roomId?: IdFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school. */
  schoolId?: IdFilter | null | undefined;
  /** The first school day of the season. */
  startDate?: DateFilter | null | undefined;
  /** When it begins, in local time. */
  startTime?: TimeFilter | null | undefined;
};

/** How many of a list of activities fulfil a condition. What is given must hold, all of it. */
export type ActivityListFilter = {
  /** All fulfil this; true when there is none. */
  every?: ActivityFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: ActivityFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: ActivityFilter | null | undefined;
};

/** The day of the week on which it meets. */
export type ActivityMeetingDay =
  | 'FRIDAY'
  | 'MONDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

/** Compares a value. What is given must hold, all of it. */
export type ActivityMeetingDayFilter = {
  /** Equal to; `null`: has no value. */
  eq?: ActivityMeetingDay | null | undefined;
  /** Equal to one of these. */
  in?: Array<ActivityMeetingDay> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: ActivityMeetingDay | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<ActivityMeetingDay> | null | undefined;
};

/** What kind of work it is. */
export type AssessmentAssessmentType =
  | 'ASSIGNMENT'
  | 'EXAM'
  | 'PROJECT'
  | 'QUIZ'
  | 'TEST';

/** Compares a value. What is given must hold, all of it. */
export type AssessmentAssessmentTypeFilter = {
  /** Equal to; `null`: has no value. */
  eq?: AssessmentAssessmentType | null | undefined;
  /** Equal to one of these. */
  in?: Array<AssessmentAssessmentType> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: AssessmentAssessmentType | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<AssessmentAssessmentType> | null | undefined;
};

/** Which assessments to take: those that fulfil every condition given. */
export type AssessmentFilter = {
  /** All of these hold. */
  and?: Array<AssessmentFilter> | null | undefined;
  /** The school day on which it was given. */
  assessmentDate?: DateFilter | null | undefined;
  /** What kind of work it is. */
  assessmentType?: AssessmentAssessmentTypeFilter | null | undefined;
  /** The class exists and fulfils this. */
  class?: ClassFilter | null | undefined;
  /** The class in which it was given. */
  classId?: IdFilter | null | undefined;
  /** The key of the assessment. */
  id?: IdFilter | null | undefined;
  /** A from 90 %, B from 80 %, C from 70 %, D from 60 %, else F. */
  letterGrade?: StringFilter | null | undefined;
  /** The most points. */
  maxScore?: IntFilter | null | undefined;
  /** A person's first name, last name, or first and last name. Case and extra spaces do not count. */
  name?: string | null | undefined;
  /** This does not hold. */
  not?: AssessmentFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<AssessmentFilter> | null | undefined;
  /** Points reached, in percent of the most. */
  percentage?: FloatFilter | null | undefined;
  /** The quarter of its date: Q1, Q2, Q3 or Q4. */
  quarter?: StringFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school. */
  schoolId?: IdFilter | null | undefined;
  /** The points reached. */
  score?: IntFilter | null | undefined;
  /** The student exists and fulfils this. */
  student?: StudentFilter | null | undefined;
  /** Whose work it is. */
  studentId?: IdFilter | null | undefined;
  /** The subject exists and fulfils this. */
  subject?: SubjectFilter | null | undefined;
  /** The subject of the class. */
  subjectId?: IdFilter | null | undefined;
  /** The teacher exists and fulfils this. */
  teacher?: TeacherFilter | null | undefined;
  /** The teacher of the class, who graded it. */
  teacherId?: IdFilter | null | undefined;
  /** The title: the topic and the type. */
  title?: StringFilter | null | undefined;
  /** The topic of the curriculum. */
  topic?: StringFilter | null | undefined;
  /** How much it counts. */
  weight?: FloatFilter | null | undefined;
};

/** How many of a list of assessments fulfil a condition. What is given must hold, all of it. */
export type AssessmentListFilter = {
  /** All fulfil this; true when there is none. */
  every?: AssessmentFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: AssessmentFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: AssessmentFilter | null | undefined;
};

/** Which attendances to take: those that fulfil every condition given. */
export type AttendanceFilter = {
  /** All of these hold. */
  and?: Array<AttendanceFilter> | null | undefined;
  /** The school day. */
  attendanceDate?: DateFilter | null | undefined;
  /** When the student came, in local time; null when missing. */
  checkInTime?: TimeFilter | null | undefined;
  /** The class exists and fulfils this. */
  class?: ClassFilter | null | undefined;
  /** The homeroom class; null where the grade has none. */
  classId?: IdFilter | null | undefined;
  /** The key of the record. */
  id?: IdFilter | null | undefined;
  /** How many minutes after the bell the student came; 0 unless tardy. */
  minutesLate?: IntFilter | null | undefined;
  /** A person's first name, last name, or first and last name. Case and extra spaces do not count. */
  name?: string | null | undefined;
  /** This does not hold. */
  not?: AttendanceFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<AttendanceFilter> | null | undefined;
  /** The quarter of the date: Q1, Q2, Q3 or Q4. */
  quarter?: StringFilter | null | undefined;
  /** Why the student was missing or late; null otherwise. */
  reason?: StringFilter | null | undefined;
  /** The recordedBy exists and fulfils this. */
  recordedBy?: TeacherFilter | null | undefined;
  /** The teacher of that class. */
  recordedById?: IdFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school. */
  schoolId?: IdFilter | null | undefined;
  /** Whether the student was there. */
  status?: AttendanceStatusFilter | null | undefined;
  /** The student exists and fulfils this. */
  student?: StudentFilter | null | undefined;
  /** The student. */
  studentId?: IdFilter | null | undefined;
};

/** How many of a list of attendances fulfil a condition. What is given must hold, all of it. */
export type AttendanceListFilter = {
  /** All fulfil this; true when there is none. */
  every?: AttendanceFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: AttendanceFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: AttendanceFilter | null | undefined;
};

/** Whether the student was there. */
export type AttendanceStatus =
  | 'ABSENT'
  | 'EXCUSED'
  | 'PRESENT'
  | 'TARDY';

/** Compares a value. What is given must hold, all of it. */
export type AttendanceStatusFilter = {
  /** Equal to; `null`: has no value. */
  eq?: AttendanceStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<AttendanceStatus> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: AttendanceStatus | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<AttendanceStatus> | null | undefined;
};

/** Compares a yes or no. What is given must hold, all of it. */
export type BooleanFilter = {
  /** Equal to; `null`: has no value. */
  eq?: boolean | null | undefined;
  /** Equal to one of these. */
  in?: Array<boolean> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: boolean | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<boolean> | null | undefined;
};

/** Which classes to take: those that fulfil every condition given. */
export type ClassFilter = {
  /** The academic year: 2024-2025. */
  academicYear?: StringFilter | null | undefined;
  /** All of these hold. */
  and?: Array<ClassFilter> | null | undefined;
  /** Of the assessments: some, none, every. */
  assessments?: AssessmentListFilter | null | undefined;
  /** Of the attendances: some, none, every. */
  attendances?: AttendanceListFilter | null | undefined;
  /** Subject, grade and section, unique within the school: MATH301. */
  code?: StringFilter | null | undefined;
  /** The day of the cycle on which it meets, from 1. */
  cycleDay?: IntFilter | null | undefined;
  /** The number of school days in a cycle. */
  cycleLength?: IntFilter | null | undefined;
  /** When it ends, in local time. */
  endTime?: TimeFilter | null | undefined;
  /** The grade. */
  gradeLevel?: IntFilter | null | undefined;
  /** The key of the class. */
  id?: IdFilter | null | undefined;
  /** Whether it takes place at present. */
  isActive?: BooleanFilter | null | undefined;
  /** Of the lessons: some, none, every. */
  lessons?: LessonListFilter | null | undefined;
  /** The most students it takes. */
  maxStudents?: IntFilter | null | undefined;
  /** The name: Grade 3 Mathematics. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: ClassFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<ClassFilter> | null | undefined;
  /** The period of the day, from 1. */
  period?: IntFilter | null | undefined;
  /** The quarter the class is listed for: Q1, Q2, Q3 or Q4. */
  quarter?: StringFilter | null | undefined;
  /** The room exists and fulfils this. */
  room?: RoomFilter | null | undefined;
  /** Where. */
  roomId?: IdFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school. */
  schoolId?: IdFilter | null | undefined;
  /** The section, from 1. */
  section?: IntFilter | null | undefined;
  /** When it begins, in local time. */
  startTime?: TimeFilter | null | undefined;
  /** Of the student classes: some, none, every. */
  studentClasses?: StudentClassListFilter | null | undefined;
  /** Of the students: some, none, every. */
  students?: StudentListFilter | null | undefined;
  /** The subject exists and fulfils this. */
  subject?: SubjectFilter | null | undefined;
  /** What is taught. */
  subjectId?: IdFilter | null | undefined;
  /** The teacher exists and fulfils this. */
  teacher?: TeacherFilter | null | undefined;
  /** Who teaches. */
  teacherId?: IdFilter | null | undefined;
};

/** How many of a list of classes fulfil a condition. What is given must hold, all of it. */
export type ClassListFilter = {
  /** All fulfil this; true when there is none. */
  every?: ClassFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: ClassFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: ClassFilter | null | undefined;
};

/** Compares a day. What is given must hold, all of it. */
export type DateFilter = {
  /** Equal to; `null`: has no value. */
  eq?: string | null | undefined;
  /** Greater than, or later. */
  gt?: string | null | undefined;
  /** Greater than, later, or equal. */
  gte?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Less than, or earlier. */
  lt?: string | null | undefined;
  /** Less than, earlier, or equal. */
  lte?: string | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: string | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<string> | null | undefined;
};

/** Compares a moment. What is given must hold, all of it. */
export type DateTimeFilter = {
  /** Equal to; `null`: has no value. */
  eq?: string | null | undefined;
  /** Greater than, or later. */
  gt?: string | null | undefined;
  /** Greater than, later, or equal. */
  gte?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Less than, or earlier. */
  lt?: string | null | undefined;
  /** Less than, earlier, or equal. */
  lte?: string | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: string | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<string> | null | undefined;
};

/** Whom it is for. */
export type EventAudience =
  | 'EVERYONE'
  | 'PARENTS'
  | 'STAFF'
  | 'STUDENTS';

/** Compares a value. What is given must hold, all of it. */
export type EventAudienceFilter = {
  /** Equal to; `null`: has no value. */
  eq?: EventAudience | null | undefined;
  /** Equal to one of these. */
  in?: Array<EventAudience> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: EventAudience | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<EventAudience> | null | undefined;
};

/** What kind of event it is. */
export type EventEventType =
  | 'ASSEMBLY'
  | 'EXAM'
  | 'FIELD_TRIP'
  | 'HOLIDAY'
  | 'MEETING'
  | 'PARENT_CONFERENCE';

/** Compares a value. What is given must hold, all of it. */
export type EventEventTypeFilter = {
  /** Equal to; `null`: has no value. */
  eq?: EventEventType | null | undefined;
  /** Equal to one of these. */
  in?: Array<EventEventType> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: EventEventType | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<EventEventType> | null | undefined;
};

/** Which events to take: those that fulfil every condition given. */
export type EventFilter = {
  /** All of these hold. */
  and?: Array<EventFilter> | null | undefined;
  /** Whom it is for. */
  audience?: EventAudienceFilter | null | undefined;
  /** What it may cost. */
  budget?: MoneyFilter | null | undefined;
  /** The last day; the first one for a single day. */
  endDate?: DateFilter | null | undefined;
  /** When it ends on the last day, in local time. */
  endTime?: TimeFilter | null | undefined;
  /** What kind of event it is. */
  eventType?: EventEventTypeFilter | null | undefined;
  /** The key of the event. */
  id?: IdFilter | null | undefined;
  /** Whether it takes whole days. */
  isAllDay?: BooleanFilter | null | undefined;
  /** Whether those it is for must come. */
  isMandatory?: BooleanFilter | null | undefined;
  /** This does not hold. */
  not?: EventFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<EventFilter> | null | undefined;
  /** The organizer exists and fulfils this. */
  organizer?: UserFilter | null | undefined;
  /** Who organizes it; null for holidays and for schools without administrators. */
  organizerId?: IdFilter | null | undefined;
  /** The room exists and fulfils this. */
  room?: RoomFilter | null | undefined;
  /** Where it takes place; null for elsewhere. */
  roomId?: IdFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school. */
  schoolId?: IdFilter | null | undefined;
  /** The first day. */
  startDate?: DateFilter | null | undefined;
  /** When it begins on the first day, in local time. */
  startTime?: TimeFilter | null | undefined;
  /** The title. */
  title?: StringFilter | null | undefined;
};

/** How many of a list of events fulfil a condition. What is given must hold, all of it. */
export type EventListFilter = {
  /** All fulfil this; true when there is none. */
  every?: EventFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: EventFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: EventFilter | null | undefined;
};

/** Compares a number. What is given must hold, all of it. */
export type FloatFilter = {
  /** Equal to; `null`: has no value. */
  eq?: number | null | undefined;
  /** Greater than, or later. */
  gt?: number | null | undefined;
  /** Greater than, later, or equal. */
  gte?: number | null | undefined;
  /** Equal to one of these. */
  in?: Array<number> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Less than, or earlier. */
  lt?: number | null | undefined;
  /** Less than, earlier, or equal. */
  lte?: number | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: number | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<number> | null | undefined;
};

/** How many students to add, and what they are like. */
export type GenerateStudentsInput = {
  /** From 1 to 10000. */
  count?: number | null | undefined;
  /** Default: the header `x-dataset`, else `default`. */
  dataset?: string | null | undefined;
  /** The same key with the same input gives the same rows. */
  idempotencyKey?: string | null | undefined;
  /** Changes values, never keys. Default: the seed of the dataset. */
  seed?: number | string | null | undefined;
  /** Values that they share. */
  with?: GenerateStudentsWith | null | undefined;
};

/** Values that all the new students share; what is left out is made up. */
export type GenerateStudentsWith = {
  /** The day on which the student first came to the school. */
  admissionDate?: string | null | undefined;
  /** The day of birth. */
  dateOfBirth?: string | null | undefined;
  /** The day from which the student is enrolled in the academic year. */
  enrollmentDate?: string | null | undefined;
  /** The gender. */
  gender?: StudentGender | null | undefined;
  /** The grade that the student is in. */
  gradeLevel?: number | null | undefined;
  /** Whether the student is served under a plan for special education. */
  hasSupportPlan?: boolean | null | undefined;
  /** What the family pays for lunch. */
  lunchProgram?: StudentLunchProgram | null | undefined;
  /** Whether pictures of the student may be published. */
  photoConsent?: boolean | null | undefined;
  /** The school that the student goes to. */
  schoolId?: string | null | undefined;
  /** Whether the student goes to the school. */
  status?: StudentStatus | null | undefined;
  /** The number of the student, STU01000 upward; unique within the dataset. */
  studentId?: string | null | undefined;
  /** How the student comes to school. */
  transport?: StudentTransport | null | undefined;
  /** The student's account. */
  userId?: string | null | undefined;
};

/** Compares an ID. What is given must hold, all of it. */
export type IdFilter = {
  /** Equal to; `null`: has no value. */
  eq?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: string | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<string> | null | undefined;
};

/** Compares a whole number. What is given must hold, all of it. */
export type IntFilter = {
  /** Equal to; `null`: has no value. */
  eq?: number | null | undefined;
  /** Greater than, or later. */
  gt?: number | null | undefined;
  /** Greater than, later, or equal. */
  gte?: number | null | undefined;
  /** Equal to one of these. */
  in?: Array<number> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Less than, or earlier. */
  lt?: number | null | undefined;
  /** Less than, earlier, or equal. */
  lte?: number | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: number | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<number> | null | undefined;
};

/** The states of a job. COMPLETED is final; the others that have come to rest can be resumed. */
export type JobStatus =
  /** Was asked to stop. */
  | 'CANCELED'
  /** Ends after its present batch. */
  | 'CANCELING'
  /** Everything is there. */
  | 'COMPLETED'
  /** See `error`. */
  | 'FAILED'
  /** Its process ended. */
  | 'INTERRUPTED'
  /** Waits for its turn. */
  | 'QUEUED'
  /** Makes rows. */
  | 'RUNNING';

/** Which lessons to take: those that fulfil every condition given. */
export type LessonFilter = {
  /** All of these hold. */
  and?: Array<LessonFilter> | null | undefined;
  /** The class exists and fulfils this. */
  class?: ClassFilter | null | undefined;
  /** The class that meets. */
  classId?: IdFilter | null | undefined;
  /** How long it takes. */
  durationMinutes?: IntFilter | null | undefined;
  /** When it ends, in local time. */
  endTime?: TimeFilter | null | undefined;
  /** The key of the lesson. */
  id?: IdFilter | null | undefined;
  /** The lesson's number within the class, from 1. */
  lessonNumber?: IntFilter | null | undefined;
  /** This does not hold. */
  not?: LessonFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<LessonFilter> | null | undefined;
  /** The quarter of its date: Q1, Q2, Q3 or Q4. */
  quarter?: StringFilter | null | undefined;
  /** The room exists and fulfils this. */
  room?: RoomFilter | null | undefined;
  /** Where. */
  roomId?: IdFilter | null | undefined;
  /** The school day on which it takes place. */
  scheduledDate?: DateFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school. */
  schoolId?: IdFilter | null | undefined;
  /** When it begins, in local time. */
  startTime?: TimeFilter | null | undefined;
  /** The subject exists and fulfils this. */
  subject?: SubjectFilter | null | undefined;
  /** What is taught. */
  subjectId?: IdFilter | null | undefined;
  /** The teacher exists and fulfils this. */
  teacher?: TeacherFilter | null | undefined;
  /** Who teaches. */
  teacherId?: IdFilter | null | undefined;
  /** The title: the topic and the phase of teaching it. */
  title?: StringFilter | null | undefined;
  /** The topic of the curriculum. */
  topic?: StringFilter | null | undefined;
};

/** How many of a list of lessons fulfil a condition. What is given must hold, all of it. */
export type LessonListFilter = {
  /** All fulfil this; true when there is none. */
  every?: LessonFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: LessonFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: LessonFilter | null | undefined;
};

/** What it honours. */
export type MeritCategory =
  | 'ACADEMIC'
  | 'ATTENDANCE'
  | 'BEHAVIOR'
  | 'LEADERSHIP'
  | 'PARTICIPATION';

/** Compares a value. What is given must hold, all of it. */
export type MeritCategoryFilter = {
  /** Equal to; `null`: has no value. */
  eq?: MeritCategory | null | undefined;
  /** Equal to one of these. */
  in?: Array<MeritCategory> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: MeritCategory | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<MeritCategory> | null | undefined;
};

/** Which merits to take: those that fulfil every condition given. */
export type MeritFilter = {
  /** All of these hold. */
  and?: Array<MeritFilter> | null | undefined;
  /** The awardedBy exists and fulfils this. */
  awardedBy?: UserFilter | null | undefined;
  /** Who gave it: one of the student's teachers, or an administrator. */
  awardedById?: IdFilter | null | undefined;
  /** The school day on which it was given. */
  awardedDate?: DateFilter | null | undefined;
  /** What it honours. */
  category?: MeritCategoryFilter | null | undefined;
  /** The key of the merit. */
  id?: IdFilter | null | undefined;
  /** Whether it is shown on the board of honour. */
  isPublic?: BooleanFilter | null | undefined;
  /** A person's first name, last name, or first and last name. Case and extra spaces do not count. */
  name?: string | null | undefined;
  /** This does not hold. */
  not?: MeritFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<MeritFilter> | null | undefined;
  /** Points, from 1 to 10. */
  points?: IntFilter | null | undefined;
  /** The quarter of that day: Q1, Q2, Q3 or Q4. */
  quarter?: StringFilter | null | undefined;
  /** What it was given for. */
  reason?: StringFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school. */
  schoolId?: IdFilter | null | undefined;
  /** The student exists and fulfils this. */
  student?: StudentFilter | null | undefined;
  /** Who was recognized. */
  studentId?: IdFilter | null | undefined;
};

/** How many of a list of merits fulfil a condition. What is given must hold, all of it. */
export type MeritListFilter = {
  /** All fulfil this; true when there is none. */
  every?: MeritFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: MeritFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: MeritFilter | null | undefined;
};

/** Compares an amount. What is given must hold, all of it. */
export type MoneyFilter = {
  /** Equal to; `null`: has no value. */
  eq?: number | string | null | undefined;
  /** Greater than, or later. */
  gt?: number | string | null | undefined;
  /** Greater than, later, or equal. */
  gte?: number | string | null | undefined;
  /** Equal to one of these. */
  in?: Array<number | string> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Less than, or earlier. */
  lt?: number | string | null | undefined;
  /** Less than, earlier, or equal. */
  lte?: number | string | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: number | string | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<number | string> | null | undefined;
};

/** Which way a list is ordered. Rows without a value come last either way. */
export type OrderDirection =
  /** Smallest, earliest or first in the alphabet first. */
  | 'ASC'
  /** Largest, latest or last in the alphabet first. */
  | 'DESC';

/** Which parents to take: those that fulfil every condition given. */
export type ParentFilter = {
  /** All of these hold. */
  and?: Array<ParentFilter> | null | undefined;
  /** The day of birth. */
  dateOfBirth?: DateFilter | null | undefined;
  /** The gender. */
  gender?: ParentGenderFilter | null | undefined;
  /** The language spoken at home. */
  homeLanguage?: StringFilter | null | undefined;
  /** The key of the parent. */
  id?: IdFilter | null | undefined;
  /** Whether the parent helps at events. */
  isVolunteer?: BooleanFilter | null | undefined;
  /** A person's first name, last name, or first and last name. Case and extra spaces do not count. */
  name?: string | null | undefined;
  /** This does not hold. */
  not?: ParentFilter | null | undefined;
  /** The occupation; null for those who have none at present. */
  occupation?: StringFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<ParentFilter> | null | undefined;
  /** Of the parent students: some, none, every. */
  parentStudents?: ParentStudentListFilter | null | undefined;
  /** How the parent wants to be reached. */
  preferredContact?: ParentPreferredContactFilter | null | undefined;
  /** Whether the parent gets the newsletter. */
  receivesNewsletter?: BooleanFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school of the children. */
  schoolId?: IdFilter | null | undefined;
  /** Whether the parent has a child at the school at present. */
  status?: ParentStatusFilter | null | undefined;
  /** Of the students: some, none, every. */
  students?: StudentListFilter | null | undefined;
  /** The user exists and fulfils this. */
  user?: UserFilter | null | undefined;
  /** The parent's account. */
  userId?: IdFilter | null | undefined;
};

/** The gender. */
export type ParentGender =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER';

/** Compares a value. What is given must hold, all of it. */
export type ParentGenderFilter = {
  /** Equal to; `null`: has no value. */
  eq?: ParentGender | null | undefined;
  /** Equal to one of these. */
  in?: Array<ParentGender> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: ParentGender | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<ParentGender> | null | undefined;
};

/** How many of a list of parents fulfil a condition. What is given must hold, all of it. */
export type ParentListFilter = {
  /** All fulfil this; true when there is none. */
  every?: ParentFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: ParentFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: ParentFilter | null | undefined;
};

/** How the parent wants to be reached. */
export type ParentPreferredContact =
  | 'EMAIL'
  | 'PHONE'
  | 'SMS';

/** Compares a value. What is given must hold, all of it. */
export type ParentPreferredContactFilter = {
  /** Equal to; `null`: has no value. */
  eq?: ParentPreferredContact | null | undefined;
  /** Equal to one of these. */
  in?: Array<ParentPreferredContact> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: ParentPreferredContact | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<ParentPreferredContact> | null | undefined;
};

/** Whether the parent has a child at the school at present. */
export type ParentStatus =
  | 'ACTIVE'
  | 'INACTIVE';

/** Compares a value. What is given must hold, all of it. */
export type ParentStatusFilter = {
  /** Equal to; `null`: has no value. */
  eq?: ParentStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<ParentStatus> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: ParentStatus | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<ParentStatus> | null | undefined;
};

/** Which parent students to take: those that fulfil every condition given. */
export type ParentStudentFilter = {
  /** All of these hold. */
  and?: Array<ParentStudentFilter> | null | undefined;
  /** Whether the parent may sign forms for the student. */
  canApproveForms?: BooleanFilter | null | undefined;
  /** Whether the parent may pick the student up. */
  hasPickupPermission?: BooleanFilter | null | undefined;
  /** The key of the link. */
  id?: IdFilter | null | undefined;
  /** Whether the parent is called in an emergency. */
  isEmergencyContact?: BooleanFilter | null | undefined;
  /** Whether the school calls this parent first. */
  isPrimaryContact?: BooleanFilter | null | undefined;
  /** Whether the student lives with the parent. */
  livesWith?: BooleanFilter | null | undefined;
  /** This does not hold. */
  not?: ParentStudentFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<ParentStudentFilter> | null | undefined;
  /** The parent exists and fulfils this. */
  parent?: ParentFilter | null | undefined;
  /** The parent. */
  parentId?: IdFilter | null | undefined;
  /** What the parent is to the student. */
  relationshipType?: ParentStudentRelationshipTypeFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school of both. */
  schoolId?: IdFilter | null | undefined;
  /** The student exists and fulfils this. */
  student?: StudentFilter | null | undefined;
  /** The student. */
  studentId?: IdFilter | null | undefined;
};

/** How many of a list of parent students fulfil a condition. What is given must hold, all of it. */
export type ParentStudentListFilter = {
  /** All fulfil this; true when there is none. */
  every?: ParentStudentFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: ParentStudentFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: ParentStudentFilter | null | undefined;
};

/** What the parent is to the student. */
export type ParentStudentRelationshipType =
  | 'FATHER'
  | 'GUARDIAN'
  | 'MOTHER';

/** Compares a value. What is given must hold, all of it. */
export type ParentStudentRelationshipTypeFilter = {
  /** Equal to; `null`: has no value. */
  eq?: ParentStudentRelationshipType | null | undefined;
  /** Equal to one of these. */
  in?: Array<ParentStudentRelationshipType> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: ParentStudentRelationshipType | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<ParentStudentRelationshipType> | null | undefined;
};

/** How large a school is made. Default: MEDIUM. */
export type Preset =
  | 'DISTRICT'
  | 'LARGE'
  | 'MEDIUM'
  | 'SMALL';

/** Which rooms to take: those that fulfil every condition given. */
export type RoomFilter = {
  /** Of the activities: some, none, every. */
  activities?: ActivityListFilter | null | undefined;
  /** All of these hold. */
  and?: Array<RoomFilter> | null | undefined;
  /** The floor space in square feet. */
  areaSquareFeet?: IntFilter | null | undefined;
  /** The letter of the building. */
  building?: StringFilter | null | undefined;
  /** How many people the room holds. */
  capacity?: IntFilter | null | undefined;
  /** Of the classes: some, none, every. */
  classes?: ClassListFilter | null | undefined;
  /** Of the events: some, none, every. */
  events?: EventListFilter | null | undefined;
  /** The floor, from 1. */
  floor?: IntFilter | null | undefined;
  /** The key of the room. */
  id?: IdFilter | null | undefined;
  /** Whether the room can be reached without steps. */
  isAccessible?: BooleanFilter | null | undefined;
  /** Whether the room is in use. */
  isActive?: BooleanFilter | null | undefined;
  /** Of the lessons: some, none, every. */
  lessons?: LessonListFilter | null | undefined;
  /** What people call the room. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: RoomFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<RoomFilter> | null | undefined;
  /** Building, floor and number, unique within the school: A101. */
  roomNumber?: StringFilter | null | undefined;
  /** What the room is for. */
  roomType?: RoomRoomTypeFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school that the room belongs to. */
  schoolId?: IdFilter | null | undefined;
};

/** How many of a list of rooms fulfil a condition. What is given must hold, all of it. */
export type RoomListFilter = {
  /** All fulfil this; true when there is none. */
  every?: RoomFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: RoomFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: RoomFilter | null | undefined;
};

/** What the room is for. */
export type RoomRoomType =
  | 'CLASSROOM'
  | 'GYM'
  | 'LAB'
  | 'LIBRARY'
  | 'OFFICE';

/** Compares a value. What is given must hold, all of it. */
export type RoomRoomTypeFilter = {
  /** Equal to; `null`: has no value. */
  eq?: RoomRoomType | null | undefined;
  /** Equal to one of these. */
  in?: Array<RoomRoomType> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: RoomRoomType | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<RoomRoomType> | null | undefined;
};

/** Shares of assessment types; they add up to 1. */
export type SchoolAssessmentTypes = {
  /** Assignments. */
  assignment?: number | null | undefined;
  /** Exams. */
  exam?: number | null | undefined;
  /** Projects. */
  project?: number | null | undefined;
  /** Quizzes. */
  quiz?: number | null | undefined;
  /** Tests. */
  test?: number | null | undefined;
};

/** Shares of attendance statuses over all students; they add up to 1. */
export type SchoolAttendance = {
  /** Share of days missed without an excuse. */
  absentRate?: number | null | undefined;
  /** Share of days missed with an excuse. */
  excusedRate?: number | null | undefined;
  /** Share of days on which a student is there in time. */
  presentRate?: number | null | undefined;
  /** Share of days on which a student comes late. */
  tardyRate?: number | null | undefined;
};

/** The academic year. */
export type SchoolDates = {
  /** The last day of the academic year. Default: the locale's; 2025-06-30 in en_US. */
  academicYearEnd?: string | null | undefined;
  /** The first day of the academic year. Default: the locale's in 2024; 2024-09-01 in en_US. */
  academicYearStart?: string | null | undefined;
  /** The day the data is seen from, in place of schoolDaysPassed. */
  asOf?: string | null | undefined;
  /** The quarter that classes are labelled with. */
  currentQuarter?: SchoolDatesCurrentQuarter | null | undefined;
  /** Days without school. Default: the country's usual ones. */
  holidays?: Array<SchoolDatesHolidays> | null | undefined;
  /** School days that have passed: assessments, merits and sign-ins fall on them. */
  schoolDaysPassed?: number | null | undefined;
};

/** The quarter that classes are labelled with. */
export type SchoolDatesCurrentQuarter =
  | 'Q1'
  | 'Q2'
  | 'Q3'
  | 'Q4';

/** A part of a configuration. */
export type SchoolDatesHolidays = {
  /** The last day without school. */
  end?: string | null | undefined;
  /** As in the calendar of events. */
  name?: string | null | undefined;
  /** The first day without school. */
  start?: string | null | undefined;
};

/** Weights of event types, exact counts when they add up to volumes.events. */
export type SchoolEventTypes = {
  /** Assemblies. */
  assembly?: number | null | undefined;
  /** Exam periods. */
  exam?: number | null | undefined;
  /** Field trips. */
  fieldTrip?: number | null | undefined;
  /** Holidays, on days without school. */
  holiday?: number | null | undefined;
  /** Meetings. */
  meeting?: number | null | undefined;
  /** Parent-teacher conferences. */
  parentConference?: number | null | undefined;
};

/** Which schools to take: those that fulfil every condition given. */
export type SchoolFilter = {
  /** The academic year of the data, for example 2024-2025. */
  academicYear?: StringFilter | null | undefined;
  /** Of the activities: some, none, every. */
  activities?: ActivityListFilter | null | undefined;
  /** All of these hold. */
  and?: Array<SchoolFilter> | null | undefined;
  /** Of the assessments: some, none, every. */
  assessments?: AssessmentListFilter | null | undefined;
  /** Of the attendances: some, none, every. */
  attendances?: AttendanceListFilter | null | undefined;
  /** The city. */
  city?: StringFilter | null | undefined;
  /** Of the classes: some, none, every. */
  classes?: ClassListFilter | null | undefined;
  /** The country. */
  country?: StringFilter | null | undefined;
  /** The current quarter: Q1, Q2, Q3 or Q4. */
  currentQuarter?: StringFilter | null | undefined;
  /** The e-mail address of the office. */
  email?: StringFilter | null | undefined;
  /** Of the events: some, none, every. */
  events?: EventListFilter | null | undefined;
  /** The year in which the school was founded. */
  foundedYear?: IntFilter | null | undefined;
  /** The key of the school. */
  id?: IdFilter | null | undefined;
  /** Whether the school is open. */
  isActive?: BooleanFilter | null | undefined;
  /** Of the lessons: some, none, every. */
  lessons?: LessonListFilter | null | undefined;
  /** Of the merits: some, none, every. */
  merits?: MeritListFilter | null | undefined;
  /** The name of the school. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: SchoolFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<SchoolFilter> | null | undefined;
  /** Of the parent students: some, none, every. */
  parentStudents?: ParentStudentListFilter | null | undefined;
  /** Of the parents: some, none, every. */
  parents?: ParentListFilter | null | undefined;
  /** The postal code, as the country writes it; in the USA a ZIP code of five digits. */
  postalCode?: StringFilter | null | undefined;
  /** Of the rooms: some, none, every. */
  rooms?: RoomListFilter | null | undefined;
  /** The name in lower case with hyphens; the host of its e-mail addresses. */
  slug?: StringFilter | null | undefined;
  /** The state, or what the country has in its place, as addresses write it. */
  state?: StringFilter | null | undefined;
  /** Of the student classes: some, none, every. */
  studentClasses?: StudentClassListFilter | null | undefined;
  /** Of the students: some, none, every. */
  students?: StudentListFilter | null | undefined;
  /** Of the subjects: some, none, every. */
  subjects?: SubjectListFilter | null | undefined;
  /** Of the teachers: some, none, every. */
  teachers?: TeacherListFilter | null | undefined;
  /** The time zone that local times are in, by its IANA name. */
  timezone?: StringFilter | null | undefined;
  /** Of the users: some, none, every. */
  users?: UserListFilter | null | undefined;
  /** Of the vendors: some, none, every. */
  vendors?: VendorListFilter | null | undefined;
};

/** Names, addresses, phones, the calendar and the age of admission. Other texts are English in every locale. */
export type SchoolLocale =
  | 'DE'
  | 'EN_GB'
  | 'EN_IN'
  | 'EN_US'
  | 'ES'
  | 'FR'
  | 'HI'
  | 'JA';

/** Shares of merit categories; they add up to 1. */
export type SchoolMeritCategories = {
  /** For good work. */
  academic?: number | null | undefined;
  /** For being there. */
  attendance?: number | null | undefined;
  /** For good conduct. */
  behavior?: number | null | undefined;
  /** For leading others. */
  leadership?: number | null | undefined;
  /** For taking part. */
  participation?: number | null | undefined;
};

/** One term of an ordering of schools: a `field`, or one relation that leads to it. Ties are broken by the next term, and at last by ID. */
export type SchoolOrder = {
  /** Which way; goes with `field`. Default: ASC. */
  direction?: OrderDirection | null | undefined;
  /** By this field. */
  field?: SchoolOrderField | null | undefined;
};

/** What schools can be ordered by. */
export type SchoolOrderField =
  /** The city. */
  | 'CITY'
  /** The year in which the school was founded. */
  | 'FOUNDED_YEAR'
  /** The key of the school. */
  | 'ID'
  /** The name of the school. */
  | 'NAME';

/** What to change in a preset of a school. Objects are merged with it, everything else replaces what it has. */
export type SchoolOverrides = {
  /** Shares of assessment types; they add up to 1. */
  assessmentTypes?: SchoolAssessmentTypes | null | undefined;
  /** Shares of attendance statuses over all students; they add up to 1. */
  attendance?: SchoolAttendance | null | undefined;
  /** The academic year. */
  dates?: SchoolDates | null | undefined;
  /** Weights of event types, exact counts when they add up to volumes.events. */
  eventTypes?: SchoolEventTypes | null | undefined;
  /** Weights of the grades; students are apportioned by Webster's method. */
  gradeDistribution?: unknown;
  /** Names, addresses, phones, the calendar and the age of admission. Other texts are English in every locale. */
  locale?: SchoolLocale | null | undefined;
  /** Shares of merit categories; they add up to 1. */
  meritCategories?: SchoolMeritCategories | null | undefined;
  /** Weights of room types, exact counts when they add up to volumes.rooms. */
  roomTypes?: SchoolRoomTypes | null | undefined;
  /** Where the schools are, and the name of the first. */
  school?: SchoolSchool | null | undefined;
  /** The subjects, in the order in which volumes.subjects takes them. */
  subjects?: Array<SchoolSubjects> | null | undefined;
  /** Weights of vendor types, exact counts when they add up to volumes.vendors. */
  vendorTypes?: SchoolVendorTypes | null | undefined;
  /** How many rows there are. */
  volumes?: SchoolVolumes | null | undefined;
};

/** Weights of room types, exact counts when they add up to volumes.rooms. */
export type SchoolRoomTypes = {
  /** Classrooms. */
  classroom?: number | null | undefined;
  /** Gymnasiums, for physical education. */
  gym?: number | null | undefined;
  /** Laboratories, for science. */
  lab?: number | null | undefined;
  /** Libraries. */
  library?: number | null | undefined;
  /** Offices. */
  office?: number | null | undefined;
};

/** Where the schools are, and the name of the first. */
export type SchoolSchool = {
  /** The city of the first school. Default: Springfield in en_US, else a city of the state. */
  city?: string | null | undefined;
  /** The locale's country. */
  country?: SchoolSchoolCountry | null | undefined;
  /** The name of the first school. Default: Green Valley Elementary School, or what it is in the locale. */
  name?: string | null | undefined;
  /** The state of all schools, or what the locale's country has in its place, in plain letters. Default: California in en_US. */
  state?: SchoolSchoolState | null | undefined;
  /** The IANA time zone of all schools. Default: the state's. */
  timezone?: string | null | undefined;
};

/** The locale's country. */
export type SchoolSchoolCountry =
  | 'FRANCE'
  | 'GERMANY'
  | 'INDIA'
  | 'JAPAN'
  | 'SPAIN'
  | 'UNITED_KINGDOM'
  | 'USA';

/** The state of all schools, or what the locale's country has in its place, in plain letters. Default: California in en_US. */
export type SchoolSchoolState =
  | 'AICHI'
  | 'AKITA'
  | 'ALABAMA'
  | 'ALASKA'
  | 'ANDALUCIA'
  | 'ANDAMAN_AND_NICOBAR_ISLANDS'
  | 'ANDHRA_PRADESH'
  | 'AOMORI'
  | 'ARAGON'
  | 'ARIZONA'
  | 'ARKANSAS'
  | 'ARUNACHAL_PRADESH'
  | 'ASSAM'
  | 'ASTURIAS'
  | 'AUVERGNE_RHONE_ALPES'
  | 'BADEN_WUERTTEMBERG'
  | 'BAYERN'
  | 'BERLIN'
  | 'BIHAR'
  | 'BOURGOGNE_FRANCHE_COMTE'
  | 'BRANDENBURG'
  | 'BREMEN'
  | 'BRETAGNE'
  | 'CALIFORNIA'
  | 'CANARIAS'
  | 'CANTABRIA'
  | 'CASTILLA_LA_MANCHA'
  | 'CASTILLA_Y_LEON'
  | 'CATALUNA'
  | 'CENTRE_VAL_DE_LOIRE'
  | 'CEUTA'
  | 'CHANDIGARH'
  | 'CHHATTISGARH'
  | 'CHIBA'
  | 'COLORADO'
  | 'COMUNIDAD_VALENCIANA'
  | 'CONNECTICUT'
  | 'CORSE'
  | 'DADRA_AND_NAGAR_HAVELI_AND_DAMAN_AND_DIU'
  | 'DELAWARE'
  | 'DELHI'
  | 'DISTRICT_OF_COLUMBIA'
  | 'EHIME'
  | 'ENGLAND'
  | 'EXTREMADURA'
  | 'FLORIDA'
  | 'FUKUI'
  | 'FUKUOKA'
  | 'FUKUSHIMA'
  | 'GALICIA'
  | 'GEORGIA'
  | 'GIFU'
  | 'GOA'
  | 'GRAND_EST'
  | 'GUJARAT'
  | 'GUNMA'
  | 'HAMBURG'
  | 'HARYANA'
  | 'HAUTS_DE_FRANCE'
  | 'HAWAII'
  | 'HESSEN'
  | 'HIMACHAL_PRADESH'
  | 'HIROSHIMA'
  | 'HOKKAIDO'
  | 'HYOGO'
  | 'IBARAKI'
  | 'IDAHO'
  | 'ILE_DE_FRANCE'
  | 'ILLINOIS'
  | 'INDIANA'
  | 'IOWA'
  | 'ISHIKAWA'
  | 'ISLAS_BALEARES'
  | 'IWATE'
  | 'JAMMU_AND_KASHMIR'
  | 'JHARKHAND'
  | 'KAGAWA'
  | 'KAGOSHIMA'
  | 'KANAGAWA'
  | 'KANSAS'
  | 'KARNATAKA'
  | 'KENTUCKY'
  | 'KERALA'
  | 'KOCHI'
  | 'KUMAMOTO'
  | 'KYOTO'
  | 'LADAKH'
  | 'LAKSHADWEEP'
  | 'LA_RIOJA'
  | 'LOUISIANA'
  | 'MADHYA_PRADESH'
  | 'MADRID'
  | 'MAHARASHTRA'
  | 'MAINE'
  | 'MANIPUR'
  | 'MARYLAND'
  | 'MASSACHUSETTS'
  | 'MECKLENBURG_VORPOMMERN'
  | 'MEGHALAYA'
  | 'MELILLA'
  | 'MICHIGAN'
  | 'MIE'
  | 'MINNESOTA'
  | 'MISSISSIPPI'
  | 'MISSOURI'
  | 'MIYAGI'
  | 'MIYAZAKI'
  | 'MIZORAM'
  | 'MONTANA'
  | 'MURCIA'
  | 'NAGALAND'
  | 'NAGANO'
  | 'NAGASAKI'
  | 'NARA'
  | 'NAVARRA'
  | 'NEBRASKA'
  | 'NEVADA'
  | 'NEW_HAMPSHIRE'
  | 'NEW_JERSEY'
  | 'NEW_MEXICO'
  | 'NEW_YORK'
  | 'NIEDERSACHSEN'
  | 'NIIGATA'
  | 'NORDRHEIN_WESTFALEN'
  | 'NORMANDIE'
  | 'NORTHERN_IRELAND'
  | 'NORTH_CAROLINA'
  | 'NORTH_DAKOTA'
  | 'NOUVELLE_AQUITAINE'
  | 'OCCITANIE'
  | 'ODISHA'
  | 'OHIO'
  | 'OITA'
  | 'OKAYAMA'
  | 'OKINAWA'
  | 'OKLAHOMA'
  | 'OREGON'
  | 'OSAKA'
  | 'PAIS_VASCO'
  | 'PAYS_DE_LA_LOIRE'
  | 'PENNSYLVANIA'
  | 'PROVENCE_ALPES_COTE_D_AZUR'
  | 'PUDUCHERRY'
  | 'PUNJAB'
  | 'RAJASTHAN'
  | 'RHEINLAND_PFALZ'
  | 'RHODE_ISLAND'
  | 'SAARLAND'
  | 'SACHSEN'
  | 'SACHSEN_ANHALT'
  | 'SAGA'
  | 'SAITAMA'
  | 'SCHLESWIG_HOLSTEIN'
  | 'SCOTLAND'
  | 'SHIGA'
  | 'SHIMANE'
  | 'SHIZUOKA'
  | 'SIKKIM'
  | 'SOUTH_CAROLINA'
  | 'SOUTH_DAKOTA'
  | 'TAMIL_NADU'
  | 'TELANGANA'
  | 'TENNESSEE'
  | 'TEXAS'
  | 'THUERINGEN'
  | 'TOCHIGI'
  | 'TOKUSHIMA'
  | 'TOKYO'
  | 'TOTTORI'
  | 'TOYAMA'
  | 'TRIPURA'
  | 'UTAH'
  | 'UTTARAKHAND'
  | 'UTTAR_PRADESH'
  | 'VERMONT'
  | 'VIRGINIA'
  | 'WAKAYAMA'
  | 'WALES'
  | 'WASHINGTON'
  | 'WEST_BENGAL'
  | 'WEST_VIRGINIA'
  | 'WISCONSIN'
  | 'WYOMING'
  | 'YAMAGATA'
  | 'YAMAGUCHI'
  | 'YAMANASHI';

/** A part of a configuration. */
export type SchoolSubjects = {
  /** Core subjects have homerooms. */
  category?: SchoolSubjectsCategory | null | undefined;
  /** Unique within the school: MATH. */
  code?: string | null | undefined;
  /** For calendars and charts. */
  color?: string | null | undefined;
  /** The grades the subject is taught in. */
  gradeLevels?: Array<number> | null | undefined;
  /** As shown to people: Mathematics. */
  name?: string | null | undefined;
};

/** Core subjects have homerooms. */
export type SchoolSubjectsCategory =
  | 'CORE'
  | 'ELECTIVE';

/** Weights of vendor types, exact counts when they add up to volumes.vendors. */
export type SchoolVendorTypes = {
  /** Equipment and staff for events. */
  events?: number | null | undefined;
  /** Canteens and caterers. */
  foodService?: number | null | undefined;
  /** Networks and devices. */
  itServices?: number | null | undefined;
  /** Cleaning and repairs. */
  maintenance?: number | null | undefined;
  /** Books, paper and furniture. */
  supplies?: number | null | undefined;
  /** School buses. */
  transportation?: number | null | undefined;
};

/** How many rows there are. */
export type SchoolVolumes = {
  /** Extracurricular activities of a school. */
  activities?: number | null | undefined;
  /** Administrators of a school. */
  administrators?: number | null | undefined;
  /** Assessments of a student, in turn over the subjects. */
  assessmentsPerStudent?: number | null | undefined;
  /** School days with attendance records, from the first day of the academic year. */
  attendanceDays?: number | null | undefined;
  /** Classes of a school. Every populated grade and subject has at least one; more add sections. */
  classes?: number | null | undefined;
  /** Events of a school. */
  events?: number | null | undefined;
  /** Lessons of a class in the academic year. */
  lessonsPerClass?: number | null | undefined;
  /** Merits of a student. */
  meritsPerStudent?: number | null | undefined;
  /** Parents of a school; student i has parent i mod parents. 0, the default, means as many as students. */
  parents?: number | null | undefined;
  /** Rooms of a school. */
  rooms?: number | null | undefined;
  /** Schools. Each holds as many rows as the first. */
  schools?: number | null | undefined;
  /** Students of a school. */
  students?: number | null | undefined;
  /** Subjects of a school: the configured ones in their order, then further ones. */
  subjects?: number | null | undefined;
  /** Teachers of a school. */
  teachers?: number | null | undefined;
  /** Vendors of a school. */
  vendors?: number | null | undefined;
};

/** Compares a text. Case does not count; every character stands for itself. What is given must hold, all of it. */
export type StringFilter = {
  /** Has in it. */
  contains?: string | null | undefined;
  /** Ends with. */
  endsWith?: string | null | undefined;
  /** Equal to; `null`: has no value. */
  eq?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: string | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<string> | null | undefined;
  /** Begins with. */
  startsWith?: string | null | undefined;
};

/** What tells one student from all others. */
export type StudentBy =
  {   /** The e-mail address; unique within the dataset. */
  email: string; id?: never; studentId?: never; userId?: never; }
  |  { email?: never;   /** The key of the student. */
  id: string; studentId?: never; userId?: never; }
  |  { email?: never; id?: never;   /** The number of the student, STU01000 upward; unique within the dataset. */
  studentId: string; userId?: never; }
  |  { email?: never; id?: never; studentId?: never;   /** The student's account. */
  userId: string; };

/** Which student classes to take: those that fulfil every condition given. */
export type StudentClassFilter = {
  /** All of these hold. */
  and?: Array<StudentClassFilter> | null | undefined;
  /** The class exists and fulfils this. */
  class?: ClassFilter | null | undefined;
  /** The class. */
  classId?: IdFilter | null | undefined;
  /** The day from which the student takes the class. */
  enrollmentDate?: DateFilter | null | undefined;
  /** The key of the enrollment. */
  id?: IdFilter | null | undefined;
  /** Whether the student's attendance is taken in the class. */
  isHomeroom?: BooleanFilter | null | undefined;
  /** Whether the class is of a core subject. */
  isRequired?: BooleanFilter | null | undefined;
  /** A person's first name, last name, or first and last name. Case and extra spaces do not count. */
  name?: string | null | undefined;
  /** This does not hold. */
  not?: StudentClassFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<StudentClassFilter> | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school of both. */
  schoolId?: IdFilter | null | undefined;
  /** Whether the student takes the class at present. */
  status?: StudentClassStatusFilter | null | undefined;
  /** The student exists and fulfils this. */
  student?: StudentFilter | null | undefined;
  /** The student. */
  studentId?: IdFilter | null | undefined;
};

/** How many of a list of student classes fulfil a condition. What is given must hold, all of it. */
export type StudentClassListFilter = {
  /** All fulfil this; true when there is none. */
  every?: StudentClassFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: StudentClassFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: StudentClassFilter | null | undefined;
};

/** Whether the student takes the class at present. */
export type StudentClassStatus =
  | 'ACTIVE'
  | 'COMPLETED'
  | 'DROPPED';

/** Compares a value. What is given must hold, all of it. */
export type StudentClassStatusFilter = {
  /** Equal to; `null`: has no value. */
  eq?: StudentClassStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<StudentClassStatus> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: StudentClassStatus | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<StudentClassStatus> | null | undefined;
};

/** Which students to take: those that fulfil every condition given. */
export type StudentFilter = {
  /** The day on which the student first came to the school. */
  admissionDate?: DateFilter | null | undefined;
  /** All of these hold. */
  and?: Array<StudentFilter> | null | undefined;
  /** Of the assessments: some, none, every. */
  assessments?: AssessmentListFilter | null | undefined;
  /** Of the attendances: some, none, every. */
  attendances?: AttendanceListFilter | null | undefined;
  /** Of the classes: some, none, every. */
  classes?: ClassListFilter | null | undefined;
  /** The day of birth. */
  dateOfBirth?: DateFilter | null | undefined;
  /** The day from which the student is enrolled in the academic year. */
  enrollmentDate?: DateFilter | null | undefined;
  /** The gender. */
  gender?: StudentGenderFilter | null | undefined;
  /** The grade that the student is in. */
  gradeLevel?: IntFilter | null | undefined;
  /** Whether the student is served under a plan for special education. */
  hasSupportPlan?: BooleanFilter | null | undefined;
  /** The key of the student. */
  id?: IdFilter | null | undefined;
  /** What the family pays for lunch. */
  lunchProgram?: StudentLunchProgramFilter | null | undefined;
  /** Of the merits: some, none, every. */
  merits?: MeritListFilter | null | undefined;
  /** A person's first name, last name, or first and last name. Case and extra spaces do not count. */
  name?: string | null | undefined;
  /** This does not hold. */
  not?: StudentFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<StudentFilter> | null | undefined;
  /** Of the parent students: some, none, every. */
  parentStudents?: ParentStudentListFilter | null | undefined;
  /** Of the parents: some, none, every. */
  parents?: ParentListFilter | null | undefined;
  /** Whether pictures of the student may be published. */
  photoConsent?: BooleanFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school that the student goes to. */
  schoolId?: IdFilter | null | undefined;
  /** Whether the student goes to the school. */
  status?: StudentStatusFilter | null | undefined;
  /** Of the student classes: some, none, every. */
  studentClasses?: StudentClassListFilter | null | undefined;
  /** The number of the student, STU01000 upward; unique within the dataset. */
  studentId?: StringFilter | null | undefined;
  /** How the student comes to school. */
  transport?: StudentTransportFilter | null | undefined;
  /** The user exists and fulfils this. */
  user?: UserFilter | null | undefined;
  /** The student's account. */
  userId?: IdFilter | null | undefined;
};

/** The gender. */
export type StudentGender =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER';

/** Compares a value. What is given must hold, all of it. */
export type StudentGenderFilter = {
  /** Equal to; `null`: has no value. */
  eq?: StudentGender | null | undefined;
  /** Equal to one of these. */
  in?: Array<StudentGender> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: StudentGender | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<StudentGender> | null | undefined;
};

/** How many of a list of students fulfil a condition. What is given must hold, all of it. */
export type StudentListFilter = {
  /** All fulfil this; true when there is none. */
  every?: StudentFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: StudentFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: StudentFilter | null | undefined;
};

/** What the family pays for lunch. */
export type StudentLunchProgram =
  | 'FREE'
  | 'PAID'
  | 'REDUCED';

/** Compares a value. What is given must hold, all of it. */
export type StudentLunchProgramFilter = {
  /** Equal to; `null`: has no value. */
  eq?: StudentLunchProgram | null | undefined;
  /** Equal to one of these. */
  in?: Array<StudentLunchProgram> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: StudentLunchProgram | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<StudentLunchProgram> | null | undefined;
};

/** One term of an ordering of students: a `field`, or one relation that leads to it. Ties are broken by the next term, and at last by ID. */
export type StudentOrder = {
  /** Which way; goes with `field`. Default: ASC. */
  direction?: OrderDirection | null | undefined;
  /** By this field. */
  field?: StudentOrderField | null | undefined;
  /** By a field of the school instead. */
  school?: SchoolOrder | null | undefined;
  /** By a field of the user instead. */
  user?: UserOrder | null | undefined;
};

/** What students can be ordered by. */
export type StudentOrderField =
  /** The day on which the student first came to the school. */
  | 'ADMISSION_DATE'
  /** The day of birth. */
  | 'DATE_OF_BIRTH'
  /** The day from which the student is enrolled in the academic year. */
  | 'ENROLLMENT_DATE'
  /** The grade that the student is in. */
  | 'GRADE_LEVEL'
  /** The key of the student. */
  | 'ID'
  /** The number of the student, STU01000 upward; unique within the dataset. */
  | 'STUDENT_ID';

/** Whether the student goes to the school. */
export type StudentStatus =
  | 'ENROLLED'
  | 'GRADUATED'
  | 'TRANSFERRED'
  | 'WITHDRAWN';

/** Compares a value. What is given must hold, all of it. */
export type StudentStatusFilter = {
  /** Equal to; `null`: has no value. */
  eq?: StudentStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<StudentStatus> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: StudentStatus | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<StudentStatus> | null | undefined;
};

/** How the student comes to school. */
export type StudentTransport =
  | 'BICYCLE'
  | 'CAR'
  | 'SCHOOL_BUS'
  | 'WALK';

/** Compares a value. What is given must hold, all of it. */
export type StudentTransportFilter = {
  /** Equal to; `null`: has no value. */
  eq?: StudentTransport | null | undefined;
  /** Equal to one of these. */
  in?: Array<StudentTransport> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: StudentTransport | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<StudentTransport> | null | undefined;
};

/** Whether everyone needs it. */
export type SubjectCategory =
  | 'CORE'
  | 'ELECTIVE';

/** Compares a value. What is given must hold, all of it. */
export type SubjectCategoryFilter = {
  /** Equal to; `null`: has no value. */
  eq?: SubjectCategory | null | undefined;
  /** Equal to one of these. */
  in?: Array<SubjectCategory> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: SubjectCategory | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<SubjectCategory> | null | undefined;
};

/** Which subjects to take: those that fulfil every condition given. */
export type SubjectFilter = {
  /** All of these hold. */
  and?: Array<SubjectFilter> | null | undefined;
  /** Of the assessments: some, none, every. */
  assessments?: AssessmentListFilter | null | undefined;
  /** Whether everyone needs it. */
  category?: SubjectCategoryFilter | null | undefined;
  /** Of the classes: some, none, every. */
  classes?: ClassListFilter | null | undefined;
  /** The short name, unique within the school: MATH. */
  code?: StringFilter | null | undefined;
  /** The key of the subject. */
  id?: IdFilter | null | undefined;
  /** Whether the subject is taught at present. */
  isActive?: BooleanFilter | null | undefined;
  /** Of the lessons: some, none, every. */
  lessons?: LessonListFilter | null | undefined;
  /** The name: Mathematics. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: SubjectFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<SubjectFilter> | null | undefined;
  /** The percentage from which an assessment is passed. */
  passingScore?: IntFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school that teaches the subject. */
  schoolId?: IdFilter | null | undefined;
  /** The place in lists, from 1. */
  sortOrder?: IntFilter | null | undefined;
};

/** How many of a list of subjects fulfil a condition. What is given must hold, all of it. */
export type SubjectListFilter = {
  /** All fulfil this; true when there is none. */
  every?: SubjectFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: SubjectFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: SubjectFilter | null | undefined;
};

/** How much the teacher works. */
export type TeacherContractType =
  | 'FULL_TIME'
  | 'PART_TIME';

/** Compares a value. What is given must hold, all of it. */
export type TeacherContractTypeFilter = {
  /** Equal to; `null`: has no value. */
  eq?: TeacherContractType | null | undefined;
  /** Equal to one of these. */
  in?: Array<TeacherContractType> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: TeacherContractType | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<TeacherContractType> | null | undefined;
};

/** The highest degree. */
export type TeacherDegree =
  | 'BACHELOR'
  | 'DOCTORATE'
  | 'MASTER';

/** Compares a value. What is given must hold, all of it. */
export type TeacherDegreeFilter = {
  /** Equal to; `null`: has no value. */
  eq?: TeacherDegree | null | undefined;
  /** Equal to one of these. */
  in?: Array<TeacherDegree> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: TeacherDegree | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<TeacherDegree> | null | undefined;
};

/** Which teachers to take: those that fulfil every condition given. */
export type TeacherFilter = {
  /** Of the activities: some, none, every. */
  activities?: ActivityListFilter | null | undefined;
  /** All of these hold. */
  and?: Array<TeacherFilter> | null | undefined;
  /** Of the assessments: some, none, every. */
  assessments?: AssessmentListFilter | null | undefined;
  /** Of the classes: some, none, every. */
  classes?: ClassListFilter | null | undefined;
  /** How much the teacher works. */
  contractType?: TeacherContractTypeFilter | null | undefined;
  /** The day of birth. */
  dateOfBirth?: DateFilter | null | undefined;
  /** The highest degree. */
  degree?: TeacherDegreeFilter | null | undefined;
  /** The name of the main subject, or General. */
  department?: StringFilter | null | undefined;
  /** The number of the employee, EMP01000 upward; unique within the dataset. */
  employeeId?: StringFilter | null | undefined;
  /** The gender. */
  gender?: TeacherGenderFilter | null | undefined;
  /** The first day of work at the school. */
  hireDate?: DateFilter | null | undefined;
  /** The key of the teacher. */
  id?: IdFilter | null | undefined;
  /** Of the lessons: some, none, every. */
  lessons?: LessonListFilter | null | undefined;
  /** A person's first name, last name, or first and last name. Case and extra spaces do not count. */
  name?: string | null | undefined;
  /** This does not hold. */
  not?: TeacherFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<TeacherFilter> | null | undefined;
  /** Of the attendances: some, none, every. */
  recordedAttendances?: AttendanceListFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school that the teacher works for. */
  schoolId?: IdFilter | null | undefined;
  /** Whether the teacher works at present. */
  status?: TeacherStatusFilter | null | undefined;
  /** The user exists and fulfils this. */
  user?: UserFilter | null | undefined;
  /** The teacher's account. */
  userId?: IdFilter | null | undefined;
};

/** The gender. */
export type TeacherGender =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER';

/** Compares a value. What is given must hold, all of it. */
export type TeacherGenderFilter = {
  /** Equal to; `null`: has no value. */
  eq?: TeacherGender | null | undefined;
  /** Equal to one of these. */
  in?: Array<TeacherGender> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: TeacherGender | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<TeacherGender> | null | undefined;
};

/** How many of a list of teachers fulfil a condition. What is given must hold, all of it. */
export type TeacherListFilter = {
  /** All fulfil this; true when there is none. */
  every?: TeacherFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: TeacherFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: TeacherFilter | null | undefined;
};

/** Whether the teacher works at present. */
export type TeacherStatus =
  | 'ACTIVE'
  | 'ON_LEAVE'
  | 'RETIRED';

/** Compares a value. What is given must hold, all of it. */
export type TeacherStatusFilter = {
  /** Equal to; `null`: has no value. */
  eq?: TeacherStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<TeacherStatus> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: TeacherStatus | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<TeacherStatus> | null | undefined;
};

/** Compares a time of day. What is given must hold, all of it. */
export type TimeFilter = {
  /** Equal to; `null`: has no value. */
  eq?: string | null | undefined;
  /** Greater than, or later. */
  gt?: string | null | undefined;
  /** Greater than, later, or equal. */
  gte?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Less than, or earlier. */
  lt?: string | null | undefined;
  /** Less than, earlier, or equal. */
  lte?: string | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: string | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<string> | null | undefined;
};

/** New values of a student. `null` clears a value that may be missing. */
export type UpdateStudentSet = {
  /** The day on which the student first came to the school. */
  admissionDate?: string | null | undefined;
  /** The day of birth. */
  dateOfBirth?: string | null | undefined;
  /** The day from which the student is enrolled in the academic year. */
  enrollmentDate?: string | null | undefined;
  /** The gender. */
  gender?: StudentGender | null | undefined;
  /** The grade that the student is in. */
  gradeLevel?: number | null | undefined;
  /** Whether the student is served under a plan for special education. */
  hasSupportPlan?: boolean | null | undefined;
  /** What the family pays for lunch. */
  lunchProgram?: StudentLunchProgram | null | undefined;
  /** Whether pictures of the student may be published. */
  photoConsent?: boolean | null | undefined;
  /** The school that the student goes to. */
  schoolId?: string | null | undefined;
  /** Whether the student goes to the school. */
  status?: StudentStatus | null | undefined;
  /** The number of the student, STU01000 upward; unique within the dataset. */
  studentId?: string | null | undefined;
  /** How the student comes to school. */
  transport?: StudentTransport | null | undefined;
  /** The student's account. */
  userId?: string | null | undefined;
};

/** Which users to take: those that fulfil every condition given. */
export type UserFilter = {
  /** All of these hold. */
  and?: Array<UserFilter> | null | undefined;
  /** Of the merits: some, none, every. */
  awardedMerits?: MeritListFilter | null | undefined;
  /** The city of the home. */
  city?: StringFilter | null | undefined;
  /** When the account was made, in UTC. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The e-mail address; unique within the dataset. */
  email?: StringFilter | null | undefined;
  /** The given name. */
  firstName?: StringFilter | null | undefined;
  /** The key of the user. */
  id?: IdFilter | null | undefined;
  /** When the account was last used, in UTC. */
  lastLoginAt?: DateTimeFilter | null | undefined;
  /** The family name. */
  lastName?: StringFilter | null | undefined;
  /** A person's first name, last name, or first and last name. Case and extra spaces do not count. */
  name?: string | null | undefined;
  /** This does not hold. */
  not?: UserFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<UserFilter> | null | undefined;
  /** Of the events: some, none, every. */
  organizedEvents?: EventListFilter | null | undefined;
  /** The parent exists and fulfils this. */
  parent?: ParentFilter | null | undefined;
  /** What the person is at the school. */
  persona?: UserPersonaFilter | null | undefined;
  /** The phone number, of those that nobody has. */
  phone?: StringFilter | null | undefined;
  /** The postal code of the home. */
  postalCode?: StringFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school that the user belongs to. */
  schoolId?: IdFilter | null | undefined;
  /** The state of the home. */
  state?: StringFilter | null | undefined;
  /** Whether the account can be used. */
  status?: UserStatusFilter | null | undefined;
  /** The student exists and fulfils this. */
  student?: StudentFilter | null | undefined;
  /** The teacher exists and fulfils this. */
  teacher?: TeacherFilter | null | undefined;
  /** The time zone of the home, by its IANA name. */
  timezone?: StringFilter | null | undefined;
  /** The name to sign in with; unique within the dataset. */
  username?: StringFilter | null | undefined;
};

/** How many of a list of users fulfil a condition. What is given must hold, all of it. */
export type UserListFilter = {
  /** All fulfil this; true when there is none. */
  every?: UserFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: UserFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: UserFilter | null | undefined;
};

/** One term of an ordering of users: a `field`, or one relation that leads to it. Ties are broken by the next term, and at last by ID. */
export type UserOrder = {
  /** Which way; goes with `field`. Default: ASC. */
  direction?: OrderDirection | null | undefined;
  /** By this field. */
  field?: UserOrderField | null | undefined;
  /** By a field of the school instead. */
  school?: SchoolOrder | null | undefined;
};

/** What users can be ordered by. */
export type UserOrderField =
  /** The city of the home. */
  | 'CITY'
  /** When the account was made, in UTC. */
  | 'CREATED_AT'
  /** The e-mail address; unique within the dataset. */
  | 'EMAIL'
  /** The given name. */
  | 'FIRST_NAME'
  /** The key of the user. */
  | 'ID'
  /** When the account was last used, in UTC. */
  | 'LAST_LOGIN_AT'
  /** The family name. */
  | 'LAST_NAME'
  /** What the person is at the school. */
  | 'PERSONA'
  /** The name to sign in with; unique within the dataset. */
  | 'USERNAME';

/** What the person is at the school. */
export type UserPersona =
  | 'ADMIN'
  | 'PARENT'
  | 'STUDENT'
  | 'TEACHER';

/** Compares a value. What is given must hold, all of it. */
export type UserPersonaFilter = {
  /** Equal to; `null`: has no value. */
  eq?: UserPersona | null | undefined;
  /** Equal to one of these. */
  in?: Array<UserPersona> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: UserPersona | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<UserPersona> | null | undefined;
};

/** Whether the account can be used. */
export type UserStatus =
  | 'ACTIVE'
  | 'INACTIVE'
  | 'SUSPENDED';

/** Compares a value. What is given must hold, all of it. */
export type UserStatusFilter = {
  /** Equal to; `null`: has no value. */
  eq?: UserStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<UserStatus> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: UserStatus | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<UserStatus> | null | undefined;
};

/** Which vendors to take: those that fulfil every condition given. */
export type VendorFilter = {
  /** All of these hold. */
  and?: Array<VendorFilter> | null | undefined;
  /** The city. */
  city?: StringFilter | null | undefined;
  /** The name of the company. */
  companyName?: StringFilter | null | undefined;
  /** Whom to ask for. */
  contactName?: StringFilter | null | undefined;
  /** The last day of the contract. */
  contractEnd?: DateFilter | null | undefined;
  /** The number of the contract, unique within the dataset. */
  contractNumber?: StringFilter | null | undefined;
  /** The first day of the contract. */
  contractStart?: DateFilter | null | undefined;
  /** What the contract is worth a year. */
  contractValue?: MoneyFilter | null | undefined;
  /** The e-mail address of that person. */
  email?: StringFilter | null | undefined;
  /** The key of the vendor. */
  id?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: VendorFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<VendorFilter> | null | undefined;
  /** The school's rating, from 1 to 5. */
  rating?: FloatFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school. */
  schoolId?: IdFilter | null | undefined;
  /** The state. */
  state?: StringFilter | null | undefined;
  /** Whether the school buys at present. */
  status?: VendorStatusFilter | null | undefined;
  /** What the company supplies. */
  vendorType?: VendorVendorTypeFilter | null | undefined;
};

/** How many of a list of vendors fulfil a condition. What is given must hold, all of it. */
export type VendorListFilter = {
  /** All fulfil this; true when there is none. */
  every?: VendorFilter | null | undefined;
  /** Not one fulfils this; `{}`: there is none. */
  none?: VendorFilter | null | undefined;
  /** At least one fulfils this; `{}`: there is one. */
  some?: VendorFilter | null | undefined;
};

/** Whether the school buys at present. */
export type VendorStatus =
  | 'ACTIVE'
  | 'INACTIVE'
  | 'PENDING';

/** Compares a value. What is given must hold, all of it. */
export type VendorStatusFilter = {
  /** Equal to; `null`: has no value. */
  eq?: VendorStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<VendorStatus> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: VendorStatus | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<VendorStatus> | null | undefined;
};

/** What the company supplies. */
export type VendorVendorType =
  | 'EVENTS'
  | 'FOOD_SERVICE'
  | 'IT_SERVICES'
  | 'MAINTENANCE'
  | 'SUPPLIES'
  | 'TRANSPORTATION';

/** Compares a value. What is given must hold, all of it. */
export type VendorVendorTypeFilter = {
  /** Equal to; `null`: has no value. */
  eq?: VendorVendorType | null | undefined;
  /** Equal to one of these. */
  in?: Array<VendorVendorType> | null | undefined;
  /** `true`: has no value; `false`: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to; true for rows that have no value. `null`: has a value. */
  ne?: VendorVendorType | null | undefined;
  /** Equal to none of these. */
  notIn?: Array<VendorVendorType> | null | undefined;
};

export type MarksByTypeQueryVariables = Exact<{
  filter?: AssessmentFilter | null | undefined;
}>;


export type MarksByTypeQuery = { assessmentsAggregate: Array<{ count: number, keys: Array<{ value: string | null }>, avg: { score: number | null, percentage: number | null }, min: { score: number | null }, max: { score: number | null } }> };

export type ClassFiguresQueryVariables = Exact<{
  passed?: number | null | undefined;
  first?: number | null | undefined;
}>;


export type ClassFiguresQuery = { classes: { totalCount: number, nodes: Array<{ code: string, teacher: { user: { lastName: string } }, assessmentsAggregate: Array<{ count: number, avg: { percentage: number | null }, keys: Array<{ field: string, value: string | null }> }>, attendancesAggregate: Array<{ count: number, keys: Array<{ field: string, value: string | null }> }> }> } };

export type BarFragment = { count: number, keys: Array<{ field: string, value: string | null }> };

export type DatasetQueryVariables = Exact<{
  name?: string | null | undefined;
}>;


export type DatasetQuery = { dataset: { name: string, seed: number | null, preset: string | null, digest: string | null, counts: Array<{ entity: string, count: number }> } | null };

export type DatasetsQueryVariables = Exact<{ [key: string]: never; }>;


export type DatasetsQuery = { datasets: Array<{ name: string, seed: number | null }> };

export type DropDatasetMutationVariables = Exact<{
  name: string;
}>;


export type DropDatasetMutation = { dropDataset: boolean };

export type UpdateStudentMutationVariables = Exact<{
  id: string;
  set: UpdateStudentSet;
  dataset?: string | null | undefined;
}>;


export type UpdateStudentMutation = { updateStudent: { id: string, studentId: string, gradeLevel: number, status: StudentStatus } };

export type DeleteStudentsMutationVariables = Exact<{
  filter: StudentFilter;
  dataset?: string | null | undefined;
  dryRun?: boolean | null | undefined;
}>;


export type DeleteStudentsMutation = { deleteStudents: { deleted: number, counts: Array<{ entity: string, count: number }> } };

export type JobSummaryFragment = { id: string, status: JobStatus, dataset: string, seed: number, planned: number, inserted: number, digest: string | null, error: { code: string, message: string } | null };

export type JobQueryVariables = Exact<{
  id: string;
}>;


export type JobQuery = { job: { createdAt: string, startedAt: string | null, completedAt: string | null, id: string, status: JobStatus, dataset: string, seed: number, planned: number, inserted: number, digest: string | null, steps: Array<{ entity: string, status: JobStatus, planned: number, inserted: number }>, error: { code: string, message: string } | null } | null };

export type JobsQueryVariables = Exact<{
  status?: Array<JobStatus> | JobStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type JobsQuery = { jobs: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, status: JobStatus, dataset: string, seed: number, planned: number, inserted: number, digest: string | null, error: { code: string, message: string } | null }> } };

export type CancelJobMutationVariables = Exact<{
  id: string;
}>;


export type CancelJobMutation = { cancelJob: { id: string, status: JobStatus, dataset: string, seed: number, planned: number, inserted: number, digest: string | null, error: { code: string, message: string } | null } };

export type ResumeJobMutationVariables = Exact<{
  id: string;
}>;


export type ResumeJobMutation = { resumeJob: { id: string, status: JobStatus, dataset: string, seed: number, planned: number, inserted: number, digest: string | null, error: { code: string, message: string } | null } };

export type JobProgressSubscriptionVariables = Exact<{
  id: string;
  afterSeq?: number | null | undefined;
}>;


export type JobProgressSubscription = { jobProgress: { seq: number, job: { id: string, status: JobStatus, dataset: string, seed: number, planned: number, inserted: number, digest: string | null, error: { code: string, message: string } | null }, step: { entity: string, planned: number, inserted: number } | null } };

export type ClassRosterQueryVariables = Exact<{
  first?: number | null | undefined;
}>;


export type ClassRosterQuery = { classes: { totalCount: number, nodes: Array<{ id: string, code: string, gradeLevel: number, subject: { code: string }, teacher: { user: { lastName: string } }, students: { totalCount: number, nodes: Array<{ studentId: string, user: { firstName: string } }> } }> } };

export type NodeQueryVariables = Exact<{
  id: string;
}>;


export type NodeQuery = { node:
    | { __typename: 'Activity', id: string }
    | { __typename: 'Assessment', id: string }
    | { __typename: 'Attendance', id: string }
    | { __typename: 'Class', id: string }
    | { __typename: 'Event', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'Lesson', id: string }
    | { __typename: 'Merit', id: string }
    | { __typename: 'Parent', id: string }
    | { __typename: 'ParentStudent', id: string }
    | { __typename: 'Room', id: string }
    | { __typename: 'School', name: string, id: string }
    | { __typename: 'Student', studentId: string, id: string }
    | { __typename: 'StudentClass', id: string }
    | { __typename: 'Subject', id: string }
    | { __typename: 'Teacher', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'Vendor', id: string }
   | null };

export type NodesQueryVariables = Exact<{
  ids: Array<string> | string;
}>;


export type NodesQuery = { nodes: Array<
    | { __typename: 'Activity', id: string }
    | { __typename: 'Assessment', id: string }
    | { __typename: 'Attendance', id: string }
    | { __typename: 'Class', id: string }
    | { __typename: 'Event', id: string }
    | { __typename: 'Job', id: string }
    | { __typename: 'Lesson', id: string }
    | { __typename: 'Merit', id: string }
    | { __typename: 'Parent', id: string }
    | { __typename: 'ParentStudent', id: string }
    | { __typename: 'Room', id: string }
    | { __typename: 'School', id: string }
    | { __typename: 'Student', id: string }
    | { __typename: 'StudentClass', id: string }
    | { __typename: 'Subject', id: string }
    | { __typename: 'Teacher', id: string }
    | { __typename: 'User', id: string }
    | { __typename: 'Vendor', id: string }
   | null> };

export type SeedSchoolMutationVariables = Exact<{
  preset: Preset;
  seed?: number | string | null | undefined;
  dataset?: string | null | undefined;
  overrides?: SchoolOverrides | null | undefined;
}>;


export type SeedSchoolMutation = { seedSchool: string };

export type StartSeedSchoolMutationVariables = Exact<{
  preset: Preset;
  seed?: number | string | null | undefined;
  dataset?: string | null | undefined;
  overrides?: SchoolOverrides | null | undefined;
  idempotencyKey?: string | null | undefined;
}>;


export type StartSeedSchoolMutation = { startSeedSchool: { id: string, status: JobStatus, dataset: string, seed: number, planned: number, inserted: number, digest: string | null, error: { code: string, message: string } | null } };

export type SchoolPlanQueryVariables = Exact<{
  preset: Preset;
  seed?: number | string | null | undefined;
  overrides?: SchoolOverrides | null | undefined;
}>;


export type SchoolPlanQuery = { schoolPlan: { preset: string, seed: number, rows: number, roots: number, stages: Array<{ entity: string, rows: number, exact: boolean }> } };

export type StudentsQueryVariables = Exact<{
  first?: number | null | undefined;
  gradeLevel?: number | null | undefined;
}>;


export type StudentsQuery = { students: { totalCount: number, nodes: Array<{ id: string, studentId: string, user: { firstName: string, lastName: string, email: string }, parents: { nodes: Array<{ user: { email: string } }> }, assessments: { nodes: Array<{ title: string, score: number }> } }> }, dataset: { seed: number | null, digest: string | null, counts: Array<{ entity: string, count: number }> } | null };

export type StudentsByNameQueryVariables = Exact<{
  name: string;
}>;


export type StudentsByNameQuery = { students: { totalCount: number, nodes: Array<{ id: string, studentId: string, user: { firstName: string, lastName: string } }> } };

export type StudentQueryVariables = Exact<{
  by: StudentBy;
}>;


export type StudentQuery = { student: { id: string, studentId: string, gradeLevel: number, dateOfBirth: string, gender: StudentGender, enrollmentDate: string, status: StudentStatus, user: { firstName: string, lastName: string, email: string, persona: UserPersona } } | null };

export type StudentsPageQueryVariables = Exact<{
  filter?: StudentFilter | null | undefined;
  orderBy?: Array<StudentOrder> | StudentOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type StudentsPageQuery = { students: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, edges: Array<{ cursor: string, node: { id: string, studentId: string, gradeLevel: number } }> } };

export type SampleStudentsQueryVariables = Exact<{
  count: number;
  seed?: number | string | null | undefined;
}>;


export type SampleStudentsQuery = { sampleStudents: Array<{ id: string, studentId: string, gradeLevel: number, user: { firstName: string, lastName: string } }> };

export type GenerateStudentsMutationVariables = Exact<{
  input: GenerateStudentsInput;
}>;


export type GenerateStudentsMutation = { generateStudents: { students: Array<{ id: string, studentId: string, gradeLevel: number, user: { email: string } }> } };

export const BarFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Bar"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssessmentAggregate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]} as unknown as DocumentNode<BarFragment, unknown>;
export const JobSummaryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"planned"}},{"kind":"Field","name":{"kind":"Name","value":"inserted"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<JobSummaryFragment, unknown>;
export const MarksByTypeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MarksByType"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AssessmentFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"assessmentsAggregate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"ASSESSMENT_TYPE"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"avg"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"percentage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"min"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"Field","name":{"kind":"Name","value":"max"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}}]}}]}}]}}]} as unknown as DocumentNode<MarksByTypeQuery, MarksByTypeQueryVariables>;
export const ClassFiguresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClassFigures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"passed"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Float"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"classes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"assessments"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"some"},"value":{"kind":"ObjectValue","fields":[]}},{"kind":"ObjectField","name":{"kind":"Name","value":"every"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"percentage"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gte"},"value":{"kind":"Variable","name":{"kind":"Name","value":"passed"}}}]}}]}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"teacher"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"user"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"LAST_NAME"}}]}}]}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"CODE"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"teacher"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"assessmentsAggregate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"QUARTER"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Bar"}},{"kind":"Field","name":{"kind":"Name","value":"avg"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"percentage"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"attendancesAggregate"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"STATUS"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Bar"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AssessmentAggregate"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]} as unknown as DocumentNode<ClassFiguresQuery, ClassFiguresQueryVariables>;
export const DatasetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Dataset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"preset"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entity"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode<DatasetQuery, DatasetQueryVariables>;
export const DatasetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Datasets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"datasets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}}]}}]}}]} as unknown as DocumentNode<DatasetsQuery, DatasetsQueryVariables>;
export const DropDatasetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DropDataset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dropDataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}]}]}}]} as unknown as DocumentNode<DropDatasetMutation, DropDatasetMutationVariables>;
export const UpdateStudentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateStudent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"set"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateStudentSet"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dataset"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateStudent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"set"},"value":{"kind":"Variable","name":{"kind":"Name","value":"set"}}},{"kind":"Argument","name":{"kind":"Name","value":"dataset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dataset"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"gradeLevel"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]} as unknown as DocumentNode<UpdateStudentMutation, UpdateStudentMutationVariables>;
export const DeleteStudentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteStudents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StudentFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dataset"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}},"defaultValue":{"kind":"BooleanValue","value":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteStudents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"dataset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dataset"}}},{"kind":"Argument","name":{"kind":"Name","value":"dryRun"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dryRun"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleted"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entity"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteStudentsMutation, DeleteStudentsMutationVariables>;
export const JobDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Job"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"job"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobSummary"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entity"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"planned"}},{"kind":"Field","name":{"kind":"Name","value":"inserted"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"planned"}},{"kind":"Field","name":{"kind":"Name","value":"inserted"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<JobQuery, JobQueryVariables>;
export const JobsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Jobs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JobStatus"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobSummary"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"planned"}},{"kind":"Field","name":{"kind":"Name","value":"inserted"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<JobsQuery, JobsQueryVariables>;
export const CancelJobDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelJob"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelJob"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobSummary"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"planned"}},{"kind":"Field","name":{"kind":"Name","value":"inserted"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<CancelJobMutation, CancelJobMutationVariables>;
export const ResumeJobDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeJob"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeJob"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobSummary"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"planned"}},{"kind":"Field","name":{"kind":"Name","value":"inserted"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<ResumeJobMutation, ResumeJobMutationVariables>;
export const JobProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"JobProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"afterSeq"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"afterSeq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"afterSeq"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seq"}},{"kind":"Field","name":{"kind":"Name","value":"job"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobSummary"}}]}},{"kind":"Field","name":{"kind":"Name","value":"step"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entity"}},{"kind":"Field","name":{"kind":"Name","value":"planned"}},{"kind":"Field","name":{"kind":"Name","value":"inserted"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"planned"}},{"kind":"Field","name":{"kind":"Name","value":"inserted"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<JobProgressSubscription, JobProgressSubscriptionVariables>;
export const ClassRosterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClassRoster"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"classes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"gradeLevel"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"teacher"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"students"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ClassRosterQuery, ClassRosterQueryVariables>;
export const NodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Node"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Student"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"studentId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"School"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<NodeQuery, NodeQueryVariables>;
export const NodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Nodes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<NodesQuery, NodesQueryVariables>;
export const SeedSchoolDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SeedSchool"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"preset"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Preset"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"seed"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Seed"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dataset"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"overrides"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SchoolOverrides"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seedSchool"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"preset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"preset"}}},{"kind":"Argument","name":{"kind":"Name","value":"seed"},"value":{"kind":"Variable","name":{"kind":"Name","value":"seed"}}},{"kind":"Argument","name":{"kind":"Name","value":"dataset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dataset"}}},{"kind":"Argument","name":{"kind":"Name","value":"overrides"},"value":{"kind":"Variable","name":{"kind":"Name","value":"overrides"}}}]}]}}]} as unknown as DocumentNode<SeedSchoolMutation, SeedSchoolMutationVariables>;
export const StartSeedSchoolDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartSeedSchool"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"preset"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Preset"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"seed"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Seed"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"dataset"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"overrides"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SchoolOverrides"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startSeedSchool"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"preset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"preset"}}},{"kind":"Argument","name":{"kind":"Name","value":"seed"},"value":{"kind":"Variable","name":{"kind":"Name","value":"seed"}}},{"kind":"Argument","name":{"kind":"Name","value":"dataset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"dataset"}}},{"kind":"Argument","name":{"kind":"Name","value":"overrides"},"value":{"kind":"Variable","name":{"kind":"Name","value":"overrides"}}},{"kind":"Argument","name":{"kind":"Name","value":"idempotencyKey"},"value":{"kind":"Variable","name":{"kind":"Name","value":"idempotencyKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"JobSummary"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"planned"}},{"kind":"Field","name":{"kind":"Name","value":"inserted"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<StartSeedSchoolMutation, StartSeedSchoolMutationVariables>;
export const SchoolPlanDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SchoolPlan"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"preset"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Preset"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"seed"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Seed"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"overrides"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SchoolOverrides"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"preset"},"value":{"kind":"Variable","name":{"kind":"Name","value":"preset"}}},{"kind":"Argument","name":{"kind":"Name","value":"seed"},"value":{"kind":"Variable","name":{"kind":"Name","value":"seed"}}},{"kind":"Argument","name":{"kind":"Name","value":"overrides"},"value":{"kind":"Variable","name":{"kind":"Name","value":"overrides"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preset"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"roots"}},{"kind":"Field","name":{"kind":"Name","value":"stages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entity"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}}]}}]}}]}}]} as unknown as DocumentNode<SchoolPlanQuery, SchoolPlanQueryVariables>;
export const StudentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Students"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"3"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"gradeLevel"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"students"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"gradeLevel"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"gradeLevel"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"assessments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"score"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entity"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"digest"}}]}}]}}]} as unknown as DocumentNode<StudentsQuery, StudentsQueryVariables>;
export const StudentsByNameDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudentsByName"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"students"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"STUDENT_ID"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<StudentsByNameQuery, StudentsByNameQueryVariables>;
export const StudentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Student"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StudentBy"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"student"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"gradeLevel"}},{"kind":"Field","name":{"kind":"Name","value":"dateOfBirth"}},{"kind":"Field","name":{"kind":"Name","value":"gender"}},{"kind":"Field","name":{"kind":"Name","value":"enrollmentDate"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"persona"}}]}}]}}]}}]} as unknown as DocumentNode<StudentQuery, StudentQueryVariables>;
export const StudentsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudentsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"StudentFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StudentOrder"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"students"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"gradeLevel"}}]}}]}}]}}]}}]} as unknown as DocumentNode<StudentsPageQuery, StudentsPageQueryVariables>;
export const SampleStudentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SampleStudents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"count"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"seed"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Seed"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sampleStudents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"count"},"value":{"kind":"Variable","name":{"kind":"Name","value":"count"}}},{"kind":"Argument","name":{"kind":"Name","value":"seed"},"value":{"kind":"Variable","name":{"kind":"Name","value":"seed"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"gradeLevel"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}}]}}]}}]}}]} as unknown as DocumentNode<SampleStudentsQuery, SampleStudentsQueryVariables>;
export const GenerateStudentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GenerateStudents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GenerateStudentsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"generateStudents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"students"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"gradeLevel"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]} as unknown as DocumentNode<GenerateStudentsMutation, GenerateStudentsMutationVariables>;