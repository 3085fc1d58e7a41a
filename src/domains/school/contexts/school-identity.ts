import type { SchoolConfig } from '../config.ts';
import { firstWords, secondWords } from '../tables/school-names.ts';
import { states } from '../tables/united-states.ts';
import { defineContext } from '../vocabulary.ts';
import { perConfig } from './per-config.ts';

/** What a school is called and where it is. */
export interface SchoolIdentity {
  readonly name: string;
  /** Unique; the school's host is `<slug>.example`. */
  readonly slug: string;
  readonly city: string;
}

/** The name and place of a school: the first is the configured one, further ones are distinct by construction. */
export const schoolIdentity = defineContext('School', 'identity', ({ config, index, random }): SchoolIdentity => {
  const cities: readonly string[] = states[config.school.state].cities;
  const name = index === 0 ? config.school.name : furtherName(config, index - 1);
  return { name, slug: slugOf(name), city: index === 0 ? config.school.city : random.pick(cities) };
});

/** Lower case words with hyphens: `green-valley-elementary-school`. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/['\p{Mark}]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug.slice(0, 60).replace(/-$/, '') || 'school';
}

/** Every pair of words once, in an order that changes both each time, without what the first school is called. */
const furtherNames = perConfig((config: SchoolConfig): readonly string[] => {
  const level = Math.max(...Object.keys(config.gradeDistribution).map(Number)) > 8 ? 'School' : 'Elementary School';
  const taken = slugOf(config.school.name);
  return Array.from({ length: firstWords.length * secondWords.length }, (_, index) => {
    const first = firstWords[(index * 27 + 11) % firstWords.length] ?? '';
    const second = secondWords[index % secondWords.length] ?? '';
    return `${first} ${second} ${level}`;
  }).filter((name) => slugOf(name) !== taken);
});

function furtherName(config: SchoolConfig, index: number): string {
  const name = furtherNames(config)[index];
  if (!name) throw new RangeError(`There are names for ${furtherNames(config).length + 1} schools.`);
  return name;
}
