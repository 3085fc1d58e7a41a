import type { InfeasibleError } from '../definition/index.ts';
import { ConfigurationFileError, invalidFile } from './mistake.ts';
import { parseSource } from './parse-source.ts';
import { sectionsOf } from './sections.ts';
import { entriesAlong, type SourceEntry } from './source-node.ts';

/**
 * An infeasible plan as a mistake of the valid file that asks for it: at the first of the settings it names that the file
 * has, else at the file's beginning, since a preset's values are not in the file. The code stays INFEASIBLE_PLAN.
 */
export function infeasibleFile(file: string, text: string, error: InfeasibleError): ConfigurationFileError {
  const settings = Array.isArray(error.details.settings) ? error.details.settings.map(String) : [];
  const entry = settings.map((setting) => entryOf(text, setting.split('.'))).find((found) => found !== undefined);
  const mistake = { line: 1, column: 1, ...entry?.keyPlace, path: entry?.node.path ?? [], message: error.message };
  const { message, inputPath, details } = invalidFile(file, [mistake]);
  return new ConfigurationFileError(error.code, message, { path: inputPath, details, cause: error });
}

function entryOf(text: string, path: readonly string[]): SourceEntry | undefined {
  const { root } = parseSource(text);
  if (!root) return undefined;
  const along = entriesAlong(sectionsOf(root, new Set()).overrides, path);
  return along.length === path.length ? along.at(-1) : undefined;
}
