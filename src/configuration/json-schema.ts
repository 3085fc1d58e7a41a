import { type DomainModel, snakeCase } from '../definition/index.ts';
import { fileShape, type Shape } from './shape.ts';

/**
 * The JSON Schema (2020-12) of a domain's configuration files, for editors. Keys are in snake_case, which is what gets
 * completed and checked; in camelCase they are let pass, since only `readConfigurationFile` looks into them.
 */
export function configurationSchema(domain: DomainModel): object {
  return inFileKeys(fileShape(domain));
}

function inFileKeys(shape: Shape): Shape {
  const { properties, items } = shape;
  return {
    ...shape,
    ...('default' in shape && { default: withFileKeys(shape.default) }),
    ...(properties && propertiesInFileKeys(properties)),
    ...(items && { items: inFileKeys(items) }),
  };
}

function propertiesInFileKeys(properties: Readonly<Record<string, Shape>>): Partial<Shape> {
  const entries = Object.entries(properties).map(([key, part]) => [snakeCase(key), inFileKeys(part)]);
  const camelCase = Object.keys(properties).filter((key) => snakeCase(key) !== key);
  return {
    properties: Object.fromEntries(entries),
    // Editors do not offer what is a pattern.
    ...(camelCase.length > 0 && { patternProperties: { [`^(${camelCase.join('|')})$`]: {} } }),
  };
}

function withFileKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withFileKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [snakeCase(key), withFileKeys(part)]));
}
