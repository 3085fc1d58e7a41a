import { describe, expect, test } from 'vitest';
import type { CellRow, EntityModel } from '../../../src/definition/index.ts';
import { keyOf, type MadeRows, makeRows } from '../../support/rows.ts';
import { schoolModel } from './made.ts';

/** Volumes of LARGE, what they are raised to, and the cells of earlier rows that may follow: new sections, teachers, rooms, subjects. */
const grown: readonly (readonly [string, number, readonly string[]])[] = [
  ['schools', 2, []],
  ['administrators', 3, ['Event.organizerId', 'Merit.awardedById']],
  [
    'teachers',
    45,
    [
      'Class.teacherId',
      'Lesson.teacherId',
      'Assessment.teacherId',
      'Attendance.recordedById',
      'Activity.advisorId',
      'Merit.awardedById',
    ],
  ],
  ['rooms', 23, ['Class.roomId', 'Lesson.roomId', 'Event.roomId', 'Activity.roomId']],
  ...(['students', 'classes'] as const).map(
    (volume) =>
      [
        volume,
        volume === 'students' ? 300 : 90,
        [
          'StudentClass.classId',
          'StudentClass.seat',
          'Assessment.classId',
          'Assessment.teacherId',
          'Attendance.classId',
          'Attendance.recordedById',
          'Merit.awardedById',
        ],
      ] as const,
  ),
  [
    'subjects',
    9,
    [
      'Assessment.classId',
      'Assessment.subjectId',
      'Assessment.teacherId',
      'Assessment.title',
      'Assessment.topic',
      'Assessment.assessmentDate',
      'Assessment.quarter',
      'Assessment.score',
      'Assessment.percentage',
      'Assessment.letterGrade',
      'Assessment.feedback',
    ],
  ],
  ['parents', 300, []],
  ['lessonsPerClass', 45, []],
  ['assessmentsPerStudent', 31, []],
  ['attendanceDays', 190, []],
  ['meritsPerStudent', 9, []],
  ['events', 40, []],
  ['activities', 25, []],
  ['vendors', 33, []],
];

describe('a LARGE school that grows', () => {
  const before = makeRows(schoolModel, { preset: 'LARGE' });

  test.each(grown)('more %s (%d): earlier rows stay, but for what moves to new ones', (volume, count, allowed) => {
    const after = makeRows(schoolModel, { preset: 'LARGE', overrides: { volumes: { [volume]: count } } });
    const changed = new Set(schoolModel.entities.flatMap((entity) => changedCells(entity, before, after)));
    expect([...changed].filter((cell) => !allowed.includes(cell))).toEqual([]);
  });

  test('with more sections, few students of a full grade move, and only to the new ones', () => {
    const after = makeRows(schoolModel, { preset: 'LARGE', overrides: { volumes: { classes: 90 } } });
    const enrollment = schoolModel.entity('StudentClass');
    const classes = new Set((before.rows.get(schoolModel.entity('Class')) ?? []).map((row) => row[0]));
    const { index } = enrollment.fieldNamed('classId');
    const now = new Map((after.rows.get(enrollment) ?? []).map((row) => [keyOf(enrollment, row), row]));
    for (const row of before.rows.get(enrollment) ?? []) {
      const moved = now.get(keyOf(enrollment, row))?.[index];
      if (moved !== row[index]) expect(classes.has(moved ?? null)).toBe(false);
    }
  });
});

/** `Entity.field` of every cell that differs, and `Entity` for rows that are gone. */
function changedCells(entity: EntityModel, before: MadeRows, after: MadeRows): string[] {
  const now = new Map((after.rows.get(entity) ?? []).map((row) => [keyOf(entity, row), row]));
  const differing = (row: CellRow, grown: CellRow) => entity.fields.filter(({ index }) => row[index] !== grown[index]);
  return (before.rows.get(entity) ?? []).flatMap((row) => {
    const grown = now.get(keyOf(entity, row));
    return grown ? differing(row, grown).map(({ name }) => `${entity.name}.${name}`) : [entity.name];
  });
}
