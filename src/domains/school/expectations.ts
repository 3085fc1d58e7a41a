import { type Expectation, snakeCase } from '../../definition/index.ts';
import type { SchoolConfig } from './config.ts';

type Weights = Readonly<Record<string, number>>;

/** What the configuration says of shares. */
export const expectations: readonly Expectation<SchoolConfig>[] = [
  {
    name: 'attendanceShares',
    description: 'Attendance statuses are as frequent as configured.',
    entity: 'Attendance',
    field: 'status',
    unit: 'studentId',
    how: 'drawn',
    shares: ({ attendance }) => ({
      present: attendance.presentRate,
      absent: attendance.absentRate,
      tardy: attendance.tardyRate,
      excused: attendance.excusedRate,
    }),
  },
  {
    name: 'meritShares',
    description: 'Merit categories are as frequent as configured.',
    entity: 'Merit',
    field: 'category',
    unit: 'studentId',
    how: 'drawn',
    shares: ({ meritCategories }) => meritCategories,
  },
  {
    name: 'assessmentShares',
    description: "Each student's assessments have the configured types.",
    entity: 'Assessment',
    field: 'assessmentType',
    unit: 'studentId',
    how: 'apportioned',
    shares: ({ assessmentTypes }) => assessmentTypes,
  },
  ofSchool(
    'gradeShares',
    'Student',
    'gradeLevel',
    "Each school's students are in the grades as configured.",
    ({ gradeDistribution }) => gradeDistribution,
  ),
  ofSchool('roomShares', 'Room', 'roomType', "Each school's rooms have the configured types.", ({ roomTypes }) => roomTypes),
  ofSchool(
    'vendorShares',
    'Vendor',
    'vendorType',
    "Each school's vendors have the configured types.",
    ({ vendorTypes }) => vendorTypes,
  ),
  ofSchool(
    'eventShares',
    'Event',
    'eventType',
    "Each school's events have the configured types.",
    ({ eventTypes }) => eventTypes,
  ),
];

function ofSchool(
  name: string,
  entity: string,
  field: string,
  description: string,
  weights: (config: SchoolConfig) => Weights,
): Expectation<SchoolConfig> {
  const shares = (config: SchoolConfig) =>
    Object.fromEntries(Object.entries(weights(config)).map(([value, weight]) => [snakeCase(value), weight]));
  return { name, entity, field, description, unit: 'schoolId', how: 'apportioned', shares };
}
