import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { DocumentNode, FormattedExecutionResult } from 'graphql';
import { expectTypeOf, test } from 'vitest';
import type { TestGateway } from '../../src/testing/index.ts';

/** Checked by `tsc`, which `npm test` runs: `execute` has the types of its document. */
declare const gateway: TestGateway;

interface Data {
  readonly name: string;
}
type Required = { id: string; note?: string | null | undefined };
type Optional = { first?: number | null | undefined };
/** As the code generator writes it for documents without variables. */
type None = { [key: string]: never };

/** As the code generator's `documentMode: 'string'` writes them. */
declare class TypedDocumentString<Result, Variables> extends String {
  __apiType?: (variables: Variables) => Result;
}

declare const required: TypedDocumentNode<Data, Required>;
declare const optional: TypedDocumentNode<Data, Optional>;
declare const none: TypedDocumentNode<Data, None>;
declare const text: TypedDocumentString<Data, Required>;
declare const plain: DocumentNode;

type Answer<Result> = Promise<FormattedExecutionResult<Result>>;

test('the data is of the type of the document', () => {
  expectTypeOf(gateway.execute(required, { id: '1' })).toEqualTypeOf<Answer<Data>>();
  expectTypeOf(gateway.execute(text, { id: '1' })).toEqualTypeOf<Answer<Data>>();
  expectTypeOf(gateway.execute(plain)).toEqualTypeOf<Answer<Record<string, unknown>>>();
  expectTypeOf(gateway.execute('{ name }', { any: 1 })).toEqualTypeOf<Answer<Record<string, unknown>>>();
  expectTypeOf(gateway.execute<Data>('{ name }')).toEqualTypeOf<Answer<Data>>();
});

test('variables are required when one of them is', () => {
  gateway.execute(optional);
  gateway.execute(optional, { first: 1 });
  gateway.execute(none);
  // @ts-expect-error there is a required variable
  gateway.execute(required);
  // @ts-expect-error and it is not given
  gateway.execute(required, {});
  // @ts-expect-error the same for documents that are strings
  gateway.execute(text);
  // @ts-expect-error a variable of another type
  gateway.execute(optional, { first: 'one' });
  // @ts-expect-error no such variable
  gateway.execute(optional, { last: 1 });
  // @ts-expect-error there are none
  gateway.execute(none, { first: 1 });
  // @ts-expect-error not a document
  gateway.execute(5);
  // @ts-expect-error nor is this
  gateway.execute({});
});

test('fetch is a fetch', () => {
  expectTypeOf(gateway.fetch).toEqualTypeOf<typeof globalThis.fetch>();
});
