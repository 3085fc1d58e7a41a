import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type DomainModel, modelOf } from '../../src/definition/index.ts';
import { school } from '../../src/domains/school/index.ts';
import { objectOf } from '../../src/generate/index.ts';
import { createJobs } from '../../src/jobs/index.ts';
import { type ChartData, type ReportData, reportOn, reportPage, reportText } from '../../src/report/index.ts';
import { createGateway, type Gateway } from '../../src/server/gateway.ts';
import { type Generation, openStore } from '../../src/store/index.ts';
import { verifyGeneration } from '../../src/verify/index.ts';
import { libraryModel } from '../fixtures/library.ts';
import { openWorkshop } from '../support/gateway-parts.ts';

const domain = modelOf(school);

async function seeded(model: DomainModel, request = {}): Promise<Generation> {
  const { store, jobs } = await openWorkshop([model]);
  await jobs.wait((await jobs.seed({ domain: model, dataset: 'default', ...request })).id);
  const generation = await store.open('default', model);
  if (!generation) throw new Error('Nothing was seeded.');
  return generation;
}

function chartOf({ sections }: ReportData, title: string): ChartData {
  const found = sections.flatMap(({ charts }) => charts).find(({ chart }) => chart.title === title);
  if (!found) throw new Error(`There is no chart "${title}".`);
  return found;
}

const pointsOf = (report: ReportData, title: string) =>
  Object.fromEntries(chartOf(report, title).points.map(({ label, values }) => [label, values[0]]));

describe('the figures of a school', () => {
  let report: ReportData;
  let gateway: Gateway;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seedgraph-'));
    const url = `file:${folder}`;
    gateway = await createGateway({ domains: [domain], store: url });
    await ask('mutation { seedSchool(preset: MEDIUM, overrides: { volumes: { schools: 2 } }) }');
    const store = await openStore(url);
    const generation = await store.open('default', domain);
    if (!generation) throw new Error('Nothing was seeded.');
    report = await reportOn(generation);
    await store.close();
    return async () => {
      await gateway.dispose();
      rmSync(folder, { recursive: true });
    };
  });

  interface Groups {
    readonly [name: string]: readonly {
      readonly keys: readonly { value: string }[];
      readonly count: number;
      readonly avg?: { percentage: number };
    }[];
  }

  async function ask(query: string): Promise<Groups> {
    const headers = { 'content-type': 'application/json' };
    const request = new Request('http://localhost/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { data, errors } = (await (await gateway.fetch(request)).json()) as { data: Groups; errors?: unknown };
    expect(errors).toBeUndefined();
    return data;
  }

  const figure = (title: string) => report.figures.find((each) => each.title === title)?.value;

  test('are those that GraphQL tells', async () => {
    const data = await ask(`{
      students: studentsAggregate { keys { value } count }
      teachers: teachersAggregate { keys { value } count }
      attendances: attendancesAggregate(groupBy: [STATUS]) { keys { value } count }
      assessments: assessmentsAggregate { keys { value } count avg { percentage } }
    }`);
    const count = (name: string) => data[name]?.reduce((sum, group) => sum + group.count, 0) ?? 0;
    const there = data.attendances?.filter(({ keys }) => ['PRESENT', 'TARDY'].includes(keys[0]?.value ?? '')) ?? [];
    expect(figure('Students')).toBe(count('students'));
    expect(figure('Students per teacher')).toBe(count('students') / count('teachers'));
    expect(figure('Attendance')).toBeCloseTo(there.reduce((sum, group) => sum + group.count, 0) / count('attendances'), 10);
    expect(figure('Average mark, in percent')).toBeCloseTo(data.assessments?.[0]?.avg?.percentage ?? 0, 6);
  });

  test('so are bars, over relations too', async () => {
    const { grades = [], ...data } = await ask(`{
      grades: studentsAggregate(groupBy: [GRADE_LEVEL]) { keys { value } count }
      types: assessmentsAggregate(groupBy: [ASSESSMENT_TYPE]) { keys { value } count }
      third: assessmentsAggregate(filter: { student: { gradeLevel: { eq: 3 } } }) { keys { value } count avg { percentage } }
    }`);
    expect(pointsOf(report, 'Students by grade')).toEqual(
      Object.fromEntries(grades.map(({ keys, count }) => [keys[0]?.value, count])),
    );
    const types = Object.fromEntries((data.types ?? []).map(({ keys, count }) => [keys[0]?.value.toLowerCase(), count]));
    expect(
      Object.fromEntries(
        Object.entries(pointsOf(report, 'Assessments by type')).map(([type, count]) => [type.toLowerCase(), count]),
      ),
    ).toEqual(types);
    expect(pointsOf(report, 'Marks by grade')['3']).toBeCloseTo(data.third?.[0]?.avg?.percentage ?? 0, 6);
  });

  test('a school has its line', () => {
    const { points, series } = chartOf(report, 'School by school');
    expect(series.map(({ title }) => title)).toEqual(['Students', 'Teachers', 'Attendance', 'Average mark']);
    expect(points.map(({ values: [students, teachers] }) => [students, teachers])).toEqual([
      [50, 10],
      [50, 10],
    ]);
  });
});

describe('against the rows themselves', () => {
  let generation: Generation;
  let report: ReportData;

  beforeAll(async () => {
    const store = await openStore('memory:');
    const jobs = await createJobs({ store, domains: [domain], version: 'test' });
    await jobs.wait((await jobs.seed({ domain, dataset: 'default', preset: 'MEDIUM' })).id);
    const found = await store.open('default', domain);
    if (!found) throw new Error('Nothing was seeded.');
    generation = found;
    report = await reportOn(generation);
    return async () => {
      await jobs.close();
      await store.close();
    };
  });

  async function rows(name: string): Promise<Readonly<Record<string, unknown>>[]> {
    const entity = domain.entity(name);
    const [page] = await generation.find({ entity, order: [], limit: 10_000 });
    return (page?.rows ?? []).map((row) => objectOf(entity, row));
  }

  test('boxes have the quartiles of their marks', async () => {
    const subjects = await rows('Subject');
    const assessments = await rows('Assessment');
    for (const { label, values } of chartOf(report, 'Marks by subject').points) {
      const id = subjects.find(({ name }) => name === label)?.id;
      const marks = assessments.filter(({ subjectId }) => subjectId === id).map(({ percentage }) => Number(percentage));
      const sorted = marks.toSorted((a, b) => a - b);
      const quantile = (p: number) => {
        const place = (sorted.length - 1) * p;
        const [below = 0, above = below] = sorted.slice(Math.floor(place), Math.floor(place) + 2);
        return below + (place % 1) * (above - below);
      };
      const mean = marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
      const expected = [sorted[0], quantile(0.25), quantile(0.5), quantile(0.75), sorted.at(-1), mean];
      for (const [index, value] of expected.entries()) expect(values[index]).toBeCloseTo(value ?? Number.NaN, 6);
    }
  });

  test('bins hold every mark once, a full one in the last', async () => {
    const marks = (await rows('Assessment')).map(({ percentage }) => Number(percentage));
    const bins = pointsOf(report, 'Distribution of marks');
    for (const [label, count] of Object.entries(bins)) {
      const [from = 0, to = 0] = label.split('–').map(Number);
      expect(count, label).toBe(marks.filter((mark) => mark >= from && (mark < to || (to === 100 && mark === 100))).length);
    }
    expect(Object.values(bins).reduce((sum: number, count) => sum + (count ?? 0), 0)).toBe(marks.length);
  });

  test('every class has its size, and every teacher a load, be it none', async () => {
    const enrollments = Map.groupBy(await rows('StudentClass'), ({ classId }) => classId);
    for (const [size, classes] of Object.entries(pointsOf(report, 'Class sizes')))
      expect(classes).toBe([...enrollments.values()].filter((of) => of.length === Number(size)).length);
    const teachers = Object.values(pointsOf(report, 'Teaching load')).reduce((sum: number, count) => sum + (count ?? 0), 0);
    expect(teachers).toBe((await rows('Teacher')).length);
  });

  test('weeks are whole, with gaps where there is no school', async () => {
    const { points } = chartOf(report, 'Attendance over the year');
    expect(points[0]?.label).toBe('2 Sep 2024');
    expect(points.filter(({ values: [rate] }) => rate === null).map(({ label }) => label)).toEqual([
      '23 Dec 2024',
      '30 Dec 2024',
    ]);
  });
});

test('what has no rows is left out, and nothing is no number', async () => {
  const generation = await seeded(domain, {
    preset: 'SMALL',
    overrides: { volumes: { students: 0, attendanceDays: 0, assessmentsPerStudent: 0, meritsPerStudent: 0, classes: 0 } },
  });
  const report = await reportOn(generation, { integrity: await verifyGeneration(generation) });
  expect(report.sections.flatMap(({ charts }) => charts.map(({ chart }) => chart.title))).not.toContain('Marks by subject');
  for (const text of [reportPage(report), reportText(report)]) expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
});

test('what was changed of a preset is told in words', async () => {
  const overrides = { volumes: { schools: 2 }, school: { name: 'Hill & Dale' } };
  const { recipe } = await reportOn(await seeded(domain, { preset: 'SMALL', overrides }));
  expect(recipe).toEqual(['Seeded with the preset SMALL and seed 42, with volumes.schools: 2, school.name: Hill & Dale.']);
});

test('a domain that declares no report tells its rows and where they come from', async () => {
  const generation = await seeded(libraryModel);
  const report = await reportOn(generation, { integrity: await verifyGeneration(generation) });
  expect(report.counts).toContainEqual({ entity: 'LibBook', label: 'Books', rows: 24 });
  expect(reportPage(report)).toContain(report.digest);
});

test('what is in the data stays text, and the page asks for nothing', async () => {
  const name = '<script>alert("1")</script> & <b>Söhne</b>';
  const generation = await seeded(domain, { preset: 'SMALL', overrides: { volumes: { schools: 2 }, school: { name } } });
  const page = reportPage(await reportOn(generation));
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;b&gt;Söhne&lt;/b&gt;');
  expect(page).not.toMatch(/<script|<b>|\sstyle=|\son\w+=|https?:|url\(|@import|@font-face/);
  expect(page).toContain('default-src &#39;none&#39;');
});
