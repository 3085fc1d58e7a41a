import { entryOf } from './formats.ts';
import type { Draws, Location, Region } from './school-locale.ts';

/** A region whose cities have postal codes of their own. */
export interface PostalRegion extends Region {
  /** What the codes of each city begin with. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

/**
 * A region.
 *
 * @param cities each with what its postal codes begin with: `Leeds LS6,LS17`; the first is where schools are unless configured.
 */
export function postalRegion(label: string, timezone: string, cities: readonly string[]): PostalRegion {
  const entries = cities.map((entry): readonly [string, readonly string[]] => {
    const space = entry.lastIndexOf(' ');
    return [entry.slice(0, space), entry.slice(space + 1).split(',')];
  });
  const [first, ...rest] = entries.map(([city]) => city);
  if (first === undefined) throw new RangeError(`${label} needs a city.`);
  return { label, timezones: [timezone], cities: [first, ...rest], codes: Object.fromEntries(entries) };
}

/** What a postal code begins with: one of the city's, or of the region's for a city that is not known. */
export function codeStart(random: Draws, regions: Readonly<Record<string, PostalRegion>>, { region, city }: Location): string {
  const { codes } = entryOf(regions, region);
  return random.pick(codes[city] ?? Object.values(codes).flat());
}
