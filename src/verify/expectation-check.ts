import { type ConfigWithVolumes, type DomainModel, type Expectation, keyOf } from '../definition/index.ts';
import type { Generation } from '../store/index.ts';
import type { Findings } from './findings.ts';
import type { Pace } from './pace.ts';
import { apportionedDeviations, type Deviation, DrawnShares, sharesOf, type UnitCounts } from './shares.ts';
import { windowsOf } from './windows.ts';

/** More values than this of a field are no shares. */
const MOST_VALUES = 1_000;

/** Compares the shares of a field's values with those that the configuration asks for, unit by unit. */
export async function checkExpectation(
  generation: Generation,
  expectation: Expectation,
  config: ConfigWithVolumes,
  findings: Findings,
  pace: Pace,
): Promise<void> {
  const entity = generation.domain.entity(expectation.entity);
  const expected = sharesOf(expectation.shares(config));
  const drawn = new DrawnShares(expected);
  const told = (key: string | null, { value, found, expected: share, tolerance }: Deviation) =>
    findings.wrong(
      entity,
      key,
      expectation.field,
      `${value}: ${percent(found)} instead of ${percent(share)}${tolerance > 0 ? `, which may be off by ${percent(tolerance)}` : ''}`,
    );
  for await (const { key, counts } of unitsOf(generation, expectation, pace)) {
    if (expectation.how === 'drawn') drawn.add(counts);
    else {
      findings.checked([...counts.values()].reduce((sum, count) => sum + count, 0));
      for (const deviation of apportionedDeviations(counts, expected)) told(key, deviation);
    }
  }
  findings.checked(drawn.rows);
  for (const deviation of drawn.deviations()) told(null, deviation);
  if (expectation.how === 'drawn' && !drawn.isJudged) findings.note('too few to judge');
}

/** How often each unit has which values. */
async function* unitsOf(
  generation: Generation,
  { entity: name, field, unit }: Expectation,
  pace: Pace,
): AsyncGenerator<{ readonly key: string; readonly counts: UnitCounts }> {
  const entity = generation.domain.entity(name);
  const by = entity.fieldNamed(unit);
  const of = unitEntity(generation.domain, name, unit);
  for await (const rows of windowsOf(generation, of, pace)) {
    const parents = rows.map((row) => keyOf(of, row));
    const query = { entity, groupBy: [entity.fieldNamed(field)], measured: [], maxGroups: MOST_VALUES };
    const groups = await generation.aggregate({
      ...query,
      within: { kind: 'inverse', by, parents },
      ...(pace.signal && { signal: pace.signal }),
    });
    for (const [index, key] of parents.entries()) {
      const counts = new Map((groups[index] ?? []).map(({ keys: [value], count }) => [String(value), count]));
      yield { key, counts };
    }
  }
}

function unitEntity(domain: DomainModel, entity: string, unit: string) {
  return domain.entity(domain.entity(entity).fieldNamed(unit).field.target);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
