import type { z } from 'zod';
import { type ConfigWithVolumes, type DomainModel, merge } from '../definition/index.ts';
import { PlanError } from './error.ts';
import type { PlanRequest } from './plan.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** The default seed. */
export const DEFAULT_SEED = 42;

/** Checks a seed: a whole number from 0 to 2^53 - 1. @throws PlanError INVALID_SEED. */
export function checkSeed(seed: number | undefined): number {
  const given = seed ?? DEFAULT_SEED;
  if (Number.isSafeInteger(given) && given >= 0) return given;
  throw new PlanError('INVALID_SEED', `A seed is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}; given ${given}.`, {
    path: ['seed'],
  });
}

/** The name of a preset, as the domain writes it. Case does not count. @throws PlanError UNKNOWN_PRESET. */
export function checkPreset(domain: DomainModel, preset: string | undefined): string {
  const { presets, defaultPreset } = domain.definition;
  const name = preset?.toUpperCase() ?? defaultPreset;
  if (Object.hasOwn(presets, name)) return name;
  throw new PlanError('UNKNOWN_PRESET', `There is no preset "${preset}"; there are ${Object.keys(presets).join(', ')}.`, {
    path: ['preset'],
  });
}

/**
 * Defaults, preset and overrides merged and checked.
 *
 * @throws PlanError UNKNOWN_PRESET, or INVALID_CONFIGURATION naming every mistake; its path points into the overrides.
 */
export function configure(domain: DomainModel, request: PlanRequest): ConfigWithVolumes {
  const preset = checkPreset(domain, request.preset);
  const given = merge(domain.definition.presets[preset] as JsonObject, request.overrides ?? {});
  const parsed = domain.definition.config.safeParse(given);
  // The schema of a domain is declared to give volumes (see `defineDomain`).
  if (parsed.success) return parsed.data as ConfigWithVolumes;
  throw configurationError(parsed.error);
}

function configurationError(error: z.ZodError): PlanError {
  const mistakes = error.issues.map((issue) => ({
    path: issue.path.map((part) => (typeof part === 'number' ? part : String(part))),
    message: issue.message,
  }));
  const list = mistakes.map(({ path, message }) => `${path.join('.') || 'configuration'}: ${message}`).join('; ');
  return new PlanError('INVALID_CONFIGURATION', list, {
    path: ['overrides', ...(mistakes[0]?.path ?? [])],
    details: { mistakes },
  });
}
