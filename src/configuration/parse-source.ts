import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Mistake, Place } from './mistake.ts';
import type { SourceEntry, SourceNode } from './source-node.ts';

/** Bounds on what aliases may unfold to: far more than a configuration needs. */
const MOST_NODES = 100_000;
const DEEPEST = 32;

interface Reader {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly mistakes: Mistake[];
  nodes: number;
  /** Whether aliases unfold to too much, so that it is no use to go on. */
  stopped: boolean;
}

/** What a text says, and what is wrong with its form. Without a root there are mistakes, and no more can be told. */
export interface ParsedSource {
  readonly root?: SourceNode;
  readonly mistakes: readonly Mistake[];
}

/**
 * Reads YAML 1.2, of which JSON is a part. Keys in snake_case become camelCase. Wrong form, a second document, a key given
 * twice, a key without a value and an unknown tag are mistakes; an empty text is one too.
 */
export function parseSource(text: string): ParsedSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const reader: Reader = { document, lines, mistakes: [], nodes: 0, stopped: false };
  for (const { pos, message } of [...document.errors, ...document.warnings])
    reader.mistakes.push({ ...placeAt(reader, pos[0]), path: [], message: `This is not YAML: ${message}.` });
  if (reader.mistakes.length > 0) return { mistakes: reader.mistakes };
  const { contents } = document;
  if (!isMap(contents)) return { mistakes: [{ line: 1, column: 1, path: [], message: wholeFileMessage(contents) }] };
  const root = nodeOf(reader, contents, []);
  return { ...(!reader.stopped && { root }), mistakes: reader.mistakes };
}

function wholeFileMessage(contents: unknown): string {
  const found = contents === null || (isScalar(contents) && contents.value === null) ? 'It is empty' : 'There are no keys';
  return `${found}; a configuration is a mapping such as "data_volumes: {students: 50}", or {} for all defaults.`;
}

function placeAt({ lines }: Reader, offset: number | undefined): Place {
  const { line, col } = lines.linePos(offset ?? 0);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

function nodeOf(reader: Reader, given: unknown, path: readonly string[], at?: Place): SourceNode {
  const node = isAlias(given) ? given.resolve(reader.document) : (given as Node | null);
  // What an alias stands for is wrong where the alias is used.
  const place = isAlias(given) ? placeAt(reader, given.range?.[0]) : (at ?? placeAt(reader, node?.range?.[0]));
  const scalar = (value: unknown): SourceNode => ({ kind: 'scalar', path, place, scalar: value, entries: [] });
  const refuse = (message: string) => {
    reader.mistakes.push({ ...place, path, message });
    return scalar(undefined);
  };
  const stop = (message: string) => {
    reader.stopped = true;
    return refuse(message);
  };
  if (reader.stopped) return scalar(undefined);
  if (++reader.nodes > MOST_NODES) return stop(`There are more than ${MOST_NODES} values, aliases unfolded.`);
  if (path.length > DEEPEST) return stop(`Nothing is nested deeper than ${DEEPEST} keys.`);
  if (isAlias(given) && !node) return refuse(`There is no anchor "&${given.source}" before it.`);
  if (isMap(node)) return { kind: 'mapping', path, place, entries: mappingEntries(reader, node.items, path) };
  const value = isScalar(node) ? node.value : null;
  if (!isSeq(node)) return value === null ? refuse('There is no value. Give one, or leave out the key.') : scalar(value);
  const entries = node.items.map((item, index): SourceEntry => {
    const inner = nodeOf(reader, item, [...path, String(index)]);
    return { key: String(index), keyPlace: inner.place, node: inner };
  });
  return { kind: 'list', path, place, entries };
}

function mappingEntries(
  reader: Reader,
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  path: readonly string[],
): readonly SourceEntry[] {
  const entries = new Map<string, SourceEntry>();
  for (const pair of pairs) {
    const keyPlace = placeAt(reader, (pair.key as Node | null)?.range?.[0]);
    const written = isScalar(pair.key) ? String(pair.key.value) : '';
    const key = written.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    const before = entries.get(key);
    const inner = [...path, written];
    // An own property of that name would be taken for a prototype when configurations are merged.
    if (!isScalar(pair.key) || key === '__proto__')
      reader.mistakes.push({ ...keyPlace, path, message: 'This cannot be a key; a key is a plain name or number.' });
    else if (before)
      reader.mistakes.push({ ...keyPlace, path: inner, message: `It is given twice: line ${before.keyPlace.line} has it too.` });
    // A key with nothing behind it has no place of its own for the value.
    else entries.set(key, { key, keyPlace, node: nodeOf(reader, pair.value, inner, pair.value ? undefined : keyPlace) });
  }
  return [...entries.values()];
}
