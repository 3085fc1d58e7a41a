import type { SchoolConfig } from '../config.ts';
import { type MeritCategory, meritOrder } from '../tables/merits.ts';
import { defineContext } from '../vocabulary.ts';
import { hashed, spread } from './hash.ts';
import { perConfig } from './per-config.ts';
import { traits } from './traits.ts';

/** So many students in a row share out their merits' categories among themselves. */
const GROUP = 8;
/** How much chance there is beside the traits, as a deviation. Our assumption. */
const CHANCE = 1;

/**
 * The categories of the merits of a group of students, by student and merit.
 *
 * Categories follow the student, and still add up: for each merit the group is put in order, able students first and
 * reliable ones last, with some chance; and evenly spaced quantiles of the configured shares are given out in that
 * order. The spacing starts at a low-discrepancy sequence, so that shares hold over groups as well.
 */
const groupCategories = defineContext('Student', 'merit categories', (scope): readonly (readonly MeritCategory[])[] => {
  const { config, random, address, index } = scope;
  const [school = 0] = address;
  const leans = Array.from({ length: GROUP }, (_, member) => {
    const { ability, diligence } = scope.get(traits, [school, index + member]);
    return ability - diligence / 2;
  });
  const categories = leans.map((): MeritCategory[] => []);
  for (let merit = 0; merit < config.volumes.meritsPerStudent; merit++) {
    const start = spread(hashed(school, merit), index / GROUP);
    const scores = leans.map((lean) => lean + random.normal(0, CHANCE));
    const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    for (const [rank, member] of order.entries()) categories[member]?.push(quantile(config, (rank + start) / GROUP));
  }
  return categories;
});

/** The category of a student's merit. */
export function meritCategory(scope: Parameters<typeof groupCategories.make>[0]): MeritCategory {
  const [school = 0, student = 0, merit = 0] = scope.address;
  const member = student % GROUP;
  return scope.get(groupCategories, [school, student - member])[member]?.[merit] ?? 'participation';
}

function quantile(config: SchoolConfig, at: number): MeritCategory {
  return cumulated(config).find(({ upTo }) => at < upTo)?.category ?? 'attendance';
}

/** Upper ends of the categories' shares, in the order from able to reliable. */
const cumulated = perConfig((config: SchoolConfig) => {
  let upTo = 0;
  return meritOrder
    .filter((category) => config.meritCategories[category] > 0)
    .map((category) => {
      upTo += config.meritCategories[category];
      return { category, upTo };
    });
});
