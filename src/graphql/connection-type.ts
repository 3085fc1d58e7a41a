import type { ObjectRef } from '@pothos/core';
import type { EntityModel } from '../definition/index.ts';
import type { Builder, SchemaTypes } from './builder.ts';
import type { Connection, Edge, PageInfo } from './connection.ts';
import { type AnyInputRef, type InputSpecs, implementObject } from './dynamic.ts';
import type { Loaded } from './loaded.ts';
import { nouns } from './nouns.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './page-size.ts';
import type { TypeNames } from './type-names.ts';

export type PageInfoRef = ObjectRef<SchemaTypes, PageInfo>;

/** Adds `type PageInfo`. */
export function addPageInfo(builder: Builder): PageInfoRef {
  return builder.objectRef<PageInfo>('PageInfo').implement({
    description: 'Which part of a list a page is.',
    fields: (t) => ({
      hasNextPage: t.exposeBoolean('hasNextPage', { description: 'There are more items after this page.' }),
      hasPreviousPage: t.exposeBoolean('hasPreviousPage', { description: 'There are more items before this page.' }),
      startCursor: t.exposeString('startCursor', { nullable: true, description: 'The cursor of the first item; for `before`.' }),
      endCursor: t.exposeString('endCursor', { nullable: true, description: 'The cursor of the last item; for `after`.' }),
    }),
  });
}

/** Adds `StudentConnection` and `StudentEdge`. */
export function addConnection(
  builder: Builder,
  names: TypeNames,
  entity: EntityModel,
  refs: { node: ObjectRef<SchemaTypes, Loaded>; pageInfo: PageInfoRef },
): ObjectRef<SchemaTypes, Connection> {
  const edge = builder.objectRef<Edge>(names.claim(`${entity.typeName}Edge`, 'Item', entity.domain));
  const connection = builder.objectRef<Connection>(names.claim(`${entity.typeName}Connection`, 'List', entity.domain));
  implementObject(builder, edge, {
    description: 'An item of a list, with its place in it.',
    fields: () => ({
      cursor: {
        type: 'String',
        description: 'For `after` and `before`, with the same `orderBy`.',
        resolve: ({ cursor }) => cursor,
      },
      node: { type: refs.node, description: 'The item.', resolve: ({ node }) => node },
    }),
  });
  implementObject(builder, connection, {
    description: `A list of ${nouns(entity)}, a page at a time.`,
    fields: () => ({
      nodes: { type: refs.node, list: true, description: 'The items of this page.', resolve: (list) => list.nodes() },
      edges: {
        type: edge,
        list: true,
        description: 'The items of this page with their cursors.',
        resolve: (list) => list.edges(),
      },
      pageInfo: { type: refs.pageInfo, description: 'Whether there is more.', resolve: (list) => list.pageInfo() },
      totalCount: {
        type: 'BigInt',
        description: 'The items on all pages; counted when asked for.',
        resolve: (list) => list.totalCount(),
      },
    }),
  });
  return connection;
}

/** The arguments of a connection. */
export function connectionArgs(filter: AnyInputRef, order: AnyInputRef): InputSpecs {
  return {
    filter: { type: filter, description: 'Which items to take. Default: all.' },
    orderBy: { type: order, list: true, description: 'Default: the order they were made in.' },
    first: { type: 'Int', description: `Takes the first so many, 0 to ${MAX_PAGE_SIZE}. Default: ${DEFAULT_PAGE_SIZE}.` },
    after: { type: 'String', description: 'Begins behind this cursor.' },
    last: { type: 'Int', description: `Takes the last so many instead, 0 to ${MAX_PAGE_SIZE}.` },
    before: { type: 'String', description: 'Ends in front of this cursor.' },
  };
}
