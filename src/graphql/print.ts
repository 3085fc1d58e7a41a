import { GraphQLObjectType, type GraphQLSchema, isIntrospectionType, isSpecifiedScalarType, printType } from 'graphql';
import type { DomainModel } from '../definition/index.ts';
import type { BuiltSchema } from './schema.ts';
import type { TypeNames } from './type-names.ts';

/** A part of the printed schema: what one domain adds, or what all have in common. */
export interface PrintedPart {
  /** The domain's name, or `common`. */
  readonly name: string;
  readonly sdl: string;
}

/**
 * The schema as SDL, the common part first and then one part a domain, which extends the root types of the first.
 * Types are in the order of their names, fields as they are defined, so that equal schemas print alike.
 */
export function printParts({ schema, names }: BuiltSchema, domains: readonly DomainModel[]): PrintedPart[] {
  return [undefined, ...domains].map((owner) => ({ name: owner?.name ?? 'common', sdl: printPart(schema, names, owner) }));
}

function printPart(schema: GraphQLSchema, names: TypeNames, owner: DomainModel | undefined): string {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type != null);
  const printedRoots = roots.map((root) => printRoot(root, names, owner));
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .filter((type) => !roots.some((root) => root === type) && names.ownerOf(type.name) === owner)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return `${[...printedRoots, ...types.map(printType)].filter((text) => text !== '').join('\n\n')}\n`;
}

/** A root type with the fields of one owner; a domain's extend those of the common part. */
function printRoot(root: GraphQLObjectType, names: TypeNames, owner: DomainModel | undefined): string {
  const { fields, ...config } = root.toConfig();
  const own = Object.entries(fields).filter(([name]) => names.ownerOf(`${root.name}.${name}`) === owner);
  if (own.length === 0) return '';
  const description = owner ? undefined : config.description;
  const printed = printType(new GraphQLObjectType({ ...config, description, fields: Object.fromEntries(own) }));
  return owner ? `extend ${printed}` : printed;
}
