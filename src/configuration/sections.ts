import type { Mistake } from './mistake.ts';
import type { SourceEntry, SourceNode } from './source-node.ts';

/** What a file calls the counts of rows; every domain has them as `volumes`. */
export const VOLUMES_SECTION = 'dataVolumes';
/** Groups what a domain has side by side. */
export const RULES_SECTION = 'generationRules';

/** A file taken apart. Both parts are mappings and keep the paths that the file has. */
export interface Sections {
  readonly settings: SourceNode;
  /** What is merged over a preset, in the shape of the domain's configuration. */
  readonly overrides: SourceNode;
  readonly mistakes: readonly Mistake[];
}

/**
 * Tells the settings of a file from the configuration of its domain: `dataVolumes` becomes `volumes`, what stands in
 * `generationRules` is lifted out of it. A part given in two places is a mistake.
 */
export function sectionsOf(root: SourceNode, settingNames: ReadonlySet<string>): Sections {
  const isSetting = ({ key }: SourceEntry) => settingNames.has(key);
  const overrides = new Map<string, SourceEntry>();
  const mistakes: Mistake[] = [];
  for (const entry of root.entries.filter((candidate) => !isSetting(candidate)).flatMap((given) => lifted(given, mistakes))) {
    const before = overrides.get(entry.key);
    const twice = `It is given twice: ${before?.node.path.join('.')} in line ${before?.keyPlace.line} is the same.`;
    if (before) mistakes.push({ ...entry.keyPlace, path: entry.node.path, message: twice });
    else overrides.set(entry.key, entry);
  }
  return {
    settings: { ...root, entries: root.entries.filter(isSetting) },
    overrides: { ...root, entries: [...overrides.values()] },
    mistakes,
  };
}

function lifted(entry: SourceEntry, mistakes: Mistake[]): readonly SourceEntry[] {
  if (entry.key === VOLUMES_SECTION) return [{ ...entry, key: 'volumes' }];
  if (entry.key !== RULES_SECTION) return [entry];
  if (entry.node.kind !== 'mapping')
    mistakes.push({ ...entry.node.place, path: entry.node.path, message: 'A mapping of keys to values is needed.' });
  return entry.node.entries;
}
