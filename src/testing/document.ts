import { type DocumentNode, print } from 'graphql';

/** Data or variables whose type is not known. */
export type JsonObject = Record<string, unknown>;

/**
 * A document as text or parsed, with the types of its data and variables where it has them: GraphQL Code Generator's
 * `TypedDocumentNode` and `TypedDocumentString`, gql.tada's documents, graphql-js' `DocumentNode`, a plain string.
 */
export type TestDocument<Data, Variables> = (TextDocument | ParsedDocument) & TypeDecoration<Data, Variables>;

/** A string, or an object that wraps one. */
type TextDocument = { valueOf(): string };

/** What all majors of graphql-js have in common: the document may come from another one than ours. */
type ParsedDocument = { readonly kind: string; readonly definitions: readonly object[] };

/** How typed documents carry their types (https://github.com/dotansimha/graphql-typed-document-node). */
type TypeDecoration<Data, Variables> = { readonly __apiType?: (variables: Variables) => Data };

/** The variables as an argument: one that may be left out when none of them is required. */
export type VariablesArgument<Variables> =
  Record<never, never> extends Variables ? [variables?: Variables] : [variables: Variables];

/** A document as it is sent. */
export function textOf(document: TestDocument<unknown, never>): string {
  // Printing needs no more of a document than its nodes, which are alike in every major of graphql-js.
  return 'definitions' in Object(document) ? print(document as unknown as DocumentNode) : String(document.valueOf());
}
