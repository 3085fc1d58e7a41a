import type { Comparison, Outcome } from './comparison.ts';
import { whyMissing } from './databases.ts';
import { RunningSide } from './run-side.ts';
import type { RoundResult } from './side.ts';

/** Runs the sides of a comparison in turn, so many rounds. Never rejects: what stops it becomes the outcome's reason. */
export async function compare(comparison: Comparison, rounds: number, onRound: (text: string) => void): Promise<Outcome> {
  for (const server of comparison.needs) {
    const reason = await whyMissing(server);
    if (reason !== undefined) return { comparison, rounds: {}, notMeasured: reason };
  }
  const sides = Object.entries(comparison.sides).map(([name, side]) => ({
    name,
    running: new RunningSide(side),
    results: [] as RoundResult[],
  }));
  try {
    for (let round = 1; round <= rounds; round++) {
      for (const { name, running, results } of sides) {
        const result = await running.round();
        results.push(result);
        onRound(`${comparison.name}, round ${round} of ${rounds}: ${name} took ${result.seconds.toFixed(2)} s`);
      }
    }
    return { comparison, rounds: Object.fromEntries(sides.map(({ name, results }) => [name, results])) };
  } catch (error) {
    return { comparison, rounds: {}, notMeasured: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const { running } of sides) await running.stop();
  }
}
