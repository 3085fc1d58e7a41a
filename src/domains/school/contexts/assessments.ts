import { apportion } from '../../../definition/index.ts';
import type { SchoolConfig } from '../config.ts';
import { lessonPhases } from '../tables/curriculum.ts';
import { defineContext } from '../vocabulary.ts';
import { calendarOf, type SchoolDay, schoolDay } from './calendar.ts';
import { spread } from './hash.ts';
import { perConfig } from './per-config.ts';
import { sectionOfOrdinal } from './sections.ts';
import { subjectAt, topicsOf } from './subjects.ts';
import { meetingDay, meetingOf, timetableOf } from './timetable.ts';

/** What all students of a grade share about an assessment in a subject. */
export interface CommonAssessment {
  readonly on: SchoolDay;
  readonly topic: string;
  /** Points of a percentage by which it is easier, or harder, than usual. */
  readonly ease: number;
}

/** Deviation of difficulty between assessments, and between subjects of a grade. Our assumption. */
const EASE = 2;
const SUBJECT_EASE = 1.5;

/**
 * The assessments of a subject in a grade, by the number they have among a student's. All sections sit the same ones on the same day
 * (common assessments), so that a student who moves to a new section keeps date and mark: kept at the first section's address.
 * They are spread evenly over the first section's lessons so far.
 */
export const commonAssessments = defineContext(
  'Class',
  'assessments',
  ({ config, index, random }): readonly CommonAssessment[] => {
    const one = sectionOfOrdinal(index);
    const meeting = meetingOf(config, one);
    const { cycle } = timetableOf(config);
    const calendar = calendarOf(config);
    const topics = topicsOf(subjectAt(config, one.subject), one.grade);
    const meetings = Math.floor((calendar.elapsed - 1 - meeting.cycleDay) / cycle) + 1;
    const subjectEase = random.normal(0, SUBJECT_EASE);
    const start = random.next();
    return Array.from({ length: config.volumes.assessmentsPerStudent }, (_, number) => {
      const ease = subjectEase + random.normal(0, EASE);
      const point = spread(start, number);
      const kth = Math.floor(point * Math.max(0, meetings));
      // Before the class has met at all, any school day will do.
      const day = meetings > 0 ? meetingDay({ cycle }, meeting, kth) : Math.floor(point * calendar.elapsed);
      return { on: schoolDay(calendar, day), topic: topicOfLesson(topics, kth), ease };
    });
  },
);

/** The topic of the kth lesson: each takes as many lessons as there are phases, and then the list begins again. */
export function topicOfLesson(topics: readonly string[], k: number): string {
  return topics[Math.floor(k / lessonPhases.length) % topics.length] ?? '';
}

export type AssessmentType = keyof SchoolConfig['assessmentTypes'];

/** The type of each of a student's assessments, by number: Webster's method over the configured shares. */
const typesOf = perConfig((config: SchoolConfig) => apportion(config.assessmentTypes, config.volumes.assessmentsPerStudent));

/** The type of a student's jth assessment, whether or not the configuration holds that many. */
export function assessmentTypeAt(config: SchoolConfig, index: number): AssessmentType {
  const type = typesOf(config)[index] ?? apportion(config.assessmentTypes, index + 1)[index];
  if (!type) throw new RangeError(`There is no assessment ${index}.`);
  return type;
}
