import type { SchoolConfig } from '../config.ts';
import { localeOf, regionOf } from '../locales/index.ts';
import type { Location } from '../locales/school-locale.ts';
import type { SchoolName } from '../locales/school-names.ts';
import { defineContext, type SchoolScope } from '../vocabulary.ts';
import { schoolOf } from './numbers.ts';
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
  const { name, plain } = index === 0 ? firstName(config) : furtherName(config, index - 1);
  return { name, slug: slugOf(plain), city: index === 0 ? config.school.city : random.pick(regionOf(config).cities) };
});

/** Where the people of a school live, and the school is. */
export function locationOf(scope: SchoolScope): Location {
  return { region: scope.config.school.state, city: scope.get(schoolIdentity, schoolOf(scope.address)).city };
}

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

/** The configured name; the plain form of the locale's own is known. */
function firstName(config: SchoolConfig): SchoolName {
  const { school, romanize } = localeOf(config);
  const { name } = config.school;
  return name === school.name ? school : { name, plain: romanize(name) };
}

/** The names of the locale, without what the first school is called. */
const furtherNames = perConfig((config: SchoolConfig): readonly SchoolName[] => {
  const highest = Math.max(...Object.keys(config.gradeDistribution).map(Number));
  const taken = slugOf(firstName(config).plain);
  return localeOf(config)
    .schoolNames(highest)
    .filter(({ plain }) => slugOf(plain) !== taken);
});

function furtherName(config: SchoolConfig, index: number): SchoolName {
  const name = furtherNames(config)[index];
  if (!name) throw new RangeError(`There are names for ${furtherNames(config).length + 1} schools.`);
  return name;
}
