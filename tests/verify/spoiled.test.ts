import { describe, expect, test } from 'vitest';
import { seededFile } from './spoiled-store.ts';

/** Rows that were changed behind the store's back are found by the check that is about them, with the row as its example. */

interface Spoiling {
  readonly check: string;
  /** What is done, in SQL; `@` stands for the key that is expected as an example. */
  readonly spoil: string;
  /** Finds that key. */
  readonly key?: string;
  readonly entity: string;
  readonly field?: string;
  readonly message: RegExp;
}

const someLesson = 'SELECT id FROM lessons ORDER BY id LIMIT 1 OFFSET 3';

const ofSchool: readonly Spoiling[] = [
  {
    check: 'fields',
    key: 'SELECT id FROM students ORDER BY id LIMIT 1',
    spoil: "UPDATE students SET gender = 'purple' WHERE id = '@'",
    entity: 'Student',
    field: 'gender',
    message: /one of .* is expected; given "purple"/,
  },
  {
    check: 'fields',
    key: 'SELECT id FROM merits ORDER BY id LIMIT 1 OFFSET 7',
    spoil: "UPDATE merits SET awarded_date = '2024-13-40' WHERE id = '@'",
    entity: 'Merit',
    field: 'awardedDate',
    message: /a date as YYYY-MM-DD is expected; given "2024-13-40"/,
  },
  {
    check: 'fields',
    key: 'SELECT id FROM teachers ORDER BY id LIMIT 1',
    spoil: `UPDATE teachers SET grade_levels = '[1, 2]' WHERE id = '@'`,
    entity: 'Teacher',
    field: 'gradeLevels',
    message: /JSON/,
  },
  {
    check: 'references',
    key: someLesson,
    spoil: "UPDATE lessons SET room_id = '00000000-0000-4000-8000-000000000000' WHERE id = '@'",
    entity: 'Lesson',
    field: 'roomId',
    message: /no Room 00000000/,
  },
  {
    check: 'references',
    key: 'SELECT id FROM merits ORDER BY id LIMIT 1',
    spoil: "DELETE FROM students WHERE id = (SELECT student_id FROM merits WHERE id = '@')",
    entity: 'Merit',
    field: 'studentId',
    message: /no Student/,
  },
  {
    check: 'unique',
    key: 'SELECT id FROM users ORDER BY id LIMIT 1 OFFSET 1',
    spoil: "UPDATE users SET email = (SELECT upper(email) FROM users ORDER BY id LIMIT 1) WHERE id = '@'",
    entity: 'User',
    field: 'email',
    message: /is that of User .* too/,
  },
  {
    check: 'digest',
    spoil: 'DELETE FROM merits WHERE id = (SELECT id FROM merits LIMIT 1)',
    entity: 'Merit',
    message: /49 rows are stored; the dataset has counted 50/,
  },
  {
    check: 'digest',
    spoil: "UPDATE merits SET reason = 'Nothing at all' WHERE id = (SELECT id FROM merits LIMIT 1)",
    entity: 'Merit',
    message: /others than those that were written/,
  },
  {
    check: 'recipe',
    key: 'SELECT id FROM merits ORDER BY id LIMIT 1 OFFSET 20',
    spoil: "UPDATE merits SET reason = 'Nothing at all' WHERE id = '@'",
    entity: 'Merit',
    field: 'reason',
    message: /it is "Nothing at all"; the recipe makes ".+", and the row is not marked as edited/,
  },
  {
    check: 'recipe',
    key: 'SELECT id FROM merits ORDER BY id DESC LIMIT 1',
    spoil: "DELETE FROM merits WHERE id = '@'",
    entity: 'Merit',
    message: /the recipe makes this row; it is missing/,
  },
  {
    check: 'recipe',
    key: "SELECT '7b2f6a3e-0000-4000-8000-00000000cafe'",
    spoil: `CREATE TEMP TABLE one AS SELECT * FROM merits LIMIT 1; UPDATE one SET id = '@'; INSERT INTO merits SELECT * FROM one`,
    entity: 'Merit',
    message: /the recipe does not make this row, and no mark/,
  },
  {
    check: 'recipe',
    key: 'SELECT id FROM rooms ORDER BY id LIMIT 1',
    spoil: "INSERT INTO _marks VALUES ('Room', '@', 'deleted')",
    entity: 'Room',
    message: /marked as deleted, and is there/,
  },
  {
    check: 'lessonTimes',
    key: someLesson,
    spoil: "UPDATE lessons SET end_time = '07:00' WHERE id = '@'",
    entity: 'Lesson',
    field: 'endTime',
    message: /endTime is 07:00; startTime is/,
  },
  {
    check: 'parentAge',
    key: 'SELECT id FROM parent_students ORDER BY id LIMIT 1',
    spoil: "UPDATE parents SET date_of_birth = '2020-01-01' WHERE id = (SELECT parent_id FROM parent_students WHERE id = '@')",
    entity: 'ParentStudent',
    field: 'student.dateOfBirth',
    message: /parent.dateOfBirth is 2020-01-01/,
  },
  {
    check: 'lessonDays',
    key: someLesson,
    spoil: "UPDATE lessons SET scheduled_date = '2024-12-25' WHERE id = '@'",
    entity: 'Lesson',
    field: 'scheduledDate',
    message: /2024-12-25/,
  },
  {
    check: 'teacherLessons',
    key: `SELECT a.id FROM lessons a JOIN lessons b ON a.teacher_id = b.teacher_id AND a.scheduled_date = b.scheduled_date
      AND a.start_time > b.start_time ORDER BY a.id LIMIT 1`,
    spoil: `UPDATE lessons SET start_time = (SELECT max(b.start_time) FROM lessons b JOIN lessons a ON a.id = '@' AND
      a.teacher_id = b.teacher_id AND a.scheduled_date = b.scheduled_date AND a.start_time > b.start_time) WHERE id = '@';
      UPDATE lessons SET start_time = substr(start_time, 1, 3) || '59' WHERE id = '@'`,
    entity: 'Lesson',
    field: 'teacherId',
    message: /is taken at .* by Lesson/,
  },
  {
    check: 'attendanceOnce',
    key: 'SELECT id FROM attendances ORDER BY id LIMIT 1 OFFSET 1',
    spoil:
      "UPDATE attendances SET attendance_date = (SELECT attendance_date FROM attendances ORDER BY id LIMIT 1) WHERE id = '@'",
    entity: 'Attendance',
    field: 'studentId, attendanceDate',
    message: /is that of Attendance .* too/,
  },
  {
    check: 'assessedInClass',
    key: 'SELECT a.id FROM assessments a ORDER BY a.id LIMIT 1',
    spoil: `DELETE FROM student_classes WHERE student_id = (SELECT student_id FROM assessments WHERE id = '@')
      AND class_id = (SELECT class_id FROM assessments WHERE id = '@')`,
    entity: 'Assessment',
    field: 'studentId, classId',
    message: /there is no StudentClass with/,
  },
  {
    check: 'classSize',
    key: 'SELECT id FROM classes ORDER BY id LIMIT 1',
    spoil: "UPDATE classes SET max_students = 4 WHERE id = '@'",
    entity: 'Class',
    field: 'studentClasses',
    message: /it has 10 studentClasses; at most 4 are right/,
  },
  {
    check: 'schoolOfTeacher',
    key: 'SELECT id FROM teachers ORDER BY id LIMIT 1',
    spoil: "UPDATE users SET school_id = 'x' WHERE id = (SELECT user_id FROM teachers WHERE id = '@')",
    entity: 'Teacher',
    message: /user.schoolId is "x"/,
  },
  {
    check: 'attendanceShares',
    spoil: "UPDATE attendances SET status = 'excused', reason = 'Illness' WHERE substr(attendance_date, 10) < '5'",
    entity: 'Attendance',
    field: 'status',
    message: /present: 4\d\.\d % instead of 90\.0 %/,
  },
  {
    check: 'roomShares',
    key: 'SELECT id FROM schools',
    spoil: "UPDATE rooms SET room_type = 'gym' WHERE room_type = 'classroom'",
    entity: 'Room',
    field: 'roomType',
    message: /gym: 73\.3 % instead of 6\.7 %/,
  },
];

const ofLibrary: readonly Spoiling[] = [
  {
    check: 'rollUps',
    key: 'SELECT id FROM member_records ORDER BY id LIMIT 1',
    spoil: "UPDATE member_records SET fines = fines + 1 WHERE id = '@'",
    entity: 'MemberRecord',
    field: 'fines',
    message: /the recipe makes/,
  },
  {
    check: 'rollUps',
    key: 'SELECT r.id FROM member_records r WHERE r.loans > 0 ORDER BY r.id LIMIT 1',
    spoil: "DELETE FROM loans WHERE member_id = (SELECT member_id FROM member_records WHERE id = '@')",
    entity: 'MemberRecord',
    field: 'loans',
    message: /it is 5; the recipe makes 0/,
  },
  {
    check: 'fields',
    key: 'SELECT id FROM books ORDER BY id LIMIT 1',
    spoil: "UPDATE books SET lendable = 7 WHERE id = '@'",
    entity: 'Book',
    field: 'lendable',
    message: /0 or 1/,
  },
  {
    check: 'fields',
    key: 'SELECT id FROM books ORDER BY id LIMIT 1',
    spoil: "UPDATE books SET weight = 1.23456 WHERE id = '@'",
    entity: 'Book',
    field: 'weight',
    message: /at most 3 digits/,
  },
  {
    check: 'unique',
    key: 'SELECT id FROM members ORDER BY id LIMIT 1 OFFSET 1',
    spoil:
      "DROP INDEX members__number; UPDATE members SET number = (SELECT number FROM members ORDER BY id LIMIT 1) WHERE id = '@'",
    entity: 'Member',
    field: 'number',
    message: /^1 is that of Member/,
  },
];

describe.each([
  ['school', ofSchool],
  ['library', ofLibrary],
] as const)('%s', (domain, spoilings) => {
  test.each(spoilings)('$check finds: $spoil', async ({ check, spoil, key, entity, field, message }) => {
    const file = await seededFile(domain);
    const expected = key === undefined ? null : file.read(key);
    file.run(spoil.replaceAll('@', String(expected)));
    const integrity = await file.verify();
    expect(integrity.ok).toBe(false);
    const found = integrity.checks.find(({ name }) => name === check);
    expect(found).toMatchObject({ status: 'WRONG', wrong: expect.any(Number) });
    const example = found?.examples.find((each) => each.entity === entity && (expected === null || each.key === expected));
    expect(example, JSON.stringify(found?.examples)).toMatchObject({ message: expect.stringMatching(message) });
    if (field !== undefined) expect(example?.field).toBe(field);
    expect(found?.examples.length).toBeLessThanOrEqual(10);
  });
});
