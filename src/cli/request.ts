import { type Command, Option } from 'commander';
import { type Configuration, readConfigurationFile } from '../configuration/index.ts';
import type { DomainModel } from '../definition/index.ts';
import type { PlanRequest } from '../plan/index.ts';

export const configOption = () => new Option('--config <file>', 'a YAML or JSON configuration; --preset and --seed go before it');

/** Levels at which only errors are told beside the result. Bars on a terminal are no log. */
const QUIET: ReadonlySet<string> = new Set(['WARNING', 'ERROR', 'CRITICAL']);

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
): Promise<PlanRequest & { readonly progressBar: boolean; readonly cacheFile?: string | undefined }> {
  // What is not asked for has its default, or is what the dataset was made with: that is not decided here.
  const given = command.getOptionValueSource('seed') === 'default' ? undefined : seed;
  if (config === undefined) return { preset, seed: given, progressBar: true };
  const file = await readConfigurationFile(config, domain, { preset });
  const { progressBar, logLevel, exportCache, cacheFile } = file.settings.output;
  if (logLevel === 'DEBUG') console.error(debugLine(config, file));
  return {
    preset: file.preset,
    seed: given ?? file.seed,
    overrides: file.overrides,
    progressBar: progressBar && (process.stderr.isTTY || !QUIET.has(logLevel)),
    cacheFile: exportCache ? cacheFile : undefined,
  };
}

/** What a file that is valid asks for. It has no place for secrets. */
function debugLine(file: string, { preset, seed, overrides }: Configuration): string {
  return `debug: ${file}: ${JSON.stringify({ preset, seed, overrides })}`;
}
