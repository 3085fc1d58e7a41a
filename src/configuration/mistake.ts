import { SeedgraphError } from '../definition/index.ts';

/** A position in a text. Both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something wrong in a configuration file: where, and what was given and what would be right. */
export interface Mistake extends Place {
  /** The keys down to it, as the file writes them; empty for what concerns the whole file. */
  readonly path: readonly string[];
  readonly message: string;
}

/**
 * What reading a configuration file raises. Codes: UNREADABLE_CONFIGURATION_FILE (there is no such file, or it is no text),
 * INVALID_CONFIGURATION_FILE (`details.mistakes` has all of them, in the order of the file), INFEASIBLE_PLAN.
 */
export class ConfigurationFileError extends SeedgraphError {}

/** All mistakes of a file as one error. Its message has a line for each: `my.yaml:3:5: data_volumes.students: ...`. */
export function invalidFile(file: string, mistakes: readonly Mistake[]): ConfigurationFileError {
  const sorted = mistakes.toSorted((one, other) => one.line - other.line || one.column - other.column);
  const lines = sorted.map(({ line, column, path, message }) =>
    [`${file}:${line}:${column}`, ...(path.length > 0 ? [path.join('.')] : []), message].join(': '),
  );
  const count = lines.length === 1 ? '1 mistake' : `${lines.length} mistakes`;
  const message = ['The configuration is invalid.', ...lines, `${count} in ${file}.`].join('\n');
  return new ConfigurationFileError('INVALID_CONFIGURATION_FILE', message, {
    path: sorted[0]?.path ?? [],
    details: { file, mistakes: sorted },
  });
}
