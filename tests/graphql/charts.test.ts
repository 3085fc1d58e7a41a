import { print } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ClassFiguresDocument,
  type ClassFiguresQuery,
  MarksByTypeDocument,
  type MarksByTypeQuery,
} from '../../operations/school/generated/graphql.ts';
import { domainUnderTest } from '../support/domains.ts';
import { type Harness, harness } from './harness.ts';
import { sorted } from './oracle.ts';

let school: Harness;

beforeAll(async () => {
  school = await harness(domainUnderTest('school').domain);
  await school.data('mutation { seedSchool }');
});

afterAll(() => school.gateway.dispose());

test('a chart of marks by type needs one query', async () => {
  const { assessmentsAggregate: bars } = await school.data<MarksByTypeQuery>(print(MarksByTypeDocument), {
    filter: { student: { gradeLevel: { eq: 3 } } },
  });
  const { assessments } = await school.data<{ assessments: { nodes: { assessmentType: string; score: number }[] } }>(
    '{ assessments(first: 1000, filter: {student: {gradeLevel: {eq: 3}}}) { nodes { assessmentType score } } }',
  );
  expect(bars.length).toBeGreaterThan(1);
  for (const { keys, count, min, max } of bars) {
    const scores = assessments.nodes.filter((mark) => mark.assessmentType === keys[0]?.value).map(({ score }) => score);
    expect({ count, min: min.score, max: max.score }).toEqual({
      count: scores.length,
      min: Math.min(...scores),
      max: Math.max(...scores),
    });
  }
});

test('classes in which everyone passed, by the names of their teachers', async () => {
  interface Class {
    readonly id: string;
    readonly code: string;
    readonly teacher: { readonly user: { readonly lastName: string } };
    readonly assessments: { readonly nodes: readonly { readonly percentage: number }[] };
    readonly attendances: { readonly totalCount: number };
  }
  const { classes: all } = await school.data<{ classes: { nodes: Class[] } }>(
    `{ classes { nodes { id code teacher { user { lastName } } attendances { totalCount }
       assessments(first: 1000) { nodes { percentage } } } } }`,
  );
  const { classes } = await school.data<ClassFiguresQuery>(print(ClassFiguresDocument), { passed: 60, first: 100 });
  const passed = all.nodes.filter(
    ({ assessments }) => assessments.nodes.length > 0 && assessments.nodes.every(({ percentage }) => percentage >= 60),
  );
  expect(passed.length).toBeGreaterThan(0);
  expect(passed.length).toBeLessThan(all.nodes.length);
  const expected = sorted(passed, [{ of: ({ teacher }) => teacher.user.lastName }, { of: ({ code }) => code }]);
  expect(classes.nodes.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
  const total = (groups: readonly { readonly count: number }[]) => groups.reduce((sum, { count }) => sum + count, 0);
  for (const [index, { assessmentsAggregate, attendancesAggregate }] of classes.nodes.entries()) {
    expect(total(assessmentsAggregate)).toBe(expected[index]?.assessments.nodes.length);
    expect(total(attendancesAggregate)).toBe(expected[index]?.attendances.totalCount);
  }
});
