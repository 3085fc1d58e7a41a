import { type ExtendedConfig, vocabulary, z } from 'seedgraph';
import type { school } from 'seedgraph/domains/school';

/** Further keys of the school's configuration. Each has a default, so that nobody has to give it. */
export const furtherConfig = z.object({
  volumes: z.object({ lockers: z.int().min(0).max(5_000).default(12).describe('Lockers of a school.') }),
  buses: z
    .strictObject({ lines: z.int().min(1).max(99).default(4).describe('Bus lines that serve the school.') })
    .prefault({})
    .describe('How students come by bus.'),
});

/** The words to define with; they know the school's configuration and ours. */
export const { defineEntity, extendEntity, many } = vocabulary<ExtendedConfig<typeof school, typeof furtherConfig>>();
