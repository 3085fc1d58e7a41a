import { z } from 'zod';
import {
  type DefinitionMistake,
  type DomainDefinition,
  type DomainModel,
  type DomainSource,
  mistakesOf,
  modelOf,
} from '../definition/index.ts';
import { builtInDomains } from '../domains/index.ts';
import { sourceOf } from './domain-source.ts';
import { ProjectError } from './error.ts';
import { findProject, type ProjectLocation } from './find-project.ts';
import { FORM, importProject, shown } from './import-project.ts';

/** What is known to a command, a server or a test: the domains that come with Seedgraph, and those of the user. */
export interface Project {
  /** The file that it was read from; undefined where there is none. */
  readonly file: string | undefined;
  /** Of the project's definitions; see `ProjectConfig.version`. */
  readonly version: string;
  /** Where another thread finds the same domains. */
  readonly source: DomainSource;
  /** The built-in ones in their order, perhaps replaced by some of the same name, then the others. */
  readonly domains: readonly DomainModel[];
}

/** The project without a file: what comes with Seedgraph. */
export function builtInProject(): Project {
  return { file: undefined, version: '', source: sourceOf(undefined), domains: builtInDomains.map(modelOf) };
}

/**
 * Finds and runs the project's file, and checks what it gives. Without a file, the built-in domains.
 *
 * @throws ProjectError PROJECT_NOT_FOUND, or INVALID_PROJECT with every mistake, each with its path.
 */
export async function loadProject(location: ProjectLocation = {}): Promise<Project> {
  const file = findProject(location);
  if (file === undefined) return builtInProject();
  const { version, domains } = shapeOf(file, await importProject(file));
  const mistakes = mistakesIn(domains);
  if (mistakes.length > 0) throw invalid(file, mistakes);
  const all = [
    ...builtInDomains.map((builtIn) => domains.find(({ name }) => name === builtIn.name) ?? builtIn),
    ...domains.filter(({ name }) => !builtInDomains.some((builtIn) => builtIn.name === name)),
  ].map(modelOf);
  const clashes = clashesIn(all);
  if (clashes.length > 0) throw invalid(file, clashes);
  return { file, version, source: sourceOf(file), domains: all };
}

const text = z.string('A text is needed.');
const zodSchema = (value: unknown) => typeof (value as { safeParse?: unknown } | undefined)?.safeParse === 'function';

const entityShape = z.looseObject(
  {
    name: text,
    description: text,
    fields: z.record(
      text,
      z.looseObject({ kind: text }, 'A field is needed: `field.string(...)` or another kind.'),
      'Fields by name are needed: `{ id: field.key(...), ... }`.',
    ),
    rows: z.looseObject(
      { branches: z.array(z.unknown()) },
      'Which rows there are is needed: `root(...)`, `many(...)` or `one(...)`.',
    ),
  },
  'An entity is needed: what `defineEntity` gives.',
);

const list = (what: z.ZodType, told: string) => z.array(what, told);
const named = (what: string) => z.looseObject({ name: text, description: text, entity: text }, what);
const titled = z.looseObject({ title: text }, 'An object with a title is needed.');

const reportShape = z.looseObject(
  {
    title: text,
    figures: list(titled, 'A list of figures is needed.'),
    sections: list(titled.extend({ charts: list(titled, 'A list of charts is needed.') }), 'A list of sections is needed.'),
  },
  'A report is needed: `{ title, figures, sections }`.',
);

const restShape = z.looseObject(
  {
    prefix: text,
    resources: z.record(
      text,
      z.looseObject({ path: text, required: list(text, 'A list of fields is needed.') }, 'A resource is needed.'),
      'Resources by entity are needed.',
    ),
  },
  'A REST API is needed: `{ prefix, resources }`.',
);

/** As far as the checks of definitions rely on it; they say the rest. */
const domainShape = z.looseObject(
  {
    name: text,
    title: text.min(1, 'A title is needed, such as "Shop"; it is in the names of operations: `seedShop`.'),
    prefix: text,
    description: text,
    config: z.custom(zodSchema, 'A zod schema is needed, in which an empty object is valid.'),
    presets: z.record(text, z.unknown(), 'Presets by name are needed: `{ SMALL: {} }`.'),
    defaultPreset: text,
    entities: z.array(entityShape, 'A list of entities is needed.'),
    rules: list(named('A rule is needed: `{ kind, name, description, entity, ... }`.'), 'A list of rules is needed.').optional(),
    expectations: list(named('An expectation is needed.'), 'A list of expectations is needed.').optional(),
    report: reportShape.optional(),
    rest: restShape.optional(),
  },
  'A domain is needed: what `defineDomain` or `extendDomain` gives.',
);

const projectShape = z.strictObject(
  {
    domains: z.array(domainShape, 'A list of domains is needed.').default([]),
    version: text.max(100, 'At most 100 characters.').default(''),
  },
  {
    error: ({ code, input }) =>
      code === 'unrecognized_keys' ? undefined : `An object is needed; it is ${JSON.stringify(input)}.`,
  },
);

function shapeOf(file: string, exported: unknown): { readonly version: string; readonly domains: readonly DomainDefinition[] } {
  const parsed = projectShape.safeParse(exported);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.') || 'default export', message }));
    throw invalid(file, mistakes, ` ${FORM}`);
  }
  const { version } = parsed.data;
  // Checked above; the definitions themselves are taken as they are, since functions and schemas have an identity.
  return { version, domains: (exported as { domains?: readonly DomainDefinition[] }).domains ?? [] };
}

function mistakesIn(domains: readonly DomainDefinition[]): DefinitionMistake[] {
  const names = domains.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...twice.map((name) => ({ path: `domains.${name}`, message: 'is there twice; give one of them another name' })),
    ...domains.flatMap((domain) =>
      mistakesOf(domain).map(({ path, message }) => ({ path: `domains.${domain.name}.${path}`, message })),
    ),
  ];
}

/** Names in the API that two domains would share. */
function clashesIn(domains: readonly DomainModel[]): DefinitionMistake[] {
  const owners = new Map<string, DomainModel>();
  return domains.flatMap((domain) => {
    const { title } = domain.definition;
    const types = domain.entities.map(({ name, typeName }) => ({ path: name, what: typeName }));
    return [{ path: 'title', what: `seed${title}` }, ...types].flatMap(({ path, what }) => {
      const owner = owners.get(what) ?? domain;
      owners.set(what, owner);
      const message = `"${what}" is a name of the domain "${owner.name}" in the API already; give this one another prefix or title`;
      return owner === domain ? [] : [{ path: `domains.${domain.name}.${path}`, message }];
    });
  });
}

function invalid(file: string, mistakes: readonly DefinitionMistake[], advice = ''): ProjectError {
  const list = mistakes.map(({ path, message }) => `\n  ${path}: ${message}`).join('');
  const number = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
  const message = `${shown(file)} has ${number}:${list}${advice && `\n${advice.trim()}`}`;
  return new ProjectError('INVALID_PROJECT', message, { details: { file, mistakes } });
}
