import { type ASTNode, type DocumentNode, type GraphQLError, Kind, parse, type Source, visit } from 'graphql';
import type { ArgumentPath } from './error.ts';

/**
 * Where in a document's arguments an error is: `['preset']` or `['filter', 'and', 0]`, as seen from the field.
 * Undefined when it is not inside an argument.
 */
export function argumentPath({ source, positions }: GraphQLError): ArgumentPath | undefined {
  const position = positions?.[0];
  if (source === undefined || position === undefined) return undefined;
  let found: ArgumentPath = [];
  try {
    visit(parsed(source), {
      enter(node, _key, parent, path, ancestors) {
        // Of several nodes that begin at one place the innermost comes last.
        if (node.loc?.start === position) found = stepsOf(path, [...ancestors, ...(parent ? [parent] : []), node]);
      },
    });
  } catch {
    // A document that does not parse has no arguments.
  }
  return found.length > 0 ? found : undefined;
}

/** A document with many mistakes has many errors with one source. */
const documents = new WeakMap<Source, DocumentNode>();

function parsed(source: Source): DocumentNode {
  const document = documents.get(source) ?? parse(source);
  documents.set(source, document);
  return document;
}

/** `chain` begins with the document; `path[i]` leads from its element i to the next one. */
function stepsOf(path: readonly (string | number)[], chain: readonly (ASTNode | readonly ASTNode[])[]): ArgumentPath {
  return path.flatMap((key, index): (string | number)[] => {
    const reached = chain[index + 1];
    if (typeof key === 'number' && path[index - 1] === 'values') return [key];
    if (!reached || !('kind' in reached)) return [];
    return reached.kind === Kind.ARGUMENT || reached.kind === Kind.OBJECT_FIELD ? [reached.name.value] : [];
  });
}
