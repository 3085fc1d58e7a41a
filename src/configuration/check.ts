import type { z } from 'zod';
import { nearest, snakeCase } from '../definition/index.ts';
import type { Mistake, Place } from './mistake.ts';
import { RULES_SECTION } from './sections.ts';
import { keysAt, type Shape } from './shape.ts';
import { entriesAlong, plainValue, type SourceNode } from './source-node.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];
type Given = Readonly<Record<string, unknown>>;

/** What is checked: a part of a file, and what it has to be. */
export interface Checked {
  readonly node: SourceNode;
  readonly schema: z.ZodType;
  /** Has the keys that the part knows, to suggest one for an unknown key. */
  readonly shape: Shape;
  /** What the part is merged over. Default: nothing. */
  readonly complete?: (given: Given) => Given;
}

/** All mistakes of a part of a file, in no order. */
export function mistakesIn(checked: Checked): readonly Mistake[] {
  // The part is a mapping.
  return issuesOf(checked, plainValue(checked.node) as Given).flatMap((issue) => mistakesOf(checked, issue));
}

/** Checks stand at three levels at most: of a part, of a section, of the whole. */
const ROUNDS = 3;

/**
 * A wrong value keeps schemas from checking what spans several ("rates add up to 1"). So what is wrong is taken away and the
 * rest looked at again; what is then found about the parts taken away does not count.
 */
function issuesOf(checked: Checked, given: Given, removed: readonly Path[] = [], rounds = ROUNDS): readonly Issue[] {
  const { error } = checked.schema.safeParse(checked.complete?.(given) ?? given);
  const isNew = (issue: Issue) => !removed.some((path) => isWithin(path, judgedBy(checked, issue)));
  const issues = (error?.issues ?? []).filter(isNew);
  if (issues.length === 0 || rounds === 1) return issues;
  const rest = issues.flatMap(placesOf).reduce<unknown>((value, path) => without(value, path), given) as Given;
  return [...issues, ...issuesOf(checked, rest, [...removed, ...issues.flatMap(valuesOf)], rounds - 1)];
}

/** What an issue takes away: unknown keys, or the value; an item takes its list along, so that other items keep their index. */
function placesOf(issue: Issue): readonly Path[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key]);
  const item = issue.path.findIndex((part) => typeof part === 'number');
  return [item < 0 ? issue.path : issue.path.slice(0, item)];
}

/** Defaults stand in for values taken away, not for unknown keys: only the former make later findings doubtful. */
function valuesOf(issue: Issue): readonly Path[] {
  return issue.code === 'unrecognized_keys' ? [] : placesOf(issue);
}

/** What an issue judges: a schema's own check that points at a single value compares it with those beside it. */
function judgedBy({ node }: Checked, { code, path }: Issue): Path {
  const isSingle = entriesAlong(node, path).at(-1)?.node.kind === 'scalar';
  return code === 'custom' && isSingle ? path.slice(0, -1) : path;
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((part, index) => String(part) === String(path[index]));
}

function without(value: unknown, [key, ...rest]: Path): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return value;
  const entries = Object.entries(value).filter(([name]) => rest.length > 0 || name !== key);
  return Object.fromEntries(entries.map(([name, part]) => [name, name === key ? without(part, rest) : part]));
}

function mistakesOf(checked: Checked, issue: Issue): readonly Mistake[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(checked, issue.path, key));
  const along = entriesAlong(checked.node, issue.path);
  const last = along.at(-1);
  const path = last?.node.path ?? checked.node.path;
  if (along.length === issue.path.length && last) {
    if (issue.code === 'invalid_key') return [{ ...positionOf(last.keyPlace), path, message: wantedOf(issue) }];
    return [{ ...positionOf(last.node.place), path, message: `${wanted(issue, last.node)}${givenOf(issue, last.node)}` }];
  }
  // What is wrong is not in the file: it is missing, or a default that does not fit to what is.
  const rest = issue.path.slice(along.length).map((part) => snakeCase(String(part)));
  const message = issue.code === 'invalid_type' ? `It is missing. ${wantedOf(issue)}` : wantedOf(issue);
  return [{ ...positionOf(last?.keyPlace ?? checked.node.place), path: [...path, ...rest], message }];
}

const positionOf = ({ line, column }: Place): Place => ({ line, column });

function unknownKey({ node, shape }: Checked, path: Path, key: string): Mistake {
  const along = entriesAlong(node, [...path, key]);
  const entry = along.at(-1);
  const written = entry?.node.path ?? [...node.path, key];
  // What was lifted out of the rules is looked for among them.
  const isLifted = path.length === 0 && written.length > 1;
  const known = keysAt(shape, isLifted ? [RULES_SECTION] : path).map(snakeCase);
  const near = nearest(snakeCase(key), known);
  // Not what stands behind the key: it may be a secret.
  const message = `There is no such key; ${near ? `did you mean "${near}"?` : `there are ${known.join(', ')}.`}`;
  return { ...positionOf(entry?.keyPlace ?? node.place), path: written, message };
}

/** How many values a message lists; of more, only the nearest is named. */
const MOST_LISTED = 12;

function wanted(issue: Issue, { scalar }: SourceNode): string {
  if (issue.code !== 'invalid_value' || issue.values.length <= MOST_LISTED) return wantedOf(issue);
  const near = nearest(String(scalar), issue.values.map(String));
  return near
    ? `There is no such value; did you mean "${near}"?`
    : `There is no such value; there are ${issue.values.length}, such as "${String(issue.values[0])}".`;
}

const words: Readonly<Record<string, string>> = {
  object: 'A mapping of keys to values is needed.',
  record: 'A mapping of keys to values is needed.',
  array: 'A list is needed.',
  string: 'A text is needed.',
  number: 'A number is needed.',
  int: 'A whole number is needed.',
  boolean: 'true or false is needed.',
};

/** What would be right: the schema's own words where it has some. */
function wantedOf(issue: Issue): string {
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid'))
    return `One of ${issue.values.map((value) => JSON.stringify(value)).join(', ')} is needed.`;
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid')) return words[issue.expected] ?? issue.message;
  return /[.?!]$/.test(issue.message) ? issue.message : `${issue.message}.`;
}

function givenOf({ code }: Issue, { kind, scalar }: SourceNode): string {
  if (kind !== 'scalar') return code === 'invalid_type' ? ` Given: a ${kind}.` : '';
  // The user and password of an address are not for terminals and logs.
  const text = (typeof scalar === 'string' ? JSON.stringify(scalar) : String(scalar)).replace(/\/\/[^/]*@/, '//***@');
  return ` Given: ${text.length > 80 ? `${text.slice(0, 80)}...` : text}`;
}
