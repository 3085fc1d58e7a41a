import type { EntityDefinition, Fields } from './entity.ts';
import { type EntityExtension, extendEntity } from './extend-entity.ts';
import { arities, type ConfigWithVolumes } from './rows.ts';
import type { ContextDefinition, Scope } from './scope.ts';

/**
 * The words a domain is written in, bound to the type of its configuration.
 *
 * ```ts
 * export const { defineEntity, defineContext, root, many, one } = vocabulary<ShopConfig>();
 * ```
 */
export function vocabulary<Config extends ConfigWithVolumes>() {
  return {
    ...arities<Config>(),
    /** Declares an entity; the row type is inferred from its fields (`RowOf<typeof Student>`). */
    defineEntity: <const F extends Fields>(definition: EntityDefinition<Config, F>): EntityDefinition<Config, F> => definition,
    /** As the function of that name, for a domain whose configuration has been extended. */
    extendEntity: <F extends Fields, const New extends Fields = Record<never, never>>(
      entity: EntityDefinition<Config, F>,
      extension: EntityExtension<Config, F, New>,
    ): EntityDefinition<Config, F & New> => extendEntity(entity, extension),
    /** Declares what a whole row of `entity` shares; see `ContextDefinition`. */
    defineContext: <Value>(
      entity: string,
      name: string,
      make: (scope: Scope<Config>) => Value,
      options: { keep?: number } = {},
    ): ContextDefinition<Config, Value> => ({ entity, name, make, keep: options.keep ?? 1024 }),
  };
}
