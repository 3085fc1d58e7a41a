import { type ExecutionArgs, type GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { limitError } from './limit-error.ts';
import type { Limits } from './limits.ts';
import { jsonNesting } from './nesting.ts';
import { operationCost } from './operation-cost.ts';

/** What the context of an operation knows once it has passed. */
export interface Costed {
  /** See `operationCost`. */
  readonly cost?: number;
}

/**
 * Refuses operations that are too much with the variables they were sent with. Codes: QUERY_TOO_EXPENSIVE, INPUT_TOO_DEEP.
 * Done for every request: the same document can be cheap with one page size and dear with another.
 */
export function useCostLimit(limits: Limits): Plugin<Costed> {
  return {
    onExecute({ args, extendContext, setResultAndStopExecution }) {
      const { cost, error } = assess(args, limits);
      if (error) setResultAndStopExecution({ errors: [error] });
      else extendContext({ cost });
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const { error } = assess(args, limits);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
  };
}

/** As for every other request that cannot be run. */
const http = { status: 400, spec: true };

type Args = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

function assess(
  { schema, document, operationName, variableValues }: Args,
  limits: Limits,
): { cost: number; error?: GraphQLError } {
  const variables = variableValues ?? {};
  // The variables are an object themselves.
  const depth = jsonNesting(variables, limits.inputDepth + 1) - 1;
  if (depth > limits.inputDepth) {
    const message = `Levels of lists and objects in a variable: more than ${limits.inputDepth}, the limit. Nest less.`;
    return { cost: 0, error: limitError('INPUT_TOO_DEEP', message, { limit: limits.inputDepth }, { http }) };
  }
  const operation = getOperationAST(document, operationName);
  const { cost, dearest } = operation ? operationCost({ schema, document, operation, variables }) : { cost: 0 };
  if (cost <= limits.cost) return { cost };
  const found = `The answer could have ${cost} fields; the limit is ${limits.cost}. "${dearest}" costs most.`;
  const message = `${found} Ask for smaller pages ("first"), or fewer of them inside one another.`;
  return { cost, error: limitError('QUERY_TOO_EXPENSIVE', message, { limit: limits.cost, given: cost }, { http }) };
}
