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
      return unexpected && process.env.NODE_ENV === 'development' ? withOriginal(error, thrown) : error;
    },
  };
}

function withOriginal(error: GraphQLError, thrown: unknown): GraphQLError {
  const original = (thrown instanceof GraphQLError && thrown.originalError) || thrown;
  const originalError =
    original instanceof Error
      ? { name: original.name, message: original.message, stack: original.stack }
      : { message: String(original) };
  const { message, nodes, source, positions, path, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { ...extensions, originalError } });
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
