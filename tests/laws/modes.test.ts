import { describe, expect, test } from 'vitest';
import type { CellRow, EntityModel } from '../../src/definition/index.ts';
import type { SeedRequest } from '../../src/jobs/index.ts';
import { generationOrder } from '../../src/plan/index.ts';
import { verifyGeneration } from '../../src/verify/index.ts';
import { changeStored, marksOf, published, rowsOf } from '../support/change-stored.ts';
import { testedDomains } from '../support/domains.ts';
import { openWorkshop, type Workshop } from '../support/gateway-parts.ts';

describe.each(testedDomains)('$name', ({ domain, small }) => {
  const seed = async ({ jobs }: Workshop, request: Partial<SeedRequest> = {}) => {
    const job = await jobs.wait((await jobs.seed({ domain, dataset: 'default', ...request })).id);
    expect({ status: job.status, error: job.error }).toEqual({ status: 'COMPLETED', error: null });
    return job;
  };
  const derived = (entity: EntityModel) => 'derive' in entity.definition;

  /** What has to hold of every dataset, whatever was done to it. */
  const holdsTogether = async ({ store, jobs }: Workshop) => {
    const generation = await published(store, domain);
    const integrity = await verifyGeneration(generation);
    // Without some of its features a domain's own rules need not hold: attendance may be left of an enrollment that is gone.
    const own = new Set(domain.definition.rules?.map(({ name }) => name));
    expect(integrity.checks.filter(({ name, status }) => status === 'WRONG' && !own.has(name))).toEqual([]);
    const summary = await jobs.summary('default', domain);
    expect(integrity.digest).toBe(summary?.digest);
    expect(integrity.checkedRows).toBe(summary?.counts.reduce((sum, { count }) => sum + count, 0));
  };

  test.each(['merge', 'update'] as const)('%s leaves a dataset that nobody touched as it is', async (mode) => {
    const workshop = await openWorkshop([domain]);
    const { digest } = await seed(workshop, small);
    expect(await seed(workshop, { mode, ...small })).toMatchObject({ digest });
    expect(await seed(workshop, { mode })).toMatchObject({ digest });
    await holdsTogether(workshop);
  });

  test('merge keeps what was added', async () => {
    const workshop = await openWorkshop([domain]);
    await seed(workshop, small);
    for (const entity of domain.entities) await workshop.jobs.generate({ entity, dataset: 'default', count: 2, seed: 7 });
    const before = await workshop.jobs.summary('default', domain);
    expect(await seed(workshop, { mode: 'merge', ...small })).toMatchObject({ digest: before?.digest });
    await holdsTogether(workshop);
  });

  test('a small dataset merged with a larger preset is the larger preset', async () => {
    const [smaller, larger] = [Object.keys(domain.definition.presets)[0], Object.keys(domain.definition.presets)[1]];
    const straight = await openWorkshop([domain]);
    const { digest, inserted } = await seed(straight, { preset: larger });
    const workshop = await openWorkshop([domain]);
    await seed(workshop, { preset: smaller });
    expect(await seed(workshop, { mode: 'merge', preset: larger })).toMatchObject({ digest, inserted });
    const generation = await published(workshop.store, domain);
    for (const entity of domain.entities) expect([...(await marksOf(generation, entity))]).toEqual([]);
  });

  test('features seeded one after the other are all seeded at once, in whichever order they can', async () => {
    const { digest } = await seed(await openWorkshop([domain]), small);
    const order = generationOrder(domain);
    for (const list of [order, orderFromTheEnd(order)]) {
      const workshop = await openWorkshop([domain]);
      for (const { plural } of list) await seed(workshop, { ...small, entities: [plural] });
      expect(await workshop.jobs.summary('default', domain)).toMatchObject({ digest });
      await holdsTogether(workshop);
      const { recipe } = await (await published(workshop.store, domain)).state();
      expect(recipe).toHaveLength(1);
      expect(recipe[0]).not.toHaveProperty('entities');
    }
  });

  describe.each(domain.entities.filter((entity) => !derived(entity)).map((entity) => ({ name: entity.name, entity })))(
    '$name',
    ({ entity }) => {
      const text = entity.fields.find(({ field }) => field.kind === 'string' && !field.unique);

      test('edits survive a merge, what was deleted comes back, and a feature makes all of it anew', async () => {
        const workshop = await openWorkshop([domain]);
        const { digest } = await seed(workshop, small);
        const before = await rowsOf(await published(workshop.store, domain), entity);
        const [first = ''] = before.keys();
        const edit = text ? { [text.name]: 'by hand' } : {};
        const gone = await leaves(workshop, entity, first);
        await changeStored(await published(workshop.store, domain), [
          { entity, rows: new Map([[first, edit], ...gone.map((key): [string, null] => [key, null])]) },
        ]);
        await seed(workshop, { mode: 'merge', ...small });
        const generation = await published(workshop.store, domain);
        const merged = await rowsOf(generation, entity);
        expect(merged.get(first)).toEqual(text ? changed(before.get(first), text.index) : before.get(first));
        expect([...(await marksOf(generation, entity))]).toEqual([[first, 'edited']]);
        merged.delete(first);
        before.delete(first);
        expect(merged).toEqual(before);
        await holdsTogether(workshop);
        expect(await seed(workshop, { entities: [entity.name] })).toMatchObject({ digest });
      });
    },
  );

  describe.each(domain.entities.map((entity) => ({ name: entity.name, entity })))('without $name', ({ entity }) => {
    test('removing it takes what hangs under it along or is refused, and a merge brings everything back', async () => {
      const workshop = await openWorkshop([domain]);
      const { digest } = await seed(workshop, small);
      for (const other of domain.entities) await workshop.jobs.generate({ entity: other, dataset: 'default', count: 1 });
      const grown = await workshop.jobs.summary('default', domain);
      const request = { domain, dataset: 'default', entities: [entity.plural] };
      const foretold = await workshop.jobs.removeEntities({ ...request, dryRun: true }).catch((error) => error.code);
      expect(await workshop.jobs.summary('default', domain)).toEqual(grown);
      const done = await workshop.jobs.removeEntities(request).catch((error) => error.code);
      expect(done).toEqual(foretold);
      const after = await workshop.jobs.summary('default', domain);
      if (done === 'ROWS_IN_THE_WAY') return expect(after).toEqual(grown);
      expect(after?.counts.find((count) => count.entity === entity)?.count).toBe(0);
      if (after?.counts.some(({ count }) => count > 0)) {
        await holdsTogether(workshop);
        expect(await seed(workshop, { mode: 'merge', ...small })).toMatchObject({ digest: grown?.digest });
      } else expect(await seed(workshop, small)).toMatchObject({ digest });
      await holdsTogether(workshop);
    });
  });

  /** Some rows that no other refers to; none of the entity where there are no such. */
  async function leaves({ store }: Workshop, entity: EntityModel, except: string): Promise<string[]> {
    const generation = await published(store, domain);
    const used = new Set([except]);
    for (const other of domain.entities) {
      for (const { field, to } of other.references.filter((reference) => reference.to === entity)) {
        if (to) for (const row of (await rowsOf(generation, other)).values()) used.add(String(row[field.index]));
      }
    }
    return [...(await rowsOf(generation, entity)).keys()].filter((key) => !used.has(key)).slice(0, 3);
  }

  function changed(row: CellRow | undefined, index: number): CellRow {
    return (row ?? []).with(index, 'by hand');
  }
});

/** The entities as late as what refers to them allows, beginning with the last of those that refer to nothing. */
function orderFromTheEnd(order: readonly EntityModel[]): EntityModel[] {
  const left = [...order].reverse();
  const found: EntityModel[] = [];
  while (left.length > 0) {
    const next = left.find((entity) => neededBy(entity).every((other) => other === entity || found.includes(other)));
    if (!next) throw new Error('There is no order.');
    found.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return found;
}

function neededBy(entity: EntityModel): EntityModel[] {
  const { definition, domain } = entity;
  const sources = 'derive' in definition ? definition.derive.from.map((name) => domain.entity(name)) : [];
  return [...entity.references.map(({ to }) => to), ...sources];
}
