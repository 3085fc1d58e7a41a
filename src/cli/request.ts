import { type Command, Option } from 'commander';
import { readConfigurationFile } from '../configuration/index.ts';
import type { DomainModel } from '../definition/index.ts';
import type { PlanRequest } from '../plan/index.ts';

export const configOption = () => new Option('--config <file>', 'a YAML or JSON configuration; --preset and --seed go before it');

/** What decides which rows are made. */
export interface RequestOptions {
  readonly config?: string;
  readonly preset?: string;
  readonly seed: number;
}

/**
 * What a command asks for: the configuration file, if there is one, and the flags, which go before it.
 *
 * @throws ConfigurationFileError, and PlanError UNKNOWN_PRESET.
 */
export async function requestOf(
  domain: DomainModel,
  { config, preset, seed }: RequestOptions,
  command: Command,
): Promise<PlanRequest & { readonly progressBar: boolean }> {
  if (config === undefined) return { preset, seed, progressBar: true };
  const file = await readConfigurationFile(config, domain, { preset });
  const isSeedGiven = command.getOptionValueSource('seed') !== 'default';
  return {
    preset: file.preset,
    seed: isSeedGiven ? seed : (file.seed ?? seed),
    overrides: file.overrides,
    progressBar: file.settings.output.progressBar,
  };
}
