import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type NamedTypeNode,
  type OperationDefinitionNode,
  parseType,
  visit,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin, PromiseOrValue } from 'graphql-yoga';

type Execute = (args: ExecutionArgs) => PromiseOrValue<unknown>;
type Compiled = Pick<CompiledQuery, 'query'>;

/**
 * Runs queries as functions made for their documents, which takes a third of the time where many objects are returned;
 * see decisions/compiled-queries.md for what it brings.
 *
 * Only answers without errors are taken from such a function. Everything else goes to the ordinary executor: variables that
 * do not fit, a query that fails (reading it again changes nothing), mutations, subscriptions and introspection. So what an
 * error looks like is decided in one place.
 */
export function useCompiledQueries(): Plugin {
  const functions = new CompiledQueries();
  return {
    onExecute: ({ executeFn, setExecuteFn, args }) => {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation !== 'query') return;
      const compiled = functions.of(args, operation);
      if (compiled) setExecuteFn((given: ExecutionArgs) => run(compiled, given, operation, executeFn));
    },
  };
}

async function run(
  compiled: Compiled,
  args: ExecutionArgs,
  operation: OperationDefinitionNode,
  ordinary: Execute,
): Promise<unknown> {
  const variables = coerced(args, operation);
  if (!variables) return ordinary(args);
  const result: ExecutionResult = await compiled.query(args.rootValue, args.contextValue, variables);
  return result.errors ? ordinary(args) : result;
}

/** The variables as resolvers get them; undefined where they do not fit. */
function coerced({ schema, variableValues }: ExecutionArgs, { variableDefinitions = [] }: OperationDefinitionNode) {
  if (variableDefinitions.length === 0) return {};
  return getVariableValues(schema, variableDefinitions, variableValues ?? {}).variableValues?.coerced;
}

/** The functions of documents. Yoga keeps parsed documents for as long as they are in use, and functions go with them. */
class CompiledQueries {
  readonly #known = new WeakMap<DocumentNode, Map<OperationDefinitionNode, Compiled | undefined>>();

  /** Undefined where a query cannot be compiled. */
  of({ schema, document }: ExecutionArgs, operation: OperationDefinitionNode): Compiled | undefined {
    const ofDocument = this.#known.get(document) ?? new Map<OperationDefinitionNode, Compiled | undefined>();
    this.#known.set(document, ofDocument);
    if (!ofDocument.has(operation)) ofDocument.set(operation, compile(schema, document, operation));
    return ofDocument.get(operation);
  }
}

/** Introspection cannot be compiled under graphql 17, whose own arguments have defaults in a form that is new. */
function compile(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Compiled | undefined {
  const taken = visit(document, { OperationDefinition: (each) => (each === operation ? withOpaqueVariables(each) : null) });
  const compiled = quietly(() =>
    compileQuery(schema, taken, operation.name?.value, { useExperimentalPathBasedSkipInclude: true }),
  );
  return isCompiledQuery(compiled) ? compiled : undefined;
}

/**
 * The operation with variables that are taken as they are, since they have been coerced before. The compiler writes out the
 * input types of variables one inside the other, and filters, which refer to each other, never end.
 */
function withOpaqueVariables(operation: OperationDefinitionNode): OperationDefinitionNode {
  const variableDefinitions = operation.variableDefinitions?.map((definition) => ({
    ...definition,
    type: opaque,
    defaultValue: undefined,
  }));
  return variableDefinitions ? { ...operation, variableDefinitions } : operation;
}

const opaque = parseType('JSON') as NamedTypeNode;

/** Under graphql 17 the compiler takes every scalar for one that reads variables inside of literals, and says so on the console. */
function quietly<T>(work: () => T): T {
  const { error } = console;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = error;
  }
}
