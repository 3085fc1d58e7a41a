import { type DomainModel, snakeCase } from '../definition/index.ts';
import { fileShape, type Shape } from './shape.ts';

/**
 * The JSON Schema (2020-12) of a domain's configuration files, for editors. Keys are in snake_case, which is what gets
 * completed; camelCase is known too.
 */
export function configurationSchema(domain: DomainModel): object {
  return inFileKeys(fileShape(domain), '#');
}

function inFileKeys(shape: Shape, pointer: string): Shape {
  const { properties, items } = shape;
  return {
    ...shape,
    ...('default' in shape && { default: valueInFileKeys(shape.default) }),
    ...(properties && propertiesInFileKeys(properties, pointer)),
    ...(items && { items: inFileKeys(items, `${pointer}/items`) }),
  };
}

function propertiesInFileKeys(properties: Readonly<Record<string, Shape>>, pointer: string): Partial<Shape> {
  const at = (key: string) => `${pointer}/properties/${snakeCase(key)}`;
  const entries = Object.entries(properties).map(([key, part]) => [snakeCase(key), inFileKeys(part, at(key))]);
  // Editors do not offer what is a pattern.
  const camelCase = Object.keys(properties).filter((key) => snakeCase(key) !== key);
  const patterns = camelCase.map((key) => [`^${key}$`, { $ref: at(key) }]);
  return {
    properties: Object.fromEntries(entries),
    ...(patterns.length > 0 && { patternProperties: Object.fromEntries(patterns) }),
  };
}

function valueInFileKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(valueInFileKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [snakeCase(key), valueInFileKeys(part)]));
}
