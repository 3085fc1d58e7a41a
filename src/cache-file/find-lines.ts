import type { DomainModel } from '../definition/index.ts';
import { keyText } from './key-text.ts';
import { type Mistake, placeOf } from './mistakes.ts';
import { readCacheFile } from './read-file.ts';
import { Sections } from './sections.ts';

/**
 * The lines of rows that turned out to be wrong when all had been read: they are looked for in the file once more. What has been
 * read from standard input is gone.
 */
export async function findLines(
  file: string,
  domain: DomainModel,
  mistakes: readonly Mistake[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const wanted = new Set(mistakes.filter(({ line }) => line === undefined).map(placeOf));
  wanted.delete('');
  if (file === '-' || wanted.size === 0) return found;
  const sections = new Sections(domain);
  for await (const entries of readCacheFile(file)) {
    for (const entry of entries) {
      if (entry.kind !== 'row' && entry.kind !== 'values') continue;
      const entity = sections.entity(entry.section);
      const key = entity && keyText(sections.givenKey(entity, entry));
      const place = key === undefined || !entity ? '' : placeOf({ entity: sections.nameOf(entity), key });
      if (wanted.has(place)) found.set(place, entry.line);
    }
    if (found.size === wanted.size) break;
  }
  return found;
}
