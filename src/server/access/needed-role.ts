import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { includes, isRole, type Role } from './role.ts';

/** An operation that is about to run. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
}

/**
 * The role that an operation needs: the highest of its root fields. A field names its own in `extensions.role` of the
 * schema; without, mutations need `write` and all else `read`. `@skip` and `@include` change nothing.
 */
export function neededRole({ schema, document, operationName }: Operation): Role {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return 'read';
  const usual = operation.operation === 'mutation' ? 'write' : 'read';
  let highest: Role = 'read';
  for (const name of rootFields(operation.selectionSet, document)) {
    const role = roleOfField(root, name) ?? usual;
    if (includes(role, highest)) highest = role;
  }
  return highest;
}

function roleOfField(root: GraphQLObjectType, name: string): Role | undefined {
  const role = root.getFields()[name]?.extensions.role;
  return isRole(role) ? role : undefined;
}

/** Through fragments, each of them once: fragments that spread others twice would otherwise take exponential time. */
function* rootFields(selections: SelectionSetNode, document: DocumentNode, seen = new Set<string>()): Generator<string> {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) yield selection.name.value;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* rootFields(selection.selectionSet, document, seen);
    else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value);
      const fragment = fragmentNamed(selection.name.value, document);
      if (fragment) yield* rootFields(fragment.selectionSet, document, seen);
    }
  }
}

function fragmentNamed(name: string, { definitions }: DocumentNode): FragmentDefinitionNode | undefined {
  return definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).find((each) => each.name.value === name);
}
