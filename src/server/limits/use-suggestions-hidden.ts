import { GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';

/**
 * Takes "Did you mean ..." out of errors about variables, which are found in execution. Validation has an option for it
 * (see `useDocumentLimits`), execution through yoga has none.
 */
export function useSuggestionsHidden(): Plugin {
  return {
    onExecute: () => ({
      onExecuteDone({ result, setResult }) {
        if (isAsyncIterable(result) || !result.errors) return;
        setResult({ ...result, errors: result.errors.map(withoutSuggestion) });
      },
    }),
  };
}

function withoutSuggestion(error: unknown): unknown {
  if (!(error instanceof GraphQLError) || error.path) return error;
  const message = error.message.replace(/ Did you mean .*\?$/s, '');
  const { nodes, source, positions, originalError, extensions } = error;
  return message === error.message ? error : new GraphQLError(message, { nodes, source, positions, originalError, extensions });
}
