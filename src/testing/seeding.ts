import { type DomainDefinition, type DomainModel, modelOf } from '../definition/index.ts';
import { checkDatasetName, DEFAULT_DATASET, type SeedRequest } from '../jobs/index.ts';
import { loadProject } from '../project/index.ts';
import { createGateway, type Gateway } from '../server/index.ts';
import { TestingError } from './error.ts';

/** What a test gateway knows and holds. */
export interface TestGatewayOptions {
  /** How much is seeded before the gateway is handed out; case does not count. Default: nothing is seeded. */
  readonly preset?: string;
  /** Of the seeding: the same seed gives the same data. A whole number; default 42. Takes a preset. */
  readonly seed?: number;
  /** Changes to the preset, as in the seeding's mutation: `{ volumes: { students: 3 } }`. Takes a preset. */
  readonly overrides?: Readonly<Record<string, unknown>>;
  /** The dataset that is seeded, and that requests go to unless they name another. Default: `default`. Any other is made by its first seeding. */
  readonly dataset?: string;
  /** What the gateway knows how to make. Default: the domains of the project in the working directory; without one, those that come with Seedgraph. */
  readonly domains?: readonly DomainDefinition[];
  /** The name of the domain that is seeded. Default: the first of `domains`, `school` among the built-in ones. */
  readonly domain?: string;
}

/** Options that have been checked and completed. */
export interface TestSetup {
  readonly domains: readonly DomainModel[];
  readonly dataset: string;
  /** Undefined when the gateway begins empty. */
  readonly seeding: SeedRequest | undefined;
}

/** @throws TestingError UNKNOWN_DOMAIN, PRESET_REQUIRED; JobError INVALID_DATASET_NAME; DefinitionError; ProjectError. */
export async function setupOf(options: TestGatewayOptions): Promise<TestSetup> {
  const { preset, seed, overrides } = options;
  const dataset = checkDatasetName(options.dataset ?? DEFAULT_DATASET);
  const domains = options.domains?.map(modelOf) ?? (await loadProject()).domains;
  const domain = domainNamed(domains, options.domain);
  if (preset !== undefined) return { domains, dataset, seeding: { domain, dataset, preset, seed, overrides } };
  refuseWithoutPreset(domain, { seed, overrides });
  return { domains, dataset, seeding: undefined };
}

/** A gateway over memory that holds what the options ask for. @throws what the seeding throws, or ended with. */
export async function openGateway({ domains, seeding }: TestSetup): Promise<Gateway> {
  const gateway = await createGateway({ domains, store: 'memory:' });
  try {
    if (seeding) await seed(gateway, seeding);
    return gateway;
  } catch (error) {
    await gateway.dispose();
    throw error;
  }
}

async function seed({ jobs }: Gateway, request: SeedRequest): Promise<void> {
  const { id } = await jobs.seed(request);
  const { status, error } = await jobs.wait(id);
  if (status === 'COMPLETED') return;
  throw new TestingError('SEEDING_FAILED', `The seeding ended ${status}: ${error?.message ?? 'no reason is known'}`, {
    details: { status, error },
  });
}

function domainNamed(domains: readonly DomainModel[], name = domains[0]?.name): DomainModel {
  const domain = domains.find((candidate) => candidate.name === name);
  if (domain) return domain;
  const names = domains.map((candidate) => candidate.name);
  throw new TestingError('UNKNOWN_DOMAIN', `There is no domain "${name}"; there are ${names.join(', ') || 'none'}.`, {
    path: ['domain'],
    details: { given: name, known: names },
  });
}

function refuseWithoutPreset({ definition }: DomainModel, given: Pick<TestGatewayOptions, 'seed' | 'overrides'>): void {
  const presets = Object.keys(definition.presets);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const message = `"${name}" is of a seeding, and there is none without a preset: name one of ${presets.join(', ')}.`;
    throw new TestingError('PRESET_REQUIRED', message, { path: [name], details: { known: presets } });
  }
}
