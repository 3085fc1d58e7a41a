import type { SchoolConfig } from '../config.ts';
import { spread } from './hash.ts';
import { gradeSizes } from './intake.ts';
import { perConfig } from './per-config.ts';
import { subjectsOfGrade } from './subjects.ts';

/** The most students a class holds. */
export const CLASS_SIZE = 30;

/** A class: one section of a subject in a grade. */
export interface Section {
  readonly grade: number;
  readonly subject: number;
  /** From 0. */
  readonly section: number;
}

/** The last part of a class's address. Says what the class is, so that it never shifts when there are more. */
export function classOrdinal({ grade, subject, section }: Section): number {
  return (section << 14) | (grade << 8) | subject;
}

/** The reverse of `classOrdinal`. */
export function sectionOfOrdinal(ordinal: number): Section {
  return { section: ordinal >> 14, grade: (ordinal >> 8) & 0x3f, subject: ordinal & 0xff };
}

/** The classes of a school. */
export interface Sections {
  /** In the order in which classes come into being as a school grows. */
  readonly all: readonly Section[];
  /** The last parts of the classes' addresses, ascending. */
  readonly ordinals: readonly number[];
  /** How many sections of a subject there are in a grade; 0 where there is none. */
  count(grade: number, subject: number): number;
}

/**
 * Every populated grade and subject has as many sections as keep the largest within 30. Where `volumes.classes` asks for
 * more classes, sections are added one at a time to the grade and subject with the most students a section (by the
 * grades' weights, so that a section, once added, stays as students come).
 */
export const sectionsOf = perConfig((config: SchoolConfig): Sections => {
  const extra = extraSections(config);
  const counts = new Map<number, number>();
  for (const [grade, size] of gradeSizes(config)) {
    const needed = neededSections(size);
    for (const subject of subjectsOfGrade(config, grade)) {
      counts.set(classOrdinal({ grade, subject, section: 0 }), Math.max(needed, 1 + (extra.get(`${grade} ${subject}`) ?? 0)));
    }
  }
  const all = [...counts].flatMap(([first, count]) =>
    Array.from({ length: count }, (_, section) => ({ ...sectionOfOrdinal(first), section })),
  );
  return {
    all: all.sort(byArrival(config)),
    ordinals: all.map(classOrdinal).sort((a, b) => a - b),
    count: (grade, subject) => counts.get(classOrdinal({ grade, subject, section: 0 })) ?? 0,
  };
});

/** The section, of `count`, that the student with a rank within the grade belongs to. */
export function sectionOfRank(rank: number, count: number): number {
  if (count === 1) return 0;
  let table = splits.get(count);
  if (!table || rank >= table.length) {
    table = split(Math.max(2 * rank, count * CLASS_SIZE), count);
    if (splits.size >= 64) splits.clear();
    splits.set(count, table);
  }
  return table[rank] ?? 0;
}

/** Tables of `sectionOfRank`; they follow from the count alone. */
const splits = new Map<number, Uint16Array>();

/** Starts with one section and adds the others. */
function split(students: number, sections: number): Uint16Array {
  const section = new Uint16Array(students);
  for (let count = 1; count < sections; count++) addSection(section, count);
  return section;
}

/**
 * Goes from `count` to `count + 1` sections: members are gone through in rows of one a section, and every (count + 1)th
 * moves to the new section. Nobody moves between old ones, and who comes later changes nothing. The rows begin at another section each
 * time (by the golden ratio), so that all lose alike and stay balanced.
 */
export function addSection(section: Uint16Array, count: number): void {
  const members = new Uint32Array(count);
  const first = Math.floor(spread(0, count) * count);
  for (let rank = 0; rank < section.length; rank++) {
    const current = section[rank] ?? 0;
    const row = members[current] ?? 0;
    members[current] = row + 1;
    if ((row * count + ((current + first) % count)) % (count + 1) === count) section[rank] = count;
  }
}

/** The fewest sections that hold a grade without any having more than 30. */
function neededSections(students: number): number {
  const section = new Uint16Array(students);
  let count = 1;
  while (count * CLASS_SIZE < students || largest(section, count) > CLASS_SIZE) addSection(section, count++);
  return count;
}

function largest(section: Uint16Array, count: number): number {
  const members = new Uint32Array(count);
  for (const each of section) members[each] = (members[each] ?? 0) + 1;
  return members.reduce((most, one) => Math.max(most, one), 0);
}

interface Candidate {
  readonly key: string;
  readonly weight: number;
  sections: number;
}

/**
 * Sections beyond the first of every weighted grade and configured subject, up to `volumes.classes` in all; ties by grade, then
 * subject. Classes of subjects beyond the configured ones come on top, so that they take no section from the others.
 */
function extraSections(config: SchoolConfig): ReadonlyMap<string, number> {
  const candidates = weightedGrades(config).flatMap(([grade, weight]) =>
    subjectsOfGrade(config, grade)
      .filter((subject) => subject < config.subjects.length)
      .map((subject): Candidate => ({ key: `${grade} ${subject}`, weight, sections: 1 })),
  );
  for (let count = candidates.length; count < config.volumes.classes && candidates.length > 0; count++) {
    const fullest = candidates.reduce((best, one) => (one.weight * best.sections > best.weight * one.sections ? one : best));
    fullest.sections++;
  }
  return new Map(candidates.map(({ key, sections }) => [key, sections - 1]));
}

function weightedGrades({ gradeDistribution }: SchoolConfig): [number, number][] {
  return Object.entries(gradeDistribution)
    .map(([grade, weight]): [number, number] => [Number(grade), weight])
    .filter(([, weight]) => weight > 0)
    .sort(([a], [b]) => a - b);
}

/**
 * First sections by subject and then by the order in which grades get students; later ones in the order in which
 * highest averages add them; subjects beyond the configured ones at the end. New classes thus come last, whatever grows, and
 * what is placed in this order stays.
 */
function byArrival(config: SchoolConfig): (a: Section, b: Section) => number {
  const turn = new Map([...gradeSizes(config).keys()].map((grade, order) => [grade, order]));
  const turnOf = (grade: number) => turn.get(grade) ?? 0;
  const load = ({ grade, section }: Section) => section / (config.gradeDistribution[grade] ?? 1);
  const further = ({ subject }: Section) => Number(subject >= config.subjects.length);
  return (a, b) => {
    if (further(a) !== further(b)) return further(a) - further(b);
    if (a.section === 0 && b.section === 0) return a.subject - b.subject || turnOf(a.grade) - turnOf(b.grade);
    return load(a) - load(b) || a.grade - b.grade || a.subject - b.subject;
  };
}
