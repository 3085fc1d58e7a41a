import { z } from 'zod';
import type { DomainModel } from '../definition/index.ts';
import { RULES_SECTION, VOLUMES_SECTION } from './sections.ts';
import { settingsOf } from './settings.ts';

/** The part of JSON Schema that is looked at (https://json-schema.org/draft/2020-12); the rest is passed on as it is. */
export interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly default?: unknown;
  readonly description?: string;
  readonly [keyword: string]: unknown;
}

/** The shape of what a schema takes. `toJSONSchema` types what it returns as JSON Schema of any draft and form. */
export const shapeOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;

/** The shape of a domain's configuration files, with keys in camelCase. */
export function fileShape(domain: DomainModel): Shape {
  const parts = shapeOf(domain.definition.config).properties ?? {};
  const { volumes = {}, ...rules } = parts;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `A ${domain.definition.title.toLowerCase()} configuration of Seedgraph`,
    description: domain.definition.description,
    type: 'object',
    properties: {
      ...shapeOf(settingsOf(domain)).properties,
      [VOLUMES_SECTION]: volumes,
      [RULES_SECTION]: {
        description: 'How the rows are made. Each part may stand beside this key too.',
        type: 'object',
        properties: rules,
        additionalProperties: false,
      },
      ...parts,
    },
    additionalProperties: false,
  };
}

/** The keys that a place in a shape knows. */
export function keysAt(shape: Shape | undefined, path: readonly PropertyKey[]): readonly string[] {
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(shape?.properties ?? {});
  return keysAt(typeof key === 'number' ? shape?.items : shape?.properties?.[String(key)], rest);
}
