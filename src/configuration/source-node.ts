import type { Place } from './mistake.ts';

/** A part of a configuration file that knows where it stands. */
export interface SourceNode {
  readonly kind: 'mapping' | 'list' | 'scalar';
  /** The keys down to it, as the file writes them. */
  readonly path: readonly string[];
  readonly place: Place;
  /** What a scalar holds; undefined for the others. */
  readonly scalar?: unknown;
  /** The parts of a mapping or a list, in the order of the file; empty for a scalar. */
  readonly entries: readonly SourceEntry[];
}

/** A part under its key; the key of a list's item is its index. */
export interface SourceEntry {
  /** In camelCase, as configurations have it: `data_volumes` is `dataVolumes`. */
  readonly key: string;
  readonly keyPlace: Place;
  readonly node: SourceNode;
}

/** The part as plain JavaScript. */
export function plainValue(node: SourceNode): unknown {
  if (node.kind === 'scalar') return node.scalar;
  if (node.kind === 'list') return node.entries.map((entry) => plainValue(entry.node));
  return Object.fromEntries(node.entries.map((entry) => [entry.key, plainValue(entry.node)]));
}

/** The entries down to a path, as far as the file has them. */
export function entriesAlong(node: SourceNode, path: readonly PropertyKey[]): readonly SourceEntry[] {
  const [key, ...rest] = path;
  const entry = key === undefined ? undefined : node.entries.find((candidate) => candidate.key === String(key));
  return entry ? [entry, ...entriesAlong(entry.node, rest)] : [];
}
