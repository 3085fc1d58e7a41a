import { InfeasibleError } from '../../../definition/index.ts';
import { defineContext, type SchoolScope } from '../vocabulary.ts';
import { type AssessmentType, assessmentTypeAt, type CommonAssessment, commonAssessments } from './assessments.ts';
import { calendarOf, type SchoolDay, schoolDayOn } from './calendar.ts';
import { classAt, type Placement, placement } from './placement.ts';
import { attendedDay } from './presence.ts';
import { classOrdinal, type Section, sectionOfRank } from './sections.ts';
import { meetingOf } from './timetable.ts';
import { traits } from './traits.ts';

/** What an assessment of a student is and comes to. */
export interface Mark {
  /** The class it was given in. */
  readonly section: Section;
  readonly teacher: number;
  /** What the grade shares about it. */
  readonly common: CommonAssessment;
  /** The common day; for who misses that, the day on which it is made up. */
  readonly on: SchoolDay;
  readonly type: AssessmentType;
  readonly score: number;
  readonly maxScore: number;
  /** Of 100. */
  readonly percentage: number;
  readonly letter: 'A' | 'B' | 'C' | 'D' | 'F';
}

/** The most points of each type. */
const MAX_SCORES: Readonly<Record<AssessmentType, number>> = { test: 100, quiz: 20, project: 50, assignment: 25, exam: 100 };
/** The most points where a score that the user fixed is more than its type has. */
const MOST_POINTS = 100;
/** Points of a percentage by which types come out better or worse; they even out over the default shares. Our assumption. */
const TYPE_EASE: Readonly<Record<AssessmentType, number>> = { test: -1, quiz: 0, project: 1.5, assignment: 1.5, exam: -4 };

/**
 * What a percentage is made of: mean 78 and deviation 12 over all assessments. Ability counts more than diligence, so
 * that average marks and attendance rates correlate by about 0.5 (Credé, Roch & Kieszczynka 2010, Class Attendance in
 * College: 0.41 to 0.44 between attendance and grades).
 */
const MEAN = 78;
const ABILITY = 7;
const DILIGENCE = 2.6;
const NOISE = 6.5;

/** A student's assessments, in order: made together, since a row asks often. */
const marks = defineContext('Student', 'marks', (student): readonly Mark[] => {
  const { config } = student;
  const placed = student.get(placement);
  const made: Mark[] = [];
  for (let index = 0; index < config.volumes.assessmentsPerStudent; index++) {
    const section = assessedIn(placed, index);
    const common = commonPart(student, section, index);
    const { teacher } = meetingOf(config, section);
    const type = assessmentTypeAt(config, index);
    const percentage = drawnPercentage(student, section, common, type);
    const on = attendedDay(student, common.on);
    const score = Math.round((percentage * MAX_SCORES[type]) / 100);
    made.push(marked({ section, teacher, common, on }, type, score, MAX_SCORES[type]));
  }
  return made;
});

/** The assessment that the scope stands at. Values that the user fixed win. */
export function markOf(scope: SchoolScope): Mark {
  const drawn = scope.get(marks, scope.owner)[scope.index];
  if (!drawn) throw new RangeError(`The student has no assessment ${scope.index}.`);
  const { given } = scope;
  for (const name in given) if (fixable.has(name)) return fitted(scope, drawn);
  return drawn;
}

/** The columns that others must fit when the user fixes them. */
const fixable: ReadonlySet<string> = new Set(['assessmentType', 'assessmentDate', 'score', 'maxScore', 'percentage']);

/** @throws InfeasibleError for points or a percentage out of range. */
function fitted({ config, given }: SchoolScope, drawn: Mark): Mark {
  const type = assessmentTypes.find((one) => one === given.assessmentType) ?? drawn.type;
  const on = typeof given.assessmentDate === 'string' ? schoolDayOn(calendarOf(config), given.assessmentDate) : drawn.on;
  const fixed = inRange('score', given.score, 0);
  const usual = fixed !== undefined && fixed > MAX_SCORES[type] ? MOST_POINTS : MAX_SCORES[type];
  const most = inRange('maxScore', given.maxScore, 1) ?? usual;
  const percentage = inRange('percentage', given.percentage, 0, 100) ?? drawn.percentage;
  return marked({ ...drawn, on }, type, inRange('score', fixed, 0, most) ?? Math.round((percentage * most) / 100), most);
}

function inRange(field: string, given: unknown, min: number, max = Number.POSITIVE_INFINITY): number | undefined {
  if (typeof given !== 'number') return undefined;
  if (given >= min && given <= max) return given;
  const range = max === Number.POSITIVE_INFINITY ? `at least ${min}` : `from ${min} to ${max}`;
  const details = { field, given, min, ...(max === Number.POSITIVE_INFINITY ? {} : { max }) };
  throw new InfeasibleError(
    `${field} must be ${range}${field === 'score' && max < Number.POSITIVE_INFINITY ? ', the maxScore' : ''}; given ${given}.`,
    details,
  );
}

/**
 * A student's assessments are shared out evenly among the subjects, as students are among sections: when there are more
 * subjects, assessments stay or move to a new one.
 */
function assessedIn(placed: Placement, index: number): Section {
  return classAt(placed, sectionOfRank(index, Math.max(1, placed.classes.length)));
}

/** Kept with the first section. */
function commonPart(student: SchoolScope, section: Section, index: number): CommonAssessment {
  const first = classOrdinal({ grade: section.grade, subject: section.subject, section: 0 });
  const common = student.get(commonAssessments, [student.address[0] ?? 0, first])[index];
  if (common) return common;
  throw new RangeError(`The class has no assessment ${index}.`);
}

function drawnPercentage(student: SchoolScope, { subject }: Section, { ease }: CommonAssessment, type: AssessmentType): number {
  const { ability, diligence, strengths } = student.get(traits);
  const level = MEAN + ABILITY * ability + DILIGENCE * diligence + (strengths[subject] ?? 0);
  const percentage = level + ease + TYPE_EASE[type] + student.random.normal(0, NOISE);
  return Math.min(100, Math.max(0, percentage));
}

function marked(
  { section, teacher, common, on }: Pick<Mark, 'section' | 'teacher' | 'common' | 'on'>,
  type: AssessmentType,
  score: number,
  maxScore: number,
): Mark {
  const percentage = Math.round((1_000 * score) / maxScore) / 10;
  return { section, teacher, common, on, type, score, maxScore, percentage, letter: letterOf(percentage) };
}

/** The usual scale of schools in the United States. */
function letterOf(percentage: number): Mark['letter'] {
  if (percentage >= 90) return 'A';
  if (percentage >= 80) return 'B';
  if (percentage >= 70) return 'C';
  return percentage >= 60 ? 'D' : 'F';
}

export const assessmentTypes = ['test', 'quiz', 'project', 'assignment', 'exam'] as const;
