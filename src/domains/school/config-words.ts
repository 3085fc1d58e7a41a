import { z } from 'zod';

/** A whole number from `min` to `max` with a default. */
export const count = (preset: number, description: string, max: number, min = 0) =>
  z
    .int(`A whole number from ${min} to ${max} is needed.`)
    .min(min, `At least ${min} is needed.`)
    .max(max, `At most ${max} is possible.`)
    .default(preset)
    .describe(description);

/** A text that is not blank. */
export const text = (max: number) =>
  z.string().trim().min(1, 'At least one character is needed.').max(max, `At most ${max} characters are possible.`);

export const weight = (preset: number, description: string) =>
  z.number().min(0, 'A weight is 0 or more.').max(1_000_000).default(preset).describe(description);

export const rate = (preset: number, description: string) =>
  z.number().min(0, 'A rate is from 0 to 1.').max(1, 'A rate is from 0 to 1.').default(preset).describe(description);

export const day = z.iso.date('A date such as 2024-09-01 is needed.');

/** Refuses rates that do not add up to 1, naming the sum it found. */
export function addUpToOne(what: string) {
  return (context: z.core.ParsePayload<Record<string, number>>) => {
    const sum = Object.values(context.value).reduce((total, part) => total + part, 0);
    if (Math.abs(sum - 1) <= 1e-6) return;
    const message = `The ${what} must add up to 1; they add up to ${Number(sum.toFixed(6))}.`;
    context.issues.push({ code: 'custom', message, input: context.value, params: { sum } });
  };
}

/** Refuses weights that are all 0. */
export function somePositive(what: string) {
  return (context: z.core.ParsePayload<Record<string, number>>) => {
    if (Object.values(context.value).some((part) => part > 0)) return;
    context.issues.push({ code: 'custom', message: `At least one ${what} needs a weight above 0.`, input: context.value });
  };
}
