import { domainsNamed, knownDomains, typeName } from '../entity-named.ts';
import { withStore } from '../reading.ts';

/** Something that may be typed, and a word about it. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** What stands on the line before. */
export interface Typed {
  /** Values of options by name. */
  readonly given: ReadonlyMap<string, string>;
  readonly positionals: readonly string[];
}

type Source = (typed: Typed) => readonly Candidate[] | Promise<readonly Candidate[]>;

/** The values of an option or an argument of a name; none where they cannot be known. */
export async function valuesOf(name: string, typed: Typed): Promise<readonly Candidate[]> {
  return (await sources[name]?.(typed)) ?? [];
}

const sources: Readonly<Record<string, Source>> = {
  domain: () => knownDomains().map(({ name, definition }) => ({ value: name, description: definition.description })),
  preset: (typed) => {
    const names = domainsOn(typed).flatMap(({ definition }) => Object.keys(definition.presets));
    return [...new Set(names)].map((preset) => ({ value: preset.toLowerCase(), description: '' }));
  },
  type: (typed) => types(typed),
  features: (typed) => types(typed),
  entity: (typed) => types(typed),
  dataset: async ({ given }) => {
    const store = given.get('store') ?? process.env.SEEDGRAPH_STORE ?? 'file:.seedgraph';
    const datasets = await withStore({ store, allowAnyDatabase: given.has('allow-any-database') }, (opened) => opened.datasets());
    return datasets.map(({ name, domains }) => ({ value: name, description: domains.join(', ') }));
  },
};

function types(typed: Typed): readonly Candidate[] {
  return domainsOn(typed)
    .flatMap(({ entities }) => entities)
    .map((entity) => ({ value: typeName(entity), description: entity.definition.description }));
}

/** The domain that the line names, by an option or as an argument; else all. */
function domainsOn({ given, positionals }: Typed) {
  const known = new Set(knownDomains().map(({ name }) => name));
  return domainsNamed([given.get('domain'), ...positionals].find((word) => word !== undefined && known.has(word)));
}
