import { GraphQLError } from 'graphql';
import type { Plugin, YogaServerOptions } from 'graphql-yoga';
import { clientError } from '../graphql/index.ts';

/** Told of errors that nobody foresaw; clients see them masked. */
export type ErrorLog = (error: unknown) => void;

type Masking = Exclude<YogaServerOptions<object, object>['maskedErrors'], boolean | undefined>;

/**
 * What clients see of errors in execution: coded ones as they are, all others masked and logged. Where NODE_ENV is
 * `development`, masked ones tell what happened in `extensions.originalError`. For yoga's `maskedErrors`.
 */
export function maskedErrors(log: ErrorLog): Masking {
  return {
    maskError: (thrown) => {
      const { error, unexpected } = clientError(thrown);
      if (unexpected) log(thrown);
      if (unexpected && process.env.NODE_ENV === 'development') error.extensions.originalError = told(thrown);
      return error;
    },
  };
}

/** What a developer wants to know of an error. */
function told(thrown: unknown) {
  const original = (thrown instanceof GraphQLError && thrown.originalError) || thrown;
  if (!(original instanceof Error)) return { message: String(original) };
  return { name: original.name, message: original.message, stack: original.stack };
}

/** The same for errors found by validation, which yoga does not mask: they get the path of the argument that is wrong. */
export function useClientErrors(): Plugin {
  // What was refused once is kept with its errors: those are ready when they come again.
  const ready = new WeakSet<Error>();
  const prepared = (error: Error) => {
    const made = ready.has(error) ? error : clientError(error, 'GRAPHQL_VALIDATION_FAILED').error;
    ready.add(made);
    return made;
  };
  return {
    onValidate:
      () =>
      ({ result, setResult }) => {
        setResult(result.map(prepared));
      },
  };
}
