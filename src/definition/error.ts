/** What an error tells beside its message: where it happened and what was given. Values are JSON. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * The base of every error that Seedgraph raises on purpose.
 *
 * `code` is stable and meant for programs, `message` says what was given and what would be right, `inputPath` points at the
 * part of the input that is wrong (`['overrides', 'volumes', 'students']`). It is not called `path` because graphql-js takes an error
 * with a path for one that it has placed in the response already.
 */
export class SeedgraphError extends Error {
  readonly code: string;
  readonly inputPath: readonly (string | number)[];
  readonly details: ErrorDetails;

  constructor(
    code: string,
    message: string,
    options: { path?: readonly (string | number)[]; details?: ErrorDetails; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.inputPath = options.path ?? [];
    this.details = options.details ?? {};
  }
}

/** A definition is wrong. Lists every mistake, each with its path, so that one run is enough to mend them all. */
export class DefinitionError extends SeedgraphError {
  readonly mistakes: readonly DefinitionMistake[];

  /** @param what is wrong: `The domain "school"`. */
  constructor(what: string, mistakes: readonly DefinitionMistake[]) {
    const list = mistakes.map((mistake) => `  ${mistake.path}: ${mistake.message}`).join('\n');
    const number = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
    super('INVALID_DEFINITION', `${what} has ${number}:\n${list}`);
    this.mistakes = mistakes;
  }
}

/** One mistake in a definition: `Student.fields.schoolId` and what is wrong with it. */
export interface DefinitionMistake {
  readonly path: string;
  readonly message: string;
}

/**
 * A configuration asks for more than some resource can give; raised before anything is written. `details.settings` may name the parts
 * of the configuration that decide it (`volumes.teachers`), the most telling first.
 */
export class InfeasibleError extends SeedgraphError {
  constructor(message: string, details: ErrorDetails = {}) {
    super('INFEASIBLE_PLAN', message, { details });
  }
}
