import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import type { Plugin, PromiseOrValue } from 'graphql-yoga';
import type { Stoppable } from '../limits/index.ts';
import type { SharingAnswer } from './answer.ts';
import { Planner, planQuery, type SelectionPlan, variesByDirectives } from './query-plan.ts';
import { runQuery } from './run-query.ts';
import { stringifierOf } from './shared-text.ts';
import { type VariableValues, variablesOf } from './variables.ts';

type Execute = (args: ExecutionArgs) => PromiseOrValue<unknown>;

/**
 * Answers queries along plans that are made once a document; see decisions/query-plans.md for what that brings.
 *
 * Only answers without errors come from here. Everything else is left to the ordinary executor: variables that do not fit, a
 * query that fails (reading it again changes nothing), mutations and subscriptions. So what an error looks like, and what it
 * nulls, is decided in one place, and that is graphql's.
 *
 * Has to come before every plugin that wraps the function that executes.
 */
export function useQueryPlans(): Plugin<Stoppable> {
  const plans = new Plans();
  return {
    onExecute: ({ executeFn, setExecuteFn, args }) => {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation !== 'query') return;
      const { stop } = args.contextValue;
      const ordinary = (given: ExecutionArgs) => {
        // Nobody waits for it any more.
        stop?.signal.throwIfAborted();
        return executeFn(given);
      };
      setExecuteFn((given: ExecutionArgs) => answer(plans, given, operation, ordinary));
    },
  };
}

async function answer(
  plans: Plans,
  args: ExecutionArgs,
  operation: OperationDefinitionNode,
  ordinary: Execute,
): Promise<unknown> {
  try {
    const variables = variablesOf(args, operation);
    if (variables) return resultOf(await runQuery(plans.of(args, operation, variables), args, operation, variables));
  } catch {
    // The ordinary executor comes to the same end, and tells where it happened.
  }
  return ordinary(args);
}

/** Yoga writes a result with the function that comes with it, if there is one. */
function resultOf(answer: SharingAnswer): ExecutionResult {
  const stringify = stringifierOf(answer);
  const { data } = answer;
  return stringify ? Object.assign({ data }, { stringify }) : { data };
}

/** The plans of documents. Yoga keeps parsed documents for as long as they are in use, and plans go with them. */
class Plans {
  readonly #known = new WeakMap<DocumentNode, Map<OperationDefinitionNode, SelectionPlan>>();
  readonly #varying = new WeakMap<DocumentNode, boolean>();

  of({ schema, document }: ExecutionArgs, operation: OperationDefinitionNode, variables: VariableValues): SelectionPlan {
    const varies = this.#varying.get(document) ?? variesByDirectives(document);
    this.#varying.set(document, varies);
    if (varies) return planQuery(new Planner(schema, document, variables), schema, operation);
    const ofDocument = this.#known.get(document) ?? new Map<OperationDefinitionNode, SelectionPlan>();
    this.#known.set(document, ofDocument);
    const plan = ofDocument.get(operation) ?? planQuery(new Planner(schema, document, undefined), schema, operation);
    ofDocument.set(operation, plan);
    return plan;
  }
}
