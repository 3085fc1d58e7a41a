import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Generator } from '../../src/generate/index.ts';
import { type MadeStep, makeAhead, UNIT_ROWS } from '../../src/jobs/threads/make-ahead.ts';
import { walk } from '../../src/jobs/walk.ts';
import { createPlan, type PlanRequest, recipeOf, Universe } from '../../src/plan/index.ts';
import { domainUnderTest } from '../support/domains.ts';
import { openWorkshop, temporaryFolder } from '../support/gateway-parts.ts';
import { testedSource } from '../support/load-tested-domain.ts';
import { seedAndKill } from '../support/seed-and-kill.ts';

/** Of several roots, and of several units. */
const plans: readonly { readonly name: string; readonly counts: readonly number[]; readonly request: PlanRequest }[] = [
  {
    name: 'school',
    counts: [1, 2, 3],
    request: { preset: 'MEDIUM', overrides: { volumes: { schools: 2, attendanceDays: 20 } } },
  },
  {
    name: 'extended school',
    counts: [2],
    request: { preset: 'MEDIUM', overrides: { volumes: { schools: 2, attendanceDays: 20 } } },
  },
  { name: 'library', counts: [1, 3], request: { overrides: { volumes: { libraries: 2, members: 500, loans: 6 } } } },
];

const library = domainUnderTest('library').domain;
const loans = { overrides: { volumes: { members: 1_000, loans: 12 } } };
const threads = (count: number, name = 'library') => ({ count, source: testedSource(name), minRows: 0 });

test.each(plans)(
  '$name: rows, digest and progress are the same with any number of threads',
  async ({ name, counts, request }) => {
    const { domain } = domainUnderTest(name);
    const seededWith = async (count: number) => {
      const { jobs } = await openWorkshop([domain], 'memory:', 'test', threads(count, name));
      const { status, error, digest, inserted, steps } = await jobs.wait(
        (await jobs.seed({ domain, dataset: 'default', ...request })).id,
      );
      expect(inserted).toBeGreaterThan(5_000);
      return { status, error, digest, inserted, steps: steps.map((step) => ({ ...step, rate: null })) };
    };
    const alone = await seededWith(0);
    expect(alone.status).toBe('COMPLETED');
    for (const count of counts) expect(await seededWith(count), `${count} threads`).toEqual(alone);
  },
);

test.each([
  [3_000, 2, 0],
  [8_000, 2, 3],
  [8_000, 0, 2],
])('killed after %d rows with %d threads, a seeding is gone on with by %d', async (rows, before, after) => {
  const url = `file:${temporaryFolder()}`;
  const id = await seedAndKill(library, url, loans, rows, before);
  const { jobs } = await openWorkshop([library], url, 'test', threads(after));
  const resumed = await jobs.wait((await jobs.resume(id)).id);
  const straight = await jobs.wait((await jobs.seed({ domain: library, dataset: 'straight', ...loans })).id);
  expect(resumed).toMatchObject({ status: 'COMPLETED', digest: straight.digest, inserted: straight.inserted });
});

test('canceled on the way, it is gone on with; the threads serve the next seeding', async () => {
  const { jobs } = await openWorkshop([library], `file:${temporaryFolder()}`, 'test', threads(2));
  const { id } = await jobs.seed({ domain: library, dataset: 'default', ...loans });
  for await (const { job } of jobs.progress(id)) if (job.inserted > 0) break;
  await jobs.cancel(id);
  const canceled = await jobs.wait(id);
  expect(canceled.status).toBe('CANCELED');
  expect(canceled.inserted).toBeLessThan(canceled.planned);
  const [resumed, beside] = await Promise.all(
    [await jobs.resume(id), await jobs.seed({ domain: library, dataset: 'beside', ...loans })].map((job) => jobs.wait(job.id)),
  );
  expect(resumed).toMatchObject({ status: 'COMPLETED', digest: beside?.digest });
});

test('what fails in a thread fails as it does without: the same code, the same words', async () => {
  const request = { overrides: { volumes: { members: 100, loans: 12, books: 0 } } };
  const errorWith = async (count: number) => {
    const { jobs } = await openWorkshop([library], 'memory:', 'test', threads(count));
    return (await jobs.wait((await jobs.seed({ domain: library, dataset: 'default', ...request })).id)).error;
  };
  const alone = await errorWith(0);
  expect(alone).toEqual({ code: 'JOB_FAILED', message: 'Loans need a book.' });
  expect(await errorWith(2)).toEqual(alone);
});

describe('rows made ahead', () => {
  const plan = createPlan(library, { overrides: { volumes: { members: 3_000, loans: 12 } } });
  const generator = new Generator(new Universe(library, [recipeOf(plan)]));
  const steps = () => walk(plan, generator, { slice: 0, blocks: 0 });

  test('wait for a writer that stands still: no more than the window is begun', async () => {
    let begun = 0;
    const make = async () => {
      begun++;
      return [];
    };
    const ahead = makeAhead(steps(), make, 4);
    await ahead.next();
    await sleep(20);
    expect(begun).toBe(4);
    await ahead.return(undefined);
    await sleep(20);
    expect(begun).toBe(4);
  });

  test('come in the order of the walk, in units of neighbours of one entity, though they are made in any order', async () => {
    const sizes: number[] = [];
    const make = async (blocks: readonly MadeStep<unknown>['block'][]) => {
      expect(new Set(blocks.map(({ entity }) => entity)).size).toBe(1);
      sizes.push(blocks.reduce((sum, { ordinals }) => sum + ordinals.length, 0));
      await sleep(sizes.length % 3);
      return blocks.map((block) => ({ rows: [[block.prefix.join()]], sum: 0n }));
    };
    const taken: MadeStep<unknown>[] = [];
    for await (const step of makeAhead(steps(), make, 5)) taken.push(step);
    expect(taken.map(({ block, after }) => ({ block, after }))).toEqual([...steps()]);
    expect(taken.every(({ block, made }) => made?.rows[0]?.[0] === block.prefix.join())).toBe(true);
    expect(Math.max(...sizes)).toBeLessThan(UNIT_ROWS + 256);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(UNIT_ROWS);
  });
});
