import { z } from 'zod';
import { complete, refuseOtherCountries } from './config-locale.ts';
import { addUpToOne, count, day, rate, somePositive, text, weight } from './config-words.ts';
import { countryNames, localeNames, regionNames } from './locales/index.ts';
import { documentSubjects, extraSubjects } from './tables/subjects.ts';

const volumes = z
  .strictObject({
    schools: count(1, 'Schools. Each holds as many rows as the first.', 2_500, 1),
    administrators: count(2, 'Administrators of a school.', 500),
    teachers: count(10, 'Teachers of a school.', 5_000),
    students: count(50, 'Students of a school.', 20_000),
    parents: count(
      0,
      'Parents of a school; student i has parent i mod parents. 0, the default, means as many as students.',
      20_000,
    ),
    subjects: count(6, 'Subjects of a school: the configured ones in their order, then further ones.', 64, 1),
    rooms: count(15, 'Rooms of a school.', 5_000),
    classes: count(20, 'Classes of a school. Every populated grade and subject has at least one; more add sections.', 20_000),
    lessonsPerClass: count(30, 'Lessons of a class in the academic year.', 366),
    assessmentsPerStudent: count(20, 'Assessments of a student, in turn over the subjects.', 1_000),
    attendanceDays: count(90, 'School days with attendance records, from the first day of the academic year.', 366),
    events: count(15, 'Events of a school.', 10_000),
    activities: count(5, 'Extracurricular activities of a school.', 10_000),
    vendors: count(10, 'Vendors of a school.', 10_000),
    meritsPerStudent: count(5, 'Merits of a student.', 1_000),
  })
  .overwrite((given) => ({ ...given, parents: given.parents || given.students }))
  .prefault({})
  .describe('How many rows there are.');

const locale = z
  .enum(localeNames)
  .default('en_US')
  .describe('Names, addresses, phones, the calendar and the age of admission. Other texts are English in every locale.');

const school = z
  .strictObject({
    name: text(120)
      .optional()
      .describe('The name of the first school. Default: Green Valley Elementary School, or what it is in the locale.'),
    city: text(80).optional().describe('The city of the first school. Default: Springfield in en_US, else a city of the state.'),
    state: z
      .enum(regionNames)
      .optional()
      .describe(
        "The state of all schools, or what the locale's country has in its place, in plain letters. Default: California in en_US.",
      ),
    country: z.enum(countryNames).optional().describe("The locale's country."),
    timezone: z.string().optional().describe("The IANA time zone of all schools. Default: the state's."),
  })
  .prefault({})
  .describe('Where the schools are, and the name of the first.');

const grade = z.int().min(1).max(12);

const subject = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,9}$/, 'A code is 1 to 10 capital letters, digits and underscores.')
    .regex(/[A-Z]$/, 'A code ends in a letter, so that class codes stay unique.')
    .describe('Unique within the school: MATH.'),
  name: text(80).describe('As shown to people: Mathematics.'),
  category: z.enum(['core', 'elective']).default('core').describe('Core subjects have homerooms.'),
  gradeLevels: z.array(grade).min(1).default([1, 2, 3, 4, 5, 6, 7]).describe('The grades the subject is taught in.'),
  color: z
    .string()
    .regex(/^#[0-9A-Fa-f]{6}$/, 'A colour is # and six hexadecimal digits.')
    .default('#607D8B')
    .describe('For calendars and charts.'),
});

const subjects = z
  .array(subject)
  .min(1)
  .max(40)
  .check((context) => {
    const codes = context.value.map(({ code }) => code);
    const twice = codes.find((code, index) => codes.indexOf(code) !== index);
    if (twice === undefined) return;
    context.issues.push({ code: 'custom', message: `The subject code "${twice}" is given twice.`, input: context.value });
  })
  .default(documentSubjects.map((given) => ({ ...given, gradeLevels: [...given.gradeLevels] })))
  .describe('The subjects, in the order in which volumes.subjects takes them.');

const holiday = z.strictObject({
  name: z.string().min(1).describe('As in the calendar of events.'),
  start: day.describe('The first day without school.'),
  end: day.describe('The last day without school.'),
});

const dates = z
  .strictObject({
    academicYearStart: day
      .optional()
      .describe("The first day of the academic year. Default: the locale's in 2024; 2024-09-01 in en_US."),
    academicYearEnd: day.optional().describe("The last day of the academic year. Default: the locale's; 2025-06-30 in en_US."),
    currentQuarter: z.enum(['Q1', 'Q2', 'Q3', 'Q4']).default('Q2').describe('The quarter that classes are labelled with.'),
    holidays: z.array(holiday).optional().describe("Days without school. Default: the country's usual ones."),
    schoolDaysPassed: count(90, 'School days that have passed: assessments, merits and sign-ins fall on them.', 366, 1),
    asOf: day.optional().describe('The day the data is seen from, in place of schoolDaysPassed.'),
  })
  .check((context) => {
    for (const [index, { name, start: from, end: to }] of (context.value.holidays ?? []).entries()) {
      if (from <= to) continue;
      const message = `"${name}" must end no earlier than it starts; it is ${from} to ${to}.`;
      context.issues.push({ code: 'custom', message, input: context.value, path: ['holidays', index, 'end'] });
    }
  })
  .prefault({})
  .describe('The academic year.');

const attendance = z
  .strictObject({
    presentRate: rate(0.9, 'Share of days on which a student is there in time.'),
    absentRate: rate(0.05, 'Share of days missed without an excuse.'),
    tardyRate: rate(0.03, 'Share of days on which a student comes late.'),
    excusedRate: rate(0.02, 'Share of days missed with an excuse.'),
  })
  .check(addUpToOne('attendance rates'))
  .prefault({})
  .describe('Shares of attendance statuses over all students; they add up to 1.');

const assessmentTypes = z
  .strictObject({
    test: rate(0.3, 'Tests.'),
    quiz: rate(0.3, 'Quizzes.'),
    project: rate(0.2, 'Projects.'),
    assignment: rate(0.15, 'Assignments.'),
    exam: rate(0.05, 'Exams.'),
  })
  .check(addUpToOne('shares of assessment types'))
  .prefault({})
  .describe('Shares of assessment types; they add up to 1.');

const meritCategories = z
  .strictObject({
    academic: rate(0.3, 'For good work.'),
    behavior: rate(0.25, 'For good conduct.'),
    participation: rate(0.2, 'For taking part.'),
    leadership: rate(0.15, 'For leading others.'),
    attendance: rate(0.1, 'For being there.'),
  })
  .check(addUpToOne('shares of merit categories'))
  .prefault({})
  .describe('Shares of merit categories; they add up to 1.');

const gradeDistribution = z
  .record(z.string().regex(/^([1-9]|1[0-2])$/), z.number().min(0).max(1_000_000), {
    error: ({ code }) => (code === 'invalid_key' ? 'A grade is a whole number from 1 to 12.' : undefined),
  })
  .check(somePositive('grade'))
  .default({ 1: 7, 2: 8, 3: 8, 4: 8, 5: 8, 6: 8, 7: 7 })
  .describe("Weights of the grades; students are apportioned by Webster's method.");

const roomTypes = z
  .strictObject({
    classroom: weight(10, 'Classrooms.'),
    lab: weight(2, 'Laboratories, for science.'),
    gym: weight(1, 'Gymnasiums, for physical education.'),
    library: weight(1, 'Libraries.'),
    office: weight(1, 'Offices.'),
  })
  .check(somePositive('room type'))
  .prefault({})
  .describe('Weights of room types, exact counts when they add up to volumes.rooms.');

const vendorTypes = z
  .strictObject({
    foodService: weight(2, 'Canteens and caterers.'),
    supplies: weight(3, 'Books, paper and furniture.'),
    maintenance: weight(2, 'Cleaning and repairs.'),
    itServices: weight(1, 'Networks and devices.'),
    transportation: weight(1, 'School buses.'),
    events: weight(1, 'Equipment and staff for events.'),
  })
  .check(somePositive('vendor type'))
  .prefault({})
  .describe('Weights of vendor types, exact counts when they add up to volumes.vendors.');

const eventTypes = z
  .strictObject({
    assembly: weight(3, 'Assemblies.'),
    exam: weight(4, 'Exam periods.'),
    holiday: weight(2, 'Holidays, on days without school.'),
    meeting: weight(2, 'Meetings.'),
    parentConference: weight(2, 'Parent-teacher conferences.'),
    fieldTrip: weight(2, 'Field trips.'),
  })
  .check(somePositive('event type'))
  .prefault({})
  .describe('Weights of event types, exact counts when they add up to volumes.events.');

const givenConfig = z
  .strictObject({
    locale,
    school,
    volumes,
    gradeDistribution,
    subjects,
    roomTypes,
    dates,
    attendance,
    assessmentTypes,
    meritCategories,
    vendorTypes,
    eventTypes,
  })
  .check((context) => {
    const codes = new Set([...context.value.subjects, ...extraSubjects].map(({ code }) => code));
    if (context.value.volumes.subjects <= codes.size) return;
    const message = `At most ${codes.size} subjects are known: the configured ones and further ones. Configure more in "subjects".`;
    context.issues.push({ code: 'custom', message, input: context.value.volumes.subjects, path: ['volumes', 'subjects'] });
  })
  .check(refuseOtherCountries);

/** What is given, with the defaults that are the same everywhere. */
export type GivenConfig = z.output<typeof givenConfig>;

/**
 * The complete configuration of the school domain. Its defaults are those of the source document, so that `{}` is the
 * MEDIUM preset; where they depend on the country, the locale has them. Unknown keys are refused.
 */
export const schoolConfig =
  // An object stays an object that can be extended, unlike with a transformation; the type of what is overwritten stays too, hence the cast.
  givenConfig.overwrite(complete) as z.ZodType<ReturnType<typeof complete>, z.input<typeof givenConfig>>;

/** The parsed configuration. */
export type SchoolConfig = z.output<typeof schoolConfig>;
