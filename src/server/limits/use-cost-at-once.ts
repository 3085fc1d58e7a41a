import { type ExecutionArgs, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { Gate } from './gate.ts';
import type { Limits } from './limits.ts';
import { operationCost } from './operation-cost.ts';
import type { Stoppable } from './use-timeout.ts';

/** What costs no more does not wait: look-ups, and pages of a hundred rows. */
const LIGHT = 2_500;

/**
 * Runs dear queries one after the other, as many side by side as `costAtOnce` allows: each holds its rows and its answer in
 * memory, and all of them together would only finish later. The time that one waits is part of its `timeout`.
 *
 * To come behind every plugin that sets the function that executes, but for `useTimeout`.
 */
export function useCostAtOnce({ costAtOnce }: Limits): Plugin<Stoppable> {
  const gate = new Gate(costAtOnce);
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { schema, document, operationName, variableValues } = args;
      const signal = args.contextValue.stop?.signal;
      const operation = getOperationAST(document, operationName);
      if (!signal || operation?.operation !== 'query') return;
      const { cost } = operationCost({ schema, document, operation, variables: variableValues ?? {} });
      if (cost > LIGHT) setExecuteFn((given: ExecutionArgs) => inside(gate, cost, signal, () => executeFn(given)));
    },
  };
}

/** Leaves as soon as nobody waits for the answer: a read that does not end keeps nobody out. */
async function inside<T>(gate: Gate, cost: number, signal: AbortSignal, run: () => T): Promise<Awaited<T>> {
  await gate.enter(cost, signal);
  const left = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  const answer = Promise.resolve(run());
  void Promise.race([left, answer]).then(
    () => gate.leave(cost),
    () => gate.leave(cost),
  );
  return answer;
}
