import SchemaBuilder from '@pothos/core';
import type { Json } from '../definition/index.ts';
import type { RequestContext } from './context.ts';

/** A scalar that looks the same inside and outside. */
interface Same<T> {
  Input: T;
  Output: T;
}

/** What Pothos is told of our types. */
interface BuilderTypes {
  Context: RequestContext;
  DefaultFieldNullability: false;
  Scalars: {
    ID: Same<string>;
    Seed: Same<number>;
    BigInt: Same<number>;
    Date: Same<string>;
    Time: Same<string>;
    DateTime: Same<string>;
    Money: Same<string>;
    JSON: Same<Json>;
  };
}

export type Builder = PothosSchemaTypes.SchemaBuilder<PothosSchemaTypes.ExtendDefaultTypes<BuilderTypes>>;

/** The types as Pothos completes them; for the options of its refs and fields. */
export type SchemaTypes = Builder['$inferSchemaTypes'];

/** A builder without types yet; one a schema. Output fields are non-null unless they say otherwise. */
export function createBuilder(): Builder {
  return new SchemaBuilder<BuilderTypes>({ defaultFieldNullability: false });
}
