import { z } from 'zod';
import type { DomainModel } from '../definition/index.ts';

const api = z
  .strictObject({
    baseUrl: z
      .url({ protocol: /^https?$/, error: 'An address such as http://localhost:8000 is needed.' })
      .refine((url) => !/\/\/[^/]*@/.test(url), 'An address holds no user and password: configuration files are shared.')
      .default('http://localhost:8000')
      .describe('The base URL of the REST API; --base-url goes before it.'),
    timeout: z.number('A number of seconds is needed.').positive().max(3_600).default(30).describe('Seconds a request may take.'),
  })
  .prefault({})
  .describe('The REST API that `seedgraph push --config` fills. Seeding does not use it.');

const output = z
  .strictObject({
    logLevel: z
      .enum(['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'])
      .default('INFO')
      .describe(
        'What the command line tells beside its result: INFO how far it is, DEBUG also what the file asks for, WARNING and beyond only errors.',
      ),
    progressBar: z.boolean().default(true).describe('Whether a seeding shows how far it is.'),
    exportCache: z.boolean().default(false).describe('Whether a seeding writes the dataset into a cache file when it is done.'),
    cacheFile: z.string().min(1).default('generated_data_cache.json').describe('The cache file, from where the command runs.'),
  })
  .prefault({})
  .describe('What a run shows and leaves behind.');

/** What a configuration file says beside the domain's own configuration. */
export function settingsOf(domain: DomainModel) {
  const presets = Object.keys(domain.definition.presets);
  return z.strictObject({
    $schema: z.string().optional().describe('For editors.'),
    version: z.literal(['1.0', 1]).default('1.0').describe('The version of the format.'),
    preset: z
      .enum([...presets, ...presets.map((name) => name.toLowerCase())])
      .optional()
      .describe(`What the file changes. Default: ${domain.definition.defaultPreset}.`),
    seed: z
      .int('A seed is a whole number from 0 to 2^53 - 1.')
      .min(0, 'A seed is 0 or more.')
      .optional()
      .describe('The same seed always gives the same data. Default: 42.'),
    api,
    output,
  });
}

/** The settings of a file, complete. */
export type ConfigurationSettings = z.output<ReturnType<typeof settingsOf>>;
