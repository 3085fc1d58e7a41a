import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

export const root = join(import.meta.dirname, '../..');

/** A command line of `seedgraph` in a manifest, with the variables that it is run with. */
export interface CommandLine {
  readonly where: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly {
    readonly name: string;
    readonly value?: string;
    readonly valueFrom?: { readonly secretKeyRef: { readonly key: string } };
  }[];
  readonly startupProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
}

interface Probe {
  readonly httpGet?: { readonly path: string };
}

interface Service {
  readonly image: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly healthcheck?: unknown;
  readonly deploy?: { readonly replicas: number };
}

/** A Kubernetes object, as far as tests look into it. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> };
    readonly template?: {
      readonly metadata: { readonly labels: Readonly<Record<string, string>> };
      readonly spec: { readonly containers: readonly Container[] };
    };
  };
}

/** Every document of a YAML file. @throws for a mistake, or a warning, in any of them. */
export function documentsOf(file: string): unknown[] {
  return [...parseAllDocuments(readFileSync(join(root, file), 'utf8'), { merge: true })].map((document) => {
    for (const problem of [...document.errors, ...document.warnings]) throw problem;
    return document.toJS();
  });
}

/** The services of docker-compose.yml, with `${NAME:-default}` replaced, and `${NAME:?...}` by what `given` says. */
export function servicesOf(given: Readonly<Record<string, string>>): Readonly<Record<string, Service>> {
  const [compose] = documentsOf('docker-compose.yml') as [{ readonly services: Readonly<Record<string, Service>> }];
  const text = JSON.stringify(compose.services).replaceAll(
    /\$\{(\w+):[-?]([^}]*)\}/g,
    (_, name: string, rest: string) => given[name] ?? rest,
  );
  return JSON.parse(text);
}

export const manifestsOf = (file: string) => documentsOf(file) as Manifest[];

export const containersOf = ({ spec }: Manifest): readonly Container[] => spec.template?.spec.containers ?? [];

/** What containers of Seedgraph's own image run; `secrets` has what the secret of the cluster holds, `shell` what a shell makes of a word. */
export function commandLinesOf(
  manifests: readonly Manifest[],
  secrets: Readonly<Record<string, string>>,
  shell: (script: string) => readonly string[],
): CommandLine[] {
  const own = manifests.flatMap((manifest) => containersOf(manifest).filter(({ image }) => image.startsWith('seedgraph:')));
  return own.map(({ name, command, args = [], env = [] }) => ({
    where: name,
    args: command ? shell(args.join(' ')) : args,
    env: Object.fromEntries(
      env.map(({ name: variable, value, valueFrom }) => [variable, value ?? secrets[valueFrom?.secretKeyRef.key ?? ''] ?? '']),
    ),
  }));
}
