import { type DocumentNode, GraphQLError, type ParseOptions, type Source, type ValidationRule, validate } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { documentSize } from './document-size.ts';
import { limitError } from './limit-error.ts';
import type { Limits } from './limits.ts';

/** More mistakes than this are not looked for: whoever mends twenty asks again anyway. */
const MAX_MISTAKES = 20;

/**
 * Refuses documents that are too long, too deep or too repetitive, before they are validated. Codes: TOO_MANY_TOKENS,
 * QUERY_TOO_DEEP, INPUT_TOO_DEEP, TOO_MANY_ALIASES, TOO_MANY_DIRECTIVES, INTROSPECTION_DISABLED; in validation
 * QUERY_TOO_REPETITIVE.
 */
export function useDocumentLimits(limits: Limits): Plugin {
  const known = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  const excessesOf = (document: DocumentNode) => {
    const errors = known.get(document) ?? excesses(document, limits);
    known.set(document, errors);
    return errors;
  };
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source: string | Source, options?: ParseOptions) =>
        parseWithin(limits, () => parseFn(source, { ...options, maxTokens: limits.tokens })),
      );
    },
    onValidate({ params, setResult, setValidationFn }) {
      const errors = excessesOf(params.documentAST);
      if (errors.length > 0) setResult([...errors]);
      const options = { maxErrors: MAX_MISTAKES, hideSuggestions: !limits.suggestions };
      setValidationFn((schema, document, rules?: readonly ValidationRule[]) =>
        validate(schema, document, rules, options).map(withCode),
      );
    },
  };
}

/** @throws GraphQLError TOO_MANY_TOKENS, QUERY_TOO_DEEP, and those of the syntax. */
function parseWithin<T>({ tokens, depth }: Limits, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    // The parser descends by recursion, and the stack ends before a high limit of tokens does.
    if (error instanceof RangeError) {
      throw limitError('QUERY_TOO_DEEP', `The document nests too deep to be read; ${depth} levels are allowed.`, {
        limit: depth,
      });
    }
    if (!(error instanceof GraphQLError && error.message.includes(`more than ${tokens} tokens`))) throw error;
    const message = `The document has more than ${tokens} tokens, the limit. Ask for less at once, or use variables.`;
    throw limitError('TOO_MANY_TOKENS', message, { limit: tokens });
  }
}

/** GraphQL gives up comparing fields of one name with one another after half a million steps, and says only that it did. */
function withCode(error: GraphQLError): GraphQLError {
  if (error.message !== 'Validation aborted.') return error;
  const message = 'The document asks for the same fields too often to be validated. Ask for each once, or split the document.';
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_REPETITIVE' } });
}

function excesses(document: DocumentNode, limits: Limits): GraphQLError[] {
  const size = documentSize(document);
  const errors: GraphQLError[] = [];
  const refuse = (code: string, given: number, limit: number, what: string, advice: string) => {
    if (given <= limit) return;
    errors.push(limitError(code, `${what}: ${given}; the limit is ${limit}. ${advice}`, { limit, given }));
  };
  refuse('QUERY_TOO_DEEP', size.depth, limits.depth, 'Levels of fields inside fields', 'Ask for what is deeper by its ID.');
  refuse('INPUT_TOO_DEEP', size.inputDepth, limits.inputDepth, 'Levels of lists and objects in an argument', 'Nest less.');
  refuse('TOO_MANY_ALIASES', size.aliases, limits.aliases, 'Aliases in the document', 'Split it into several.');
  refuse('TOO_MANY_DIRECTIVES', size.directives, limits.directives, 'Directives in the document', 'Split it into several.');
  if (size.introspection && !limits.introspection) {
    const message = `This gateway does not tell its schema: "${size.introspection.name.value}" is switched off.`;
    errors.push(new GraphQLError(message, { nodes: size.introspection, extensions: { code: 'INTROSPECTION_DISABLED' } }));
  }
  return errors;
}
