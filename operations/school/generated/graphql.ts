/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

/** Which way a list is ordered. Rows without a value come last either way. */
export type OrderDirection =
  /** Smallest, earliest or first in the alphabet first. */
  | 'ASC'
  /** Largest, latest or last in the alphabet first. */
  | 'DESC';

/** How large a school is made. Default: MEDIUM. */
export type Preset =
  | 'DISTRICT'
  | 'LARGE'
  | 'MEDIUM'
  | 'SMALL';

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
  /** The last day of the academic year. */
  academicYearEnd?: string | null | undefined;
  /** The first day of the academic year. */
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
  /** All of these hold. */
  and?: Array<SchoolFilter> | null | undefined;
  /** The city. */
  city?: StringFilter | null | undefined;
  /** The country. */
  country?: StringFilter | null | undefined;
  /** The current quarter: Q1, Q2, Q3 or Q4. */
  currentQuarter?: StringFilter | null | undefined;
  /** The e-mail address of the office. */
  email?: StringFilter | null | undefined;
  /** The year in which the school was founded. */
  foundedYear?: IntFilter | null | undefined;
  /** The key of the school. */
  id?: IdFilter | null | undefined;
  /** Whether the school is open. */
  isActive?: BooleanFilter | null | undefined;
  /** The name of the school. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: SchoolFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<SchoolFilter> | null | undefined;
  /** The postal code; in the USA a ZIP code of five digits. */
  postalCode?: StringFilter | null | undefined;
  /** The name in lower case with hyphens; the host of its e-mail addresses. */
  slug?: StringFilter | null | undefined;
  /** The state, by name. */
  state?: StringFilter | null | undefined;
  /** The time zone that local times are in, by its IANA name. */
  timezone?: StringFilter | null | undefined;
};

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
  /** The city of the first school. */
  city?: string | null | undefined;
  /** The country, which decides the formats of phones and addresses. */
  country?: SchoolSchoolCountry | null | undefined;
  /** The name of the first school. */
  name?: string | null | undefined;
  /** The state of all schools. */
  state?: SchoolSchoolState | null | undefined;
  /** The IANA time zone of all schools. Default: the state's. */
  timezone?: string | null | undefined;
};

/** The country, which decides the formats of phones and addresses. */
export type SchoolSchoolCountry =
  | 'USA';

/** The state of all schools. */
export type SchoolSchoolState =
  | 'ALABAMA'
  | 'ALASKA'
  | 'ARIZONA'
  | 'ARKANSAS'
  | 'CALIFORNIA'
  | 'COLORADO'
  | 'CONNECTICUT'
  | 'DELAWARE'
  | 'DISTRICT_OF_COLUMBIA'
  | 'FLORIDA'
  | 'GEORGIA'
  | 'HAWAII'
  | 'IDAHO'
  | 'ILLINOIS'
  | 'INDIANA'
  | 'IOWA'
  | 'KANSAS'
  | 'KENTUCKY'
  | 'LOUISIANA'
  | 'MAINE'
  | 'MARYLAND'
  | 'MASSACHUSETTS'
  | 'MICHIGAN'
  | 'MINNESOTA'
  | 'MISSISSIPPI'
  | 'MISSOURI'
  | 'MONTANA'
  | 'NEBRASKA'
  | 'NEVADA'
  | 'NEW_HAMPSHIRE'
  | 'NEW_JERSEY'
  | 'NEW_MEXICO'
  | 'NEW_YORK'
  | 'NORTH_CAROLINA'
  | 'NORTH_DAKOTA'
  | 'OHIO'
  | 'OKLAHOMA'
  | 'OREGON'
  | 'PENNSYLVANIA'
  | 'RHODE_ISLAND'
  | 'SOUTH_CAROLINA'
  | 'SOUTH_DAKOTA'
  | 'TENNESSEE'
  | 'TEXAS'
  | 'UTAH'
  | 'VERMONT'
  | 'VIRGINIA'
  | 'WASHINGTON'
  | 'WEST_VIRGINIA'
  | 'WISCONSIN'
  | 'WYOMING';

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

/** Which students to take: those that fulfil every condition given. */
export type StudentFilter = {
  /** The day on which the student first came to the school. */
  admissionDate?: DateFilter | null | undefined;
  /** All of these hold. */
  and?: Array<StudentFilter> | null | undefined;
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
  /** A person's first name, last name, or first and last name. Case and extra spaces do not count. */
  name?: string | null | undefined;
  /** This does not hold. */
  not?: StudentFilter | null | undefined;
  /** At least one of these holds; none does when the list is empty. */
  or?: Array<StudentFilter> | null | undefined;
  /** Whether pictures of the student may be published. */
  photoConsent?: BooleanFilter | null | undefined;
  /** The school exists and fulfils this. */
  school?: SchoolFilter | null | undefined;
  /** The school that the student goes to. */
  schoolId?: IdFilter | null | undefined;
  /** Whether the student goes to the school. */
  status?: StudentStatusFilter | null | undefined;
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

/** One term of an ordering of students. Ties are broken by the next term, and at last by ID. */
export type StudentOrder = {
  direction?: OrderDirection;
  field: StudentOrderField;
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

/** Which users to take: those that fulfil every condition given. */
export type UserFilter = {
  /** All of these hold. */
  and?: Array<UserFilter> | null | undefined;
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
  /** What the person is at the school. */
  persona?: UserPersonaFilter | null | undefined;
  /** The phone number, from the range reserved for fiction. */
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
  /** The time zone of the home, by its IANA name. */
  timezone?: StringFilter | null | undefined;
  /** The name to sign in with; unique within the dataset. */
  username?: StringFilter | null | undefined;
};

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

export const JobSummaryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"JobSummary"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Job"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"dataset"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"planned"}},{"kind":"Field","name":{"kind":"Name","value":"inserted"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<JobSummaryFragment, unknown>;
export const DatasetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Dataset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}},{"kind":"Field","name":{"kind":"Name","value":"preset"}},{"kind":"Field","name":{"kind":"Name","value":"digest"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entity"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode<DatasetQuery, DatasetQueryVariables>;
export const DatasetsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Datasets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"datasets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"seed"}}]}}]}}]} as unknown as DocumentNode<DatasetsQuery, DatasetsQueryVariables>;
export const DropDatasetDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DropDataset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dropDataset"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}]}]}}]} as unknown as DocumentNode<DropDatasetMutation, DropDatasetMutationVariables>;
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