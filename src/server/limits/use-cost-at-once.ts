import { type ExecutionArgs, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { Gate } from './gate.ts';
import type { Limits } from './limits.ts';
import type { Costed } from './use-cost-limit.ts';
import type { Stoppable } from './use-timeout.ts';

/** What costs no more does not wait: look-ups, and pages of a hundred rows. */
const LIGHT = 2_500;

/**
 * Runs dear queries one after the other, as many side by side as `costAtOnce` allows: each holds its rows and its answer in
 * memory, and all of them together would only finish later. The time that one waits is part of its `timeout`.
 *
 * To come behind `useCostLimit`, which tells the cost, and every plugin that sets the function that executes, but for `useTimeout`.
 */
export function useCostAtOnce({ costAtOnce }: Limits): Plugin<Stoppable & Costed> {
  const gate = new Gate(costAtOnce);
  return {
    onExecute({ args, executeFn, setExecuteFn }) {
      const { stop, cost = 0 } = args.contextValue;
      if (!stop || cost <= LIGHT || getOperationAST(args.document, args.operationName)?.operation !== 'query') return;
      setExecuteFn((given: ExecutionArgs) => inside(gate, cost, stop.signal, () => executeFn(given)));
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
