import type { z } from 'zod';
import type { DomainDefinition } from './domain.ts';

type Report = (path: string, message: string) => void;

/** Names every mistake in a domain's configuration and presets. */
export function checkConfiguration(domain: DomainDefinition, report: Report): void {
  const empty = domain.config.safeParse({});
  if (!empty.success)
    report('config', `an empty configuration must be valid, so give each key a default: ${issuesOf(empty.error)}`);
  else if (volumesIn(empty.data) === undefined)
    report('config.volumes', 'must be an object of whole numbers: how many rows there are');
  for (const [name, preset] of Object.entries(domain.presets)) {
    if (!/^[A-Z][A-Z0-9_]*$/.test(name)) report(`presets.${name}`, 'must be in SCREAMING_SNAKE, such as "SMALL"');
    const parsed = domain.config.safeParse(preset);
    // What the empty configuration lacks has been told.
    if (empty.success && !parsed.success) report(`presets.${name}`, issuesOf(parsed.error));
  }
  if (Object.hasOwn(domain.presets, domain.defaultPreset)) return;
  const known = Object.keys(domain.presets).join(', ') || 'none';
  report('defaultPreset', `there is no preset "${domain.defaultPreset}"; there are: ${known}`);
}

/** The volumes that a domain's configuration has; undefined where it is not sound. */
export function volumesOf(domain: DomainDefinition): readonly string[] | undefined {
  const empty = domain.config.safeParse({});
  const volumes = empty.success ? volumesIn(empty.data) : undefined;
  return volumes && Object.keys(volumes);
}

function volumesIn(config: unknown): object | undefined {
  const volumes = (config as { readonly volumes?: unknown } | null)?.volumes;
  const isSound = typeof volumes === 'object' && volumes !== null && Object.values(volumes).every(Number.isInteger);
  return isSound ? volumes : undefined;
}

function issuesOf({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join('.') || 'configuration'}: ${message}`).join('; ');
}
