import type { z } from 'zod';
import type { PartialDeep } from '../../definition/index.ts';
import type { schoolConfig } from './config.ts';

type Preset = PartialDeep<z.input<typeof schoolConfig>>;

const large = {
  teachers: 30,
  students: 200,
  classes: 60,
  lessonsPerClass: 40,
  attendanceDays: 180,
} as const;

/**
 * The source document's configuration examples; DISTRICT is 480 schools of LARGE. Each is seen from its last attendance
 * day.
 */
export const presets = {
  /** Ten students of grade 3, so that six classes serve them. */
  SMALL: {
    volumes: { teachers: 3, students: 10, classes: 6, lessonsPerClass: 10, attendanceDays: 30 },
    gradeDistribution: { 3: 10 },
    dates: { schoolDaysPassed: 30 },
  },
  /** The defaults, as they are. */
  MEDIUM: {},
  LARGE: { volumes: large, dates: { schoolDaysPassed: 180 } },
  DISTRICT: { volumes: { ...large, schools: 480 }, dates: { schoolDaysPassed: 180 } },
} satisfies Record<string, Preset>;
