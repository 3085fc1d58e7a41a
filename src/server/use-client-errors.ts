import type { Plugin, YogaServerOptions } from 'graphql-yoga';
import { clientError } from '../graphql/index.ts';

/** Told of errors that nobody foresaw; clients see them masked. */
export type ErrorLog = (error: unknown) => void;

type Masking = Exclude<YogaServerOptions<object, object>['maskedErrors'], boolean | undefined>;

/** What clients see of errors in execution: coded ones as they are, all others masked and logged. For yoga's `maskedErrors`. */
export function maskedErrors(log: ErrorLog): Masking {
  return {
    maskError: (thrown) => {
      const { error, unexpected } = clientError(thrown);
      if (unexpected) log(thrown);
      return error;
    },
  };
}

/** The same for errors found by validation, which yoga does not mask: they get the path of the argument that is wrong. */
export function useClientErrors(): Plugin {
  return {
    onValidate:
      () =>
      ({ result, setResult }) => {
        setResult(result.map((error: Error) => clientError(error, 'GRAPHQL_VALIDATION_FAILED').error));
      },
  };
}
