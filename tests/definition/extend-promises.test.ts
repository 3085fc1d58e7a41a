import { expect, test } from 'vitest';
import { extendDomain, extendEntity, modelOf, type Rule } from '../../src/definition/index.ts';
import { Merit, type SchoolConfig, Student, school } from '../../src/domains/school/index.ts';
import { reportOn } from '../../src/report/index.ts';
import { verifyGeneration } from '../../src/verify/index.ts';
import { openWorkshop } from '../support/gateway-parts.ts';

async function made(definition: typeof school) {
  const domain = modelOf(definition);
  const { store, jobs } = await openWorkshop([domain]);
  await jobs.wait((await jobs.seed({ domain, dataset: 'default', preset: 'SMALL' })).id);
  const generation = await store.open('default', domain);
  if (!generation) throw new Error('Nothing was seeded.');
  const { checks } = await verifyGeneration(generation);
  return { generation, checks: new Map(checks.map((check) => [check.name, check])) };
}

const youngest: Rule<SchoolConfig> = {
  kind: 'holds',
  name: 'firstGrade',
  description: 'Nobody is above the last grade.',
  entity: 'Student',
  reads: ['gradeLevel'],
  holds: ({ gradeLevel }, { volumes }) => volumes.students > 0 && Number(gradeLevel) < 1,
};

test('a domain promises what its extension says as well', async () => {
  const { checks } = await made(
    extendDomain(school, {
      rules: [youngest],
      expectations: [
        {
          name: 'transportShares',
          description: 'All come by bus.',
          entity: 'Student',
          field: 'transport',
          unit: 'schoolId',
          how: 'apportioned',
          shares: ({ volumes }) => ({ school_bus: volumes.students }),
        },
      ],
    }),
  );
  expect(checks.get('firstGrade')).toMatchObject({ status: 'WRONG', checked: 10, description: youngest.description });
  expect(checks.get('transportShares')).toMatchObject({ status: 'WRONG', checked: 10 });
  expect(checks.get('meritPoints')).toMatchObject({ status: 'OK', checked: 50 });
});

test('a function that breaks a rule can bring another one of its name', async () => {
  const Generous = extendEntity(Merit, { values: { points: () => 20 } });
  const broken = await made(extendDomain(school, { extend: [Generous] }));
  expect(broken.checks.get('meritPoints')).toMatchObject({ status: 'WRONG', wrong: 50 });
  const holds = ({ points }: Readonly<Record<string, unknown>>) => Number(points) === 20;
  const rule = { kind: 'holds', name: 'meritPoints', description: 'Twenty.', entity: 'Merit', reads: ['points'], holds } as const;
  const { checks } = await made(extendDomain(school, { extend: [Generous], rules: [rule] }));
  expect(checks.get('meritPoints')).toMatchObject({ status: 'OK', checked: 50, description: 'Twenty.' });
  expect([...checks.keys()]).toEqual([...broken.checks.keys()]);
});

test('a report shows further figures, charts and sections', async () => {
  const bars = (title: string, path: string) =>
    ({
      kind: 'bars',
      title,
      description: title,
      entity: 'Student',
      by: { path },
      measure: { of: 'count' },
      groups: 'Group',
      values: 'Students',
    }) as const;
  const { generation } = await made(
    extendDomain(school, {
      report: {
        figures: [{ title: 'Vendors', entity: 'Vendor', measure: { of: 'count' } }],
        sections: [
          { title: 'Students', charts: [bars('By gender', 'gender')] },
          { title: 'Ways', charts: [bars('By transport', 'transport')] },
        ],
      },
    }),
  );
  const { title, figures, sections } = await reportOn(generation);
  const charts = (name: string) => sections.find((section) => section.title === name)?.charts.map(({ chart }) => chart.title);
  expect([title, figures.at(0)?.title, figures.at(-1)?.title]).toEqual(['School report', 'Students', 'Vendors']);
  expect([charts('Students')?.at(0), charts('Students')?.at(-1)]).toEqual(['Students by grade', 'By gender']);
  expect([sections.at(-1)?.title, charts('Ways')]).toEqual(['Ways', ['By transport']]);
});

test('an extension may say how a REST API takes the rows', () => {
  const rest = { prefix: '/v2', resources: { School: { path: '/schools', required: [] } } };
  expect(modelOf(extendDomain(school, { rest })).definition.rest).toEqual(rest);
});

test.each([
  [{ rules: [{ ...youngest, entity: 'Wizard' }] }, /Wizard/],
  [{ rules: [youngest, { ...youngest, name: 'attendanceShares' }] }, /attendanceShares/],
  [{ report: { figures: [{ title: 'Spells', entity: 'Wizard', measure: { of: 'count' } as const }] } }, /report\.Spells/],
])('what an extension promises has to exist', (extension, message) => {
  expect(() => modelOf(extendDomain(school, extension))).toThrow(message);
});

test('the domain that is extended stays as it is', () => {
  const before = [school.rules?.length, school.expectations?.length, school.report?.figures.length];
  extendDomain(school, { extend: [Student], rules: [youngest], report: { figures: [] } });
  expect([school.rules?.length, school.expectations?.length, school.report?.figures.length]).toEqual(before);
});
