import type { RoomType } from '../contexts/rooms.ts';

type Audience = 'everyone' | 'students' | 'parents' | 'staff';

/** What events of a type are like. */
export interface EventKind {
  /** In the order of the school year. */
  readonly titles: readonly string[];
  readonly description: string;
  /** Minutes since midnight. */
  readonly start: number;
  /** Minutes. */
  readonly length: number;
  /** School days. */
  readonly days: number;
  /** Where they take place; undefined for elsewhere. */
  readonly room: RoomType | undefined;
  readonly audience: Audience;
  /** Titles that are for others than the type usually is. */
  readonly audiences?: Readonly<Record<string, Audience>>;
  readonly mandatory: boolean;
  /** In cents, from and to. */
  readonly budget: readonly [number, number];
}

export type EventTypeKey = 'assembly' | 'exam' | 'holiday' | 'meeting' | 'parentConference' | 'fieldTrip';

/** By the key of the configuration. Assemblies, meetings and conferences are after the last lesson, so that rooms are free. */
export const eventKinds: Readonly<Record<EventTypeKey, EventKind>> = {
  assembly: {
    titles: [
      'Welcome Assembly',
      'Community Helpers Day',
      'Reading Celebration',
      'Winter Concert',
      'Spelling Bee',
      'Kindness Assembly',
      'Science Fair',
      'Talent Show',
      'Spring Musical',
      'Awards Assembly',
    ],
    description: 'The whole school comes together.',
    start: 14 * 60 + 30,
    length: 60,
    days: 1,
    room: 'gym',
    audience: 'everyone',
    mandatory: true,
    budget: [10_000, 90_000],
  },
  exam: {
    titles: [
      'Reading Benchmark',
      'Mathematics Benchmark',
      'Writing Assessment',
      'Midterm Exams',
      'Fitness Testing',
      'Science Assessment',
      'State Testing',
      'Final Exams',
    ],
    description: 'Exams take place in the usual lessons.',
    start: 8 * 60 + 30,
    length: 330,
    days: 3,
    room: 'classroom',
    audience: 'students',
    mandatory: true,
    budget: [5_000, 40_000],
  },
  holiday: {
    titles: [],
    description: 'There is no school.',
    start: 0,
    length: 23 * 60 + 59,
    days: 1,
    room: undefined,
    audience: 'everyone',
    mandatory: false,
    budget: [0, 0],
  },
  meeting: {
    titles: [
      'Curriculum Night',
      'Volunteer Orientation',
      'PTA Meeting',
      'Budget Meeting',
      'Safety Committee',
      'School Board Session',
      'Year-End Planning',
    ],
    description: 'Agenda and minutes are available from the office.',
    start: 16 * 60 + 30,
    length: 90,
    days: 1,
    room: 'library',
    audience: 'staff',
    audiences: {
      'Curriculum Night': 'parents',
      'Volunteer Orientation': 'parents',
      'PTA Meeting': 'parents',
      'School Board Session': 'everyone',
    },
    mandatory: false,
    budget: [2_000, 20_000],
  },
  parentConference: {
    titles: ['Goal-Setting Conferences', 'Parent-Teacher Conferences', 'Progress Conferences', 'Student-Led Conferences'],
    description: 'Families meet the teachers to talk about progress.',
    start: 15 * 60 + 30,
    length: 210,
    days: 2,
    room: 'classroom',
    audience: 'parents',
    mandatory: false,
    budget: [2_000, 15_000],
  },
  fieldTrip: {
    titles: [
      'Farm Visit',
      'Nature Preserve Hike',
      'Science Museum Trip',
      'Planetarium Visit',
      'Art Museum Trip',
      'Historic Site Visit',
      'Zoo Trip',
      'Aquarium Trip',
    ],
    description: 'A permission slip is needed.',
    start: 9 * 60,
    length: 300,
    days: 1,
    room: undefined,
    audience: 'students',
    mandatory: false,
    budget: [30_000, 250_000],
  },
};
