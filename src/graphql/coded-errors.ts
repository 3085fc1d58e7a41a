import { type GraphQLFieldResolver, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql';
import { SeedgraphError } from '../definition/index.ts';
import { codedError } from './client-error.ts';

/**
 * Makes resolvers raise GraphQL errors with codes, whatever executes the schema. Needed before an executor sees them:
 * graphql-js takes an error that has a `path` for one that it has located already.
 * Plain values of rows are left alone: there are many of them, and reading one cannot fail on purpose.
 */
export function withCodedErrors(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRow = type.getInterfaces().length > 0;
    for (const field of Object.values(type.getFields())) {
      if (isRow && isLeafType(getNamedType(field.type))) continue;
      if (field.resolve) field.resolve = coded(field.resolve);
      if (field.subscribe) field.subscribe = coded(field.subscribe);
    }
  }
  return schema;
}

function coded<Parent, Context>(resolve: GraphQLFieldResolver<Parent, Context>): GraphQLFieldResolver<Parent, Context> {
  return (...args) => {
    try {
      const result = resolve(...args);
      return result instanceof Promise ? result.catch(raise) : result;
    } catch (error) {
      return raise(error);
    }
  };
}

function raise(error: unknown): never {
  throw error instanceof SeedgraphError ? codedError(error) : error;
}
