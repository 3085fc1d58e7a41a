import { InfeasibleError } from '../../../definition/index.ts';
import type { SchoolConfig } from '../config.ts';
import { assign } from './assign.ts';
import { calendarOf } from './calendar.ts';
import { hashed } from './hash.ts';
import { perConfig } from './per-config.ts';
import { roomTypesOf, suitability } from './rooms.ts';
import { refuseScarcity, unplaced } from './scarcity.ts';
import { classOrdinal, type Section, sectionsOf } from './sections.ts';
import { placeInSlots } from './slots.ts';
import { certificationOf } from './staff.ts';
import { subjectAt, subjectsOfGrade } from './subjects.ts';

/** When and where a class meets, and who teaches it. */
export interface Meeting {
  readonly teacher: number;
  readonly room: number;
  /** From 0; the class meets on the school days whose number is this modulo the cycle. */
  readonly cycleDay: number;
  /** From 0. */
  readonly period: number;
}

/** A school's timetable: a cycle of school days, in which every class meets once. */
export interface Timetable {
  /** School days in a cycle. */
  readonly cycle: number;
  /** Periods in a day. */
  readonly periods: number;
  /** The last parts of the classes' addresses, ascending. */
  readonly classes: readonly number[];
  /** By the last part of the class's address. */
  readonly meetings: ReadonlyMap<number, Meeting>;
}

/** Days of the usual cycle, as in schools that rotate through "day 1" to "day 4". */
const CYCLE = 4;
/** No cycle is longer than a month of school days. */
const LONGEST_CYCLE = 20;
const PERIODS = 6;
const MOST_PERIODS = 8;

/**
 * The timetable: nobody, and no room, is in two lessons at once. It follows from the configuration alone.
 *
 * The cycle has four days; it is shorter when there are too many lessons for the year, and longer, as far as the lessons
 * allow, when teachers or rooms are short.
 *
 * @throws InfeasibleError naming what is scarce, with numbers.
 */
export const timetableOf = perConfig((config: SchoolConfig): Timetable => {
  const longest = longestCycle(config);
  for (let cycle = Math.min(CYCLE, longest); cycle < longest; cycle++) {
    const timetable = attempt(config, cycle);
    if (timetable instanceof Map) continue;
    return timetable;
  }
  refuseScarcity(config, longest * periodsOf(config, longest));
  const last = attempt(config, longest);
  if (last instanceof Map) throw unplaced(config, last, longest * periodsOf(config, longest));
  return last;
});

/** The meeting of a class. @throws InfeasibleError for a class that is not planned. */
export function meetingOf(config: SchoolConfig, one: Section): Meeting {
  const meeting = timetableOf(config).meetings.get(classOrdinal(one));
  if (meeting) return meeting;
  const { name } = subjectAt(config, one.subject);
  throw new InfeasibleError(
    `There is no section ${one.section + 1} of ${name} in grade ${one.grade}: no student is planned for it.`,
  );
}

/** The school day on which a class meets for the kth time. */
export function meetingDay({ cycle }: Pick<Timetable, 'cycle'>, { cycleDay }: Meeting, k: number): number {
  return cycleDay + k * cycle;
}

function longestCycle(config: SchoolConfig): number {
  const days = calendarOf(config).days.length;
  const lessons = config.volumes.lessonsPerClass;
  if (lessons <= days) return Math.min(LONGEST_CYCLE, days, Math.floor(days / Math.max(1, lessons)));
  throw new InfeasibleError(`${lessons} lessons a class need as many school days; the academic year has ${days}.`, {
    resource: 'schoolDays',
    needed: lessons,
    available: days,
    settings: ['volumes.lessonsPerClass'],
  });
}

/** Six periods, and more where a grade has more subjects than slots in the cycle. */
function periodsOf(config: SchoolConfig, cycle: number): number {
  const grades = new Set(sectionsOf(config).all.map(({ grade }) => grade));
  const most = Math.max(0, ...[...grades].map((grade) => subjectsOfGrade(config, grade).length));
  const periods = Math.max(PERIODS, Math.ceil(most / cycle));
  if (periods <= MOST_PERIODS) return periods;
  throw new InfeasibleError(
    `${most} subjects in a grade need ${most} slots a cycle; ${MOST_PERIODS} periods on ${cycle} day(s) give ${MOST_PERIODS * cycle}. Fewer lessons a class allow a longer cycle.`,
    { resource: 'periods', needed: most, available: MOST_PERIODS * cycle, settings: ['volumes.lessonsPerClass'] },
  );
}

/** A timetable with a cycle of that length, or what each class that could not be placed lacks. */
function attempt(config: SchoolConfig, cycle: number): Timetable | Map<Section, 'slot' | 'teacher' | 'room'> {
  const { all, ordinals } = sectionsOf(config);
  const periods = periodsOf(config, cycle);
  const slots = placeInSlots(config, all, cycle * periods);
  const missing = new Map<Section, 'slot' | 'teacher' | 'room'>();
  const meetings = new Map<number, Meeting>();
  const bySlot = Map.groupBy(all.keys(), (index) => slots[index] ?? -1);
  for (const [slot, indices] of bySlot) {
    const classes = indices.flatMap((index) => all[index] ?? []);
    const teachers = teachersFor(config, classes);
    const rooms = roomsFor(config, classes);
    for (const [place, one] of classes.entries()) {
      const teacher = teachers[place] ?? -1;
      const room = rooms[place] ?? -1;
      if (slot < 0 || teacher < 0 || room < 0) missing.set(one, slot < 0 ? 'slot' : teacher < 0 ? 'teacher' : 'room');
      else meetings.set(classOrdinal(one), { teacher, room, cycleDay: Math.floor(slot / periods), period: slot % periods });
    }
  }
  return missing.size > 0 ? missing : { cycle, periods, classes: ordinals, meetings };
}

/** A teacher for each of the classes of one slot. Who has fewer subjects is preferred, so that the work is spread. */
function teachersFor(config: SchoolConfig, classes: readonly Section[]): number[] {
  return assign({
    takers: classes.length,
    resources: config.volumes.teachers,
    weight: (taker, teacher) => {
      const one = classes[taker];
      const { subjects, grades } = certificationOf(config, teacher);
      return one && subjects.includes(one.subject) && grades.includes(one.grade) ? 1 / subjects.length : 0;
    },
    wish: wishes(classes, 1),
  });
}

/** A room for each of the classes of one slot. */
function roomsFor(config: SchoolConfig, classes: readonly Section[]): number[] {
  const types = roomTypesOf(config);
  return assign({
    takers: classes.length,
    resources: types.length,
    weight: (taker, room) => {
      const one = classes[taker];
      const type = types[room];
      return one && type ? suitability(config, subjectAt(config, one.subject).need, type) : 0;
    },
    wish: wishes(classes, 2),
  });
}

function wishes(classes: readonly Section[], kind: number): (taker: number, resource: number) => number {
  const ordinals = classes.map(classOrdinal);
  return (taker, resource) => hashed(kind, ordinals[taker] ?? 0, resource);
}
