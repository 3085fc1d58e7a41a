import { readFile } from 'node:fs/promises';
import { type DomainModel, merge } from '../definition/index.ts';
import { checkPreset } from '../plan/index.ts';
import { mistakesIn } from './check.ts';
import { ConfigurationFileError, invalidFile } from './mistake.ts';
import { parseSource } from './parse-source.ts';
import { sectionsOf } from './sections.ts';
import { type ConfigurationSettings, settingsOf } from './settings.ts';
import { fileShape, shapeOf } from './shape.ts';
import { plainValue, type SourceNode } from './source-node.ts';

/** A configuration file as plans and jobs take it: a request for one, and what is beside it. */
export interface Configuration {
  /** Missing: the domain's default preset. */
  readonly preset?: string | undefined;
  /** Missing: 42. */
  readonly seed?: number | undefined;
  /** What the file changes in the preset, in the shape of the domain's configuration; valid with that preset. */
  readonly overrides: Readonly<Record<string, unknown>>;
  /** Kept out of `overrides`, hence out of datasets and their recipes. */
  readonly settings: ConfigurationSettings;
}

/** What goes before what the file says. */
export interface ConfigurationOptions {
  /** Default: the file's preset, else the domain's. */
  readonly preset?: string | undefined;
}

/**
 * Reads a YAML or JSON configuration file of a domain.
 *
 * @throws ConfigurationFileError UNREADABLE_CONFIGURATION_FILE, or INVALID_CONFIGURATION_FILE with every mistake in it; PlanError
 * UNKNOWN_PRESET for the option.
 */
export async function readConfigurationFile(
  file: string,
  domain: DomainModel,
  options: ConfigurationOptions = {},
): Promise<Configuration> {
  return parseConfiguration(await textOf(file), file, domain, options);
}

/** The same for a text; `file` names it in messages. @throws as `readConfigurationFile`. */
export function parseConfiguration(
  text: string,
  file: string,
  domain: DomainModel,
  options: ConfigurationOptions = {},
): Configuration {
  const { root, mistakes: malformed } = parseSource(text);
  if (!root) throw invalidFile(file, malformed);
  const schema = settingsOf(domain);
  const { settings, overrides, mistakes: misplaced } = sectionsOf(root, new Set(Object.keys(schema.shape)));
  const preset = options.preset === undefined ? presetIn(settings, domain) : checkPreset(domain, options.preset);
  const complete = over(domain, preset);
  const invalid = [
    ...mistakesIn({ node: settings, schema, shape: shapeOf(schema) }),
    ...mistakesIn({ node: overrides, schema: domain.definition.config, shape: fileShape(domain), complete }),
  ];
  // What has no proper form has no proper value either: once is enough.
  const told = new Set(malformed.map(({ path }) => path.join('.')));
  const mistakes = [...malformed, ...misplaced, ...invalid.filter(({ path }) => !told.has(path.join('.')))];
  if (mistakes.length > 0) throw invalidFile(file, mistakes);
  const parsed = schema.parse(plainValue(settings));
  return { preset, seed: parsed.seed, overrides: plainValue(overrides) as Configuration['overrides'], settings: parsed };
}

/** The preset that a file names. One that does not exist is a mistake of the settings; the rest is then checked over the default. */
function presetIn(settings: SourceNode, domain: DomainModel): string {
  const { presets, defaultPreset } = domain.definition;
  const named = String(settings.entries.find(({ key }) => key === 'preset')?.node.scalar).toUpperCase();
  return Object.hasOwn(presets, named) ? named : defaultPreset;
}

function over({ definition }: DomainModel, preset: string) {
  const base = definition.presets[preset] as Readonly<Record<string, unknown>>;
  return (given: Readonly<Record<string, unknown>>) => merge(base, given);
}

async function textOf(file: string): Promise<string> {
  const unreadable = (why: string, cause: unknown) =>
    new ConfigurationFileError('UNREADABLE_CONFIGURATION_FILE', `The configuration file ${file} cannot be read: ${why}`, {
      cause,
    });
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(error.code === 'ENOENT' ? 'there is no such file.' : `${error.message}.`, error);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw unreadable('it is not UTF-8 text.', error);
  }
}
