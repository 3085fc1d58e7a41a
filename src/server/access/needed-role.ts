import {
  type DocumentNode,
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

/** Through fragments, which validation has found to be free of cycles. */
function* rootFields(selections: SelectionSetNode, document: DocumentNode): Generator<string> {
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) yield selection.name.value;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* rootFields(selection.selectionSet, document);
    else {
      const fragment = document.definitions.find(
        (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
      );
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION) yield* rootFields(fragment.selectionSet, document);
    }
  }
}
