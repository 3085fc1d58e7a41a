import { z } from 'zod';
import { documentSubjects, extraSubjects } from './tables/subjects.ts';
import { stateNames, states } from './tables/united-states.ts';

/** A whole number from `min` to `max` with a default. */
const count = (preset: number, description: string, max: number, min = 0) =>
  z
    .int(`A whole number from ${min} to ${max} is needed.`)
    .min(min, `At least ${min} is needed.`)
    .max(max, `At most ${max} is possible.`)
    .default(preset)
    .describe(description);

/** A text that is not blank. */
const text = (max: number) =>
  z.string().trim().min(1, 'At least one character is needed.').max(max, `At most ${max} characters are possible.`);

const weight = (preset: number, description: string) =>
  z.number().min(0, 'A weight is 0 or more.').max(1_000_000).default(preset).describe(description);

const rate = (preset: number, description: string) =>
  z.number().min(0, 'A rate is from 0 to 1.').max(1, 'A rate is from 0 to 1.').default(preset).describe(description);

const day = z.iso.date('A date such as 2024-09-01 is needed.');

/** Refuses rates that do not add up to 1, naming the sum it found. */
function addUpToOne(what: string) {
  return (context: z.core.ParsePayload<Record<string, number>>) => {
    const sum = Object.values(context.value).reduce((total, part) => total + part, 0);
    if (Math.abs(sum - 1) <= 1e-6) return;
    const message = `The ${what} must add up to 1; they add up to ${Number(sum.toFixed(6))}.`;
    context.issues.push({ code: 'custom', message, input: context.value, params: { sum } });
  };
}

/** Refuses weights that are all 0. */
function somePositive(what: string) {
  return (context: z.core.ParsePayload<Record<string, number>>) => {
    if (Object.values(context.value).some((part) => part > 0)) return;
    context.issues.push({ code: 'custom', message: `At least one ${what} needs a weight above 0.`, input: context.value });
  };
}

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

const school = z
  .strictObject({
    name: text(120).default('Green Valley Elementary School').describe('The name of the first school.'),
    city: text(80).default('Springfield').describe('The city of the first school.'),
    state: z.enum(stateNames).default('California').describe('The state of all schools.'),
    country: z.enum(['USA']).default('USA').describe('The country, which decides the formats of phones and addresses.'),
    timezone: z.string().default('').describe("The IANA time zone of all schools. Default: the state's."),
  })
  .overwrite((given) => ({ ...given, timezone: given.timezone || states[given.state].timezones[0] }))
  .check((context) => {
    const { state, timezone } = context.value;
    const known: readonly string[] = states[state].timezones;
    if (known.includes(timezone)) return;
    const message = `"${timezone}" is not a time zone of ${state}; use ${known.join(' or ')}.`;
    context.issues.push({ code: 'custom', message, input: timezone, path: ['timezone'] });
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
    academicYearStart: day.default('2024-09-01').describe('The first day of the academic year.'),
    academicYearEnd: day.default('2025-06-30').describe('The last day of the academic year.'),
    currentQuarter: z.enum(['Q1', 'Q2', 'Q3', 'Q4']).default('Q2').describe('The quarter that classes are labelled with.'),
    holidays: z.array(holiday).optional().describe("Days without school. Default: the country's usual ones."),
    schoolDaysPassed: count(90, 'School days that have passed: assessments, merits and sign-ins fall on them.', 366, 1),
    asOf: day.optional().describe('The day the data is seen from, in place of schoolDaysPassed.'),
  })
  .check((context) => {
    const { academicYearStart: start, academicYearEnd: end, holidays } = context.value;
    const fail = (message: string, path: (string | number)[]) =>
      context.issues.push({ code: 'custom', message, input: context.value, path });
    if (start >= end) fail(`The academic year must end after it starts; it is ${start} to ${end}.`, ['academicYearEnd']);
    for (const [index, { name, start: from, end: to }] of (holidays ?? []).entries()) {
      if (from > to) fail(`"${name}" must end no earlier than it starts; it is ${from} to ${to}.`, ['holidays', index, 'end']);
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

/**
 * The complete configuration of the school domain. Its defaults are those of the source document, so that `{}` is the
 * MEDIUM preset. Unknown keys are refused.
 */
export const schoolConfig = z
  .strictObject({
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
  });

/** The parsed configuration. */
export type SchoolConfig = z.output<typeof schoolConfig>;
